using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Supervision.Due;

/// <summary>A line of the list.</summary>
/// <param name="Urgeable">This person can urge it now.</param>
internal sealed record DueRow(DueItem Item, Procedure Procedure, string Unit, string Step, bool Urgeable);

/// <summary>What a number counts, and urging (催办) those selected.</summary>
[Needs(SupervisionModule.Read)]
internal sealed class ListModel(RendaDb db, RuleShelf rules, Urging urging, TimeProvider time) : ActorPage
{
    public const int PageSize = 50;

    [BindProperty]
    public List<Guid> Matters { get; set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public Guid Key { get; set; }

    public DueFigure Figure { get; private set; } = DueFigure.All[0];

    public DueFilter Filter { get; private set; } = null!;

    public IReadOnlyList<DueRow> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public string? Unit { get; private set; }

    public string Query { get; private set; } = "";

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public DateOnly Today { get; private set; }

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    public IReadOnlyList<FieldModel> Fields => [new("Note", "催办的要求", "long-text", true, null, Note, [], [], Urging.LongestNote, Refusals.FirstOrDefault(r => r.Field == nameof(Note))?.Sentence, null)];

    public async Task<IActionResult> OnGetAsync([FromQuery] string? figure, [FromQuery] string? part, [FromQuery] Guid? level, [FromQuery] Guid? unit, [FromQuery] string? after)
    {
        Key = Guid.CreateVersion7();
        return await ShowAsync(figure, DueFilter.Of(part, level, unit), after);
    }

    public async Task<IActionResult> OnPostAsync([FromQuery] string? figure, [FromQuery] string? part, [FromQuery] Guid? level, [FromQuery] Guid? unit, [FromQuery] string? after)
    {
        var (urged, refusals) = await urging.UrgeAsync(Actor, Matters, Note, Key);
        Refusals = refusals;
        if (Refusals.Count > 0)
        {
            // What was urged is done: it is not ticked any more, and what is sent now is another request.
            Key = urged.Count > 0 ? Guid.CreateVersion7() : Key;
            Matters.RemoveAll(urged.Contains);
            ModelState.Clear();
            return await ShowAsync(figure, DueFilter.Of(part, level, unit), after);
        }

        Notice($"已催办 {urged.Count} 件。");
        return Redirect($"/supervision/list{DueFilter.Of(part, level, unit).Query(DueFigure.Find(figure), after: after)}");
    }

    private async Task<IActionResult> ShowAsync(string? figure, DueFilter filter, string? after)
    {
        if (DueFigure.Find(figure) is not { } found)
        {
            return NotFound();
        }

        (Today, Figure, Filter, Query) = (time.Today(), found, filter, filter.Query(found, after: after));
        var items = Figure.Of(filter.On(DueItems.SeenBy(db, Actor, Today.AddDays(DueFigure.Horizon)), db, await DueFilter.OfficeAsync(db, Actor)), Today);
        Count = await items.CountAsync();
        var cursor = Cursors.Read(after);
        if (cursor is (var day, var id))
        {
            items = items.Where(i => i.Due >= day && (i.Due > day || i.Id.CompareTo(id) > 0));
        }

        var page = await items.OrderBy(i => i.Due).ThenBy(i => i.Id).Take(PageSize + 1).ToListAsync();
        await FillAsync([.. page.Take(PageSize)]);
        Next = page.Count > PageSize ? $"/supervision/list{filter.Query(found, after: Cursors.Write(page[PageSize - 1].Due, page[PageSize - 1].Id))}" : null;
        First = cursor is null ? null : $"/supervision/list{filter.Query(found)}";
        return Page();
    }

    private async Task FillAsync(IReadOnlyList<DueItem> items)
    {
        List<Guid> ids = [.. items.Select(i => i.UnitId).Concat(Filter.Unit is { } one ? [one] : []).Distinct()];
        var units = await db.Units.AsNoTracking().Where(u => u.Congress == Actor.Congress && ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name);
        var rows = new List<DueRow>();
        foreach (var item in items)
        {
            var procedure = await rules.VersionAsync(db, item.Version);
            var member = item.Member == procedure.Id ? procedure : procedure.Children[item.Member];
            rows.Add(new DueRow(item, procedure, units.GetValueOrDefault(item.UnitId, ""), member.Steps[item.Step].Title, Urging.Can(Actor, procedure, item.Stage)));
        }

        (Rows, Unit) = (rows, Filter.Unit is { } id ? units.GetValueOrDefault(id) : null);
    }
}
