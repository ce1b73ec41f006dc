using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Modules.Suggestions.Numbers;
using Renda.Platform;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Suggestions.Awards;

/// <summary>What the two pages share: the award, the years, what is asked for, and the ticks with their reason.</summary>
internal abstract class AwardPage(RendaDb db, RuleShelf rules, TimeProvider time) : ActorPage
{
    public const int LongestReason = 2000;

    [FromQuery]
    public Asking Asking { get; set; } = new();

    public Award Award { get; private set; } = null!;

    public Years Years { get; private set; } = null!;

    public Figures Figures { get; private set; } = null!;

    public Procedure Rules { get; private set; } = null!;

    public bool Takes { get; private set; }

    public IReadOnlyList<RefusalItem> Refusals { get; protected set; } = [];

    /// <summary>Sent with the form, so that the same form never acts twice.</summary>
    public Guid Key { get; private set; } = Guid.CreateVersion7();

    /// <summary>In the order of the page.</summary>
    public IReadOnlyList<Guid> Picked { get; private set; } = [];

    public string Reason { get; private set; } = "";

    public DateOnly Today => time.Today();

    public string Query => Asking.Query(Years);

    protected async Task<bool> FindAsync(Guid id, string step)
    {
        db.ChangeTracker.Clear();
        if (await Award.LoadAsync(db, rules, Actor, id) is not { } award || rules.Book.Find(SuggestionFlow.Id, Actor.Jurisdiction, Today).Procedure is not { } procedure)
        {
            return false;
        }

        (Award, Rules, Figures, Takes) = (award, procedure, new Figures(procedure), award.Takes(step, Today));
        Years = Years.Of(Asking.First, Asking.Last, Award.YearsOf(award.View, Today));
        return true;
    }

    /// <summary>Reads the ticks and the reason; what is missing of them is refused.</summary>
    protected void ReadForm(Guid[] pick, string? reason, int most, string what)
    {
        (Picked, Reason) = ([.. pick.Distinct()], reason?.Trim() ?? "");
        Refusals =
        [
            .. Picked.Count == 0 ? [new RefusalItem($"还没有选中{what}。", null, null, "请在表中打勾。")] : Array.Empty<RefusalItem>(),
            .. Picked.Count > most ? [new RefusalItem($"一次最多推荐 {most}，现选中 {Picked.Count}。", null, null, "请分几次推荐。")] : Array.Empty<RefusalItem>(),
            .. Reason.Length == 0 ? [new RefusalItem("请填写推荐理由。", "reason", null, null)] : Array.Empty<RefusalItem>(),
            .. Reason.Length > LongestReason ? [new RefusalItem($"推荐理由最多 {LongestReason} 字，现有 {Reason.Length} 字。", "reason", null, null)] : Array.Empty<RefusalItem>(),
        ];
    }

    protected IActionResult Refused()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ModelState.Clear();
        return Page();
    }
}
