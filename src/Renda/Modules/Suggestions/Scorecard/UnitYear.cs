using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Suggestions.Numbers;
using Renda.Platform.Access;
using Renda.Platform.Rules;

namespace Renda.Modules.Suggestions.Scorecard;

/// <summary>A unit's year: acts and dates as the records have them, and the three figures beside those of its years before. There is no mark
/// for the whole, and no rank.</summary>
internal sealed class UnitYear
{
    private const int YearsBack = 5;

    public required Guid Unit { get; init; }

    public required string Name { get; init; }

    public required int Year { get; init; }

    public required Figures Figures { get; init; }

    public required IReadOnlyList<UnitFact> Facts { get; init; }

    /// <summary>The year's three figures, and those of the years before it that have any.</summary>
    public required IReadOnlyList<Tally> Years { get; init; }

    public Tally This => Years[0];

    /// <summary>The days from handing over to the first reply, on average; null before the first.</summary>
    public decimal? Days => Facts.Select(f => f.Days).OfType<int>().ToList() is { Count: > 0 } days ? Math.Round((decimal)days.Average(), 1, MidpointRounding.AwayFromZero) : null;

    public int Number(UnitFigure figure, DateOnly today) => Facts.Count(f => figure.Counts(f, today));

    public string Opens(UnitFigure figure) => figure.Opens(Unit, new Years(Year, Year));

    /// <summary>The list the statistics have for one of the three figures.</summary>
    public string Opens(Figure figure) => $"/suggestion-numbers/list?year={Year}&figure={figure.Id}&by=unit&of={Unit}";

    /// <summary>What the unit is called; null where there is no such unit for this person.</summary>
    public static async Task<string?> NameAsync(RendaDb db, Actor actor, Guid unit) =>
        UnitFacts.Opens(actor, unit) ? await db.Units.Where(u => u.Congress == actor.Congress && u.Id == unit).Select(u => u.Name).SingleOrDefaultAsync() : null;

    /// <summary>Null where there is no such unit for this person.</summary>
    public static async Task<UnitYear?> ReadAsync(RendaDb db, RuleShelf rules, Actor actor, Guid unit, int? asked, DateOnly today)
    {
        if (rules.Book.Find(SuggestionFlow.Id, actor.Jurisdiction, today).Procedure is not { } procedure || await NameAsync(db, actor, unit) is not { } name)
        {
            return null;
        }

        var (year, figures) = (asked is >= 1949 and <= 2200 ? asked.Value : today.Year, new Figures(procedure));
        var cells = (await db.HandlingResults.CountedBy(actor).Where(o => o.UnitId == unit && o.Year <= year && o.Year > year - YearsBack)
            .GroupBy(o => new { o.Year, o.Reply, o.Attitude, o.Result, o.Promise, Late = o.PromisedBy < today, o.Divided }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync())
            .Select(g => new Cell(g.Key.Year, "", g.Key.Reply, g.Key.Attitude, g.Key.Result, g.Key.Promise, g.Key.Late, g.Key.Divided, g.Count)).ToList();
        return new UnitYear
        {
            Unit = unit,
            Name = name,
            Year = year,
            Figures = figures,
            Facts = await UnitFacts.ReadAsync(db, actor, unit, new Years(year, year)),
            Years = [.. Enumerable.Range(0, YearsBack).Select(back => year - back).Where(y => y == year || cells.Exists(c => c.Year == y)).Select(y => new Tally($"{y}", $"{y} 年", [.. cells.Where(c => c.Year == y)], figures))],
        };
    }
}
