using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Modules.Suggestions.Numbers;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Web;

namespace Renda.Modules.Suggestions.Scorecard;

/// <summary>The suggestions a number of a unit's year counts.</summary>
[Needs(SuggestionsModule.Numbers)]
internal sealed class UnitListModel(RendaDb db, TimeProvider time) : ActorPage
{
    public UnitFigure Figure { get; private set; } = UnitFigure.All[0];

    public Guid Unit { get; private set; }

    public string Name { get; private set; } = "";

    public Years Years { get; private set; } = null!;

    public IReadOnlyList<(RegisterRow Row, UnitFact Fact)> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] int? year, [FromQuery] int? until, [FromQuery] string? figure, [FromQuery] string? after)
    {
        var today = time.Today();
        if (UnitFigure.Find(figure) is not { } found || await UnitYear.NameAsync(db, Actor, id) is not { } name)
        {
            return NotFound();
        }

        (Figure, Unit, Name, Years) = (found, id, name, Years.Of(year, until, new Years(today.Year, today.Year)));
        var facts = (await UnitFacts.ReadAsync(db, Actor, id, Years)).Where(f => found.Counts(f, today)).ToList();
        Count = facts.Count;
        var cursor = Cursors.Read(after);
        var page = facts.SkipWhile(f => cursor is (var day, var last) && !(f.Result.OpenedOn < day || (f.Result.OpenedOn == day && f.Result.MatterId.CompareTo(last) < 0))).Take(Register.PageSize + 1).ToList();
        var shown = page.Take(Register.PageSize).ToDictionary(f => f.Result.MatterId);
        Rows = [.. (await new Register(db, Actor, SuggestionFlow.Id).OfAsync([.. shown.Keys])).Select(r => (r, shown[r.Id]))];
        Next = page.Count > Register.PageSize ? $"{found.Opens(id, Years)}&after={Cursors.Write(page[Register.PageSize - 1].Result.OpenedOn, page[Register.PageSize - 1].Result.MatterId)}" : null;
        First = cursor is null ? null : found.Opens(id, Years);
        return Page();
    }
}
