using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Contact.Visits;

/// <summary>A visit recorded on the phone on the way back: few fields, the rest follows from them.</summary>
[Needs(ContactModule.Read)]
internal sealed class NewModel(RendaDb db, RuleShelf rules, Acts acts, TimeProvider time) : ActorPage
{
    private const string Step = "visit";

    /// <summary>The person's own plans that are still running.</summary>
    public IReadOnlyList<Pair> Plans { get; private set; } = [];

    public Guid Plan { get; private set; }

    public Guid Key { get; private set; } = Guid.CreateVersion7();

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    public IReadOnlyList<FieldModel> Fields { get; private set; } = [];

    public async Task OnGetAsync([FromQuery] Guid? plan) => await ShowAsync(plan, Particulars.Of(("held-on", $"{time.Today():yyyy-MM-dd}"), ("way", "visit")));

    public async Task<IActionResult> OnPostAsync(Guid plan, Guid key)
    {
        var form = Request.Form;
        List<(string, string)> given = [.. ((string[])["subject", "held-on", "way", "people", "summary", "opinions"]).Select(f => (f, $"{form[f]}"))];
        given.Add(("raised", string.IsNullOrWhiteSpace(form["opinions"]) ? "no" : "yes"));
        await FindAsync();
        var outcome = Plans.Any(p => p.Plan == plan)
            ? await acts.TakeAsync(Actor, plan, new ActRequest(Step, Particulars.Of([.. given]), Seen: null, key))
            : new Outcome.Refused("请选择是哪一项安排。", field: "plan");
        if (outcome is Outcome.Done)
        {
            Notice("已记录。提出的意见建议由代表工作机构转办。");
            return LocalRedirect($"/contact/visits?person={Actor.PersonId}");
        }

        Refusals = outcome is Outcome.Refused refused ? [.. refused.Reasons.Select(r => new RefusalItem(r.Sentence, r.Field, r.Basis?.ToString(), r.Remedy))] : [new RefusalItem("没有这一项安排。", "plan", null, null)];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await ShowAsync(plan, Particulars.Of([.. given]));
        return Page();
    }

    private async Task FindAsync() =>
        Plans = [.. (await new Pairs(db, rules, Actor).OfAsync(time.Today().Year, own: true)).Where(p => p.Person == Actor.PersonId && !p.Ended)];

    private async Task ShowAsync(Guid? plan, Particulars given)
    {
        await FindAsync();
        ModelState.Clear();
        if (Plans.Count == 0)
        {
            return;
        }

        var chosen = Plans.FirstOrDefault(p => p.Plan == plan) ?? Plans[0];
        Plan = chosen.Plan;
        var ways = rules.Book.Find(VisitFlow.Id, Actor.Jurisdiction, time.Today()).Procedure?.Steps[Step].Asks.First(f => f.Id == "way").Choices ?? new Dictionary<string, string>();
        Fields =
        [
            Asked.Choice("plan", "安排", $"{Plan}", [.. Plans.Select(p => ($"{p.Plan}", p.Title))], Refusals),
            Asked.Text("subject", "主题", given.One("subject"), Refusals, help: "如“走访某区代表小组”。", max: 60),
            Asked.Date("held-on", "日期", given.Day("held-on"), Refusals),
            Asked.Choice("way", "方式", given.One("way"), [.. ways.Select(w => (w.Key, w.Value))], Refusals),
            new FieldModel("people", "联系代表或者群众人数", "number", true, null, given.One("people") ?? (chosen.With.Count > 0 ? $"{chosen.With.Count}" : null), [], [], null, Error("people"), null),
            new FieldModel("summary", "情况", "long-text", true, null, given.One("summary"), [], [], 4000, Error("summary"), null),
            new FieldModel("opinions", "意见建议", "long-text", false, "没有的不填；一条一段。", given.One("opinions"), [], [], 4000, Error("opinions"), null),
        ];
    }

    private string? Error(string field) => Refusals.FirstOrDefault(r => r.Field == field)?.Sentence;
}
