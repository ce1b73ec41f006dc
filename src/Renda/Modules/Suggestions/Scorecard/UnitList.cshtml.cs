using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Suggestions.Scorecard;

/// <summary>The suggestions a number of a unit's year counts.</summary>
[Needs(SuggestionsModule.Numbers)]
internal sealed class UnitListModel(RendaDb db, RuleShelf rules, TimeProvider time) : ActorPage
{
    public UnitFigure Figure { get; private set; } = UnitFigure.All[0];

    public Guid Unit { get; private set; }

    public string Name { get; private set; } = "";

    public int Year { get; private set; }

    public IReadOnlyList<(RegisterRow Row, UnitFact Fact)> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] int? year, [FromQuery] string? figure, [FromQuery] string? after)
    {
        var today = time.Today();
        if (UnitFigure.Find(figure) is not { } found || await UnitYear.ReadAsync(db, rules, Actor, id, year, today) is not { } card)
        {
            return NotFound();
        }

        (Figure, Unit, Name, Year) = (found, id, card.Name, card.Year);
        var facts = card.Facts.Where(f => found.Counts(f, today)).ToList();
        Count = facts.Count;
        var cursor = Cursors.Read(after);
        var page = facts.SkipWhile(f => cursor is (var day, var last) && !(f.Result.OpenedOn < day || (f.Result.OpenedOn == day && f.Result.MatterId.CompareTo(last) < 0))).Take(Register.PageSize + 1).ToList();
        var shown = page.Take(Register.PageSize).ToDictionary(f => f.Result.MatterId);
        Rows = [.. (await new Register(db, Actor, SuggestionFlow.Id).OfAsync([.. shown.Keys])).Select(r => (r, shown[r.Id]))];
        Next = page.Count > Register.PageSize ? $"{card.Opens(found)}&after={Cursors.Write(page[Register.PageSize - 1].Result.OpenedOn, page[Register.PageSize - 1].Result.MatterId)}" : null;
        First = cursor is null ? null : card.Opens(found);
        return Page();
    }
}
