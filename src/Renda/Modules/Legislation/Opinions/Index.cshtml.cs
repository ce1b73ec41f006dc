using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Modules.Legislation.Drafting;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Statutes;

namespace Renda.Modules.Legislation.Opinions;

/// <summary>What was said of a draft, by article, each with its outcome.</summary>
[Needs(LegislationModule.Read)]
internal sealed class IndexModel(RendaDb db, RuleShelf rules, BillOpinions opinions, BillDrafts drafts) : BillPage(db, rules)
{
    private const int PageSize = 30;

    public string? Place { get; private set; }

    public bool Open { get; private set; }

    public IReadOnlyList<OpinionTold> Told { get; private set; } = [];

    public int OpenCount { get; private set; }

    public Guid? Next { get; private set; }

    public bool First { get; private set; }

    /// <summary>The places the draft has.</summary>
    public IReadOnlyList<string> Places { get; private set; } = [];

    public bool CanEnter => BillOpinions.CanEnter(Matter);

    public bool CanSettle => BillOpinions.CanSettle(Matter);

    public string? Trouble { get; private set; }

    public string Source { get; private set; } = "";

    public string Whose { get; private set; } = "";

    public string To { get; private set; } = "";

    public string Text { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, string? place, bool open, Guid? after)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        To = place ?? "";
        await ShowAsync(place, open, after);
        return Page();
    }

    public async Task<IActionResult> OnPostEnterAsync(Guid id, string? source, string? whose, string? to, string? text)
    {
        if (!await FindAsync(id) || !CanEnter)
        {
            return NotFound();
        }

        (Source, Whose, To, Text) = (source ?? "", whose ?? "", to ?? "", text ?? "");
        Trouble = await opinions.EnterAsync(Actor, id, To, Source, Whose, Text);
        return Trouble is null ? Done("意见记下了。", null, false) : await RefuseAsync(null, false);
    }

    public async Task<IActionResult> OnPostSettleAsync(Guid id, Guid opinion, string? result, string? reason, string? place, bool open)
    {
        if (!await FindAsync(id) || !CanSettle)
        {
            return NotFound();
        }

        Trouble = await opinions.SettleAsync(Actor, id, opinion, result ?? "", reason ?? "");
        return Trouble is null ? Done("处理结果记下了。", place, open) : await RefuseAsync(place, open);
    }

    public string Address(string? place, Guid? after) => $"/legislation/{Id}/opinions{Query(place, after)}";

    private static string Query(string? place, Guid? after) => (place, after) switch
    {
        (null, null) => "",
        (null, { } a) => $"?after={a}",
        (var p, null) => $"?place={Uri.EscapeDataString(p)}",
        var (p, a) => $"?place={Uri.EscapeDataString(p)}&after={a}",
    };

    private RedirectResult Done(string sentence, string? place, bool open)
    {
        Notice(sentence);
        return Redirect(place is { Length: > 0 } ? $"{Address(place, null)}{(open ? "&open=true" : "")}" : $"{Address(null, null)}{(open ? "?open=true" : "")}");
    }

    private async Task<IActionResult> RefuseAsync(string? place, bool open)
    {
        await ShowAsync(place, open, null);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task ShowAsync(string? place, bool open, Guid? after)
    {
        (Place, Open, First) = (string.IsNullOrEmpty(place) ? null : place, open, after is null);
        var told = await opinions.ListAsync(Actor.Congress, Id, Place, open, after, PageSize + 1);
        Told = [.. told.Take(PageSize)];
        Next = told.Count > PageSize ? Told[^1].Opinion.Id : null;
        OpenCount = await opinions.OpenAsync(Actor.Congress, Id);
        Places = await drafts.FindAsync(Actor.Congress, Id) is { } draft ? [.. Block.Of(Statute.Parse(draft.Text)).Where(b => b.Part == Part.Article).Select(b => b.Label)] : [];
    }
}
