using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Modules.Reports.Markup;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Figures;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Reports.Browsing;

/// <summary>A figure: its number, what it is made up of, the same a year earlier, and the records it counts as far as one may see them.</summary>
[Needs(ReportsModule.Figures)]
internal sealed class ShowModel(RuleShelf rules, Reckoner reckoner, Working working, RowList list, Multiples multiples, TimeProvider time) : ActorPage
{
    public Figure Figure { get; private set; } = null!;

    public Period Period { get; private set; }

    public WorkedFigure Now { get; private set; } = null!;

    public WorkedFigure Before { get; private set; } = null!;

    public IReadOnlyList<Dimension> Dimensions { get; private set; } = [];

    public Dimension? By { get; private set; }

    /// <summary>What each row of the table was a year earlier.</summary>
    public IReadOnlyDictionary<string, string> Earlier { get; private set; } = new Dictionary<string, string>();

    /// <summary>Each unit's months beside each other.</summary>
    public IReadOnlyList<Multiple> Units { get; private set; } = [];

    /// <summary>Each congress's years beside each other.</summary>
    public IReadOnlyList<Multiple> Terms { get; private set; } = [];

    /// <summary>The figures this one is worked out from.</summary>
    public IReadOnlyList<Figure> From { get; private set; } = [];

    public IReadOnlyList<SeenRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, [FromQuery] string? period, [FromQuery] string? by, [FromQuery] string? after)
    {
        if (reckoner.Find(key) is not { } figure || !Reckoner.MayAsk(Actor, figure))
        {
            return NotFound();
        }

        (Figure, Period) = (figure, Period.Read(period) ?? Period.Year(time.Today().Year));
        Dimensions = Dimension.Of(rules.Book, rules.Figures, figure);
        By = Dimensions.FirstOrDefault(d => d.Id == by) ?? Dimensions[2];
        Now = await working.FigureAsync(Actor.Congress, 1, figure, Period, By);
        Before = await working.FigureAsync(Actor.Congress, 1, figure, Period.YearBefore, By.IsTime ? null : By);
        Earlier = Before.Under.ToDictionary(u => u.Under, u => u.Said, StringComparer.Ordinal);
        From = figure.From is null ? [] : [.. reckoner.Parts(figure, Period).Select(p => p.Figure).Distinct()];
        if (figure.From is null)
        {
            Units = By.Id == "unit" ? await multiples.OfAsync(Actor.Congress, figure, Period) : [];
            Terms = By.Id == "year" ? await multiples.OfTermsAsync(Actor.Congress, figure, time.Today()) : [];
            await ListAsync(after);
        }

        return Page();
    }

    private async Task ListAsync(string? after)
    {
        var cursor = RowCursor.Read(after);
        var rows = await RowCursor.After(reckoner.Rows(Actor.Congress, Figure, Period), cursor).Take(RowList.PageSize + 1)
            .Select(b => new { b.MatterId, b.Sequence, b.On }).ToListAsync();
        var shown = rows.Take(RowList.PageSize).ToList();
        Rows = await list.SeenAsync(Actor, [.. shown.Select(r => (r.MatterId, r.Sequence, r.On))]);
        var address = $"/figures/{Figure.Key}?period={Period}&by={By!.Id}";
        Next = rows.Count > RowList.PageSize ? $"{address}&after={RowCursor.Write(shown[^1].On, shown[^1].MatterId, shown[^1].Sequence)}#records" : null;
        First = cursor is null ? null : $"{address}#records";
    }
}
