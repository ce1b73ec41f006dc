using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Suggestions.Division;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;

namespace Renda.Modules.Suggestions.Numbers;

/// <summary>What the page and the export show: a year laid out in rows, with the year before it.</summary>
internal sealed class NumbersTable
{
    private const int FirstYear = 1949;
    private const int LastYear = 2200;

    public required int Year { get; init; }

    public required Slicing By { get; init; }

    public required Figures Figures { get; init; }

    /// <summary>The one with most first.</summary>
    public required IReadOnlyList<Tally> Rows { get; init; }

    public required Tally All { get; init; }

    public required Tally YearBefore { get; init; }

    /// <summary>How many suggestions those handled separately were handed in as, as far as this person sees them.</summary>
    public required int Wholes { get; init; }

    /// <summary>The list of these.</summary>
    public string OpensWholes => $"/suggestions?stage={Dividing.Divided}&year={Year}";

    /// <summary>Null where the congress has no rules for suggestions, with the sentence that says so.</summary>
    public static async Task<(NumbersTable? Table, string Refused)> ReadAsync(RendaDb db, RuleShelf rules, Actor actor, DateOnly today, int? year, string? by)
    {
        var (procedure, none) = rules.Book.Find(SuggestionFlow.Id, actor.Jurisdiction, today);
        if (procedure is null)
        {
            return (null, none);
        }

        // As with what is no way to lay it out: what is no year is as if nothing had been asked for.
        var (asked, way) = (year is >= FirstYear and <= LastYear ? year.Value : today.Year, Slicing.Find(by));
        var cells = await Counting.CountAsync(db, actor, asked, way, today);
        var titles = way == Slicing.Unit || way == Slicing.Delegation ? await UnitsAsync(db, actor.Congress) : way.Titles(procedure);
        var figures = new Figures(procedure);
        return (new NumbersTable
        {
            Year = asked,
            By = way,
            Figures = figures,
            Rows =
            [
                .. from cell in cells
                   where cell.Year == asked
                   group cell by cell.Of into of
                   let tally = new Tally(of.Key, titles.GetValueOrDefault(of.Key, of.Key.Length == 0 ? way.Unsaid : of.Key), [.. of], figures)
                   orderby tally.Number(Figures.Handed) descending, tally.Title
                   select tally,
            ],
            All = new Tally(null, "合计", [.. cells.Where(c => c.Year == asked)], figures),
            Wholes = cells.Exists(c => c.Year == asked && c.Divided) ? await WholesAsync(db, actor, asked) : 0,
            YearBefore = new Tally(null, $"{asked - 1} 年", [.. cells.Where(c => c.Year == asked - 1)], figures),
        }, "");
    }

    /// <summary>The list of what a number counts.</summary>
    public string Opens(Figure figure, string? of) =>
        $"/suggestion-numbers/list?year={Year}&figure={figure.Id}{(of is null ? "" : $"&by={By.Id}&of={Uri.EscapeDataString(of.Length == 0 ? Slicing.None : of)}")}";

    private static Task<int> WholesAsync(RendaDb db, Actor actor, int year)
    {
        var (from, until) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return db.Matters.VisibleTo(db, actor, SuggestionFlow.Id).CountAsync(m => m.Stage == Dividing.Divided && m.OpenedOn >= from && m.OpenedOn <= until);
    }

    private static async Task<IReadOnlyDictionary<string, string>> UnitsAsync(RendaDb db, int congress) =>
        await db.Units.AsNoTracking().Where(u => u.Congress == congress).ToDictionaryAsync(u => u.Id.ToString(), u => u.Name);
}
