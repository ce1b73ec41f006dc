using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Rules;

namespace Renda.Modules.Suggestions.Numbers;

/// <summary>What the page and the export show: a year by unit or by subject, with the year before it.</summary>
internal sealed class NumbersTable
{
    private const int FirstYear = 1949;
    private const int LastYear = 2200;

    public required int Year { get; init; }

    public required string By { get; init; }

    public required Figures Figures { get; init; }

    /// <summary>The unit's or the subject's, the one with most first.</summary>
    public required IReadOnlyList<Tally> Rows { get; init; }

    public required Tally All { get; init; }

    public required Tally YearBefore { get; init; }

    public bool ByUnit => By == Counting.ByUnit;

    /// <summary>Null where the congress has no rules for suggestions, with the sentence that says so.</summary>
    public static async Task<(NumbersTable? Table, string Refused)> ReadAsync(RendaDb db, RuleShelf rules, Actor actor, DateOnly today, int? year, string? by)
    {
        var (procedure, none) = rules.Book.Find(SuggestionFlow.Id, actor.Jurisdiction, today);
        if (procedure is null)
        {
            return (null, none);
        }

        // What is no year and no way to count is as if nothing had been asked for: an old address still opens the page.
        var (asked, way) = (year is >= FirstYear and <= LastYear ? year.Value : today.Year, by == Counting.BySubject ? by : Counting.ByUnit);
        var cells = await Counting.CountAsync(db, actor, asked, way, today);
        var titles = way == Counting.ByUnit ? await UnitsAsync(db, actor.Congress) : Words.Subjects(procedure);
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
                   let tally = new Tally(of.Key, titles.GetValueOrDefault(of.Key, of.Key.Length == 0 ? "未分类" : of.Key), [.. of], figures)
                   orderby tally.Number(Figures.Handed) descending, tally.Title
                   select tally,
            ],
            All = new Tally("", "合计", [.. cells.Where(c => c.Year == asked)], figures),
            YearBefore = new Tally("", $"{asked - 1} 年", [.. cells.Where(c => c.Year == asked - 1)], figures),
        }, "");
    }

    /// <summary>The list of what a number counts.</summary>
    public string Opens(Figure figure, string of) =>
        $"/suggestion-numbers/list?year={Year}&figure={figure.Id}{(of.Length == 0 ? "" : $"&{By}={Uri.EscapeDataString(of)}")}";

    private static async Task<IReadOnlyDictionary<string, string>> UnitsAsync(RendaDb db, int congress) =>
        await db.Units.AsNoTracking().Where(u => u.Congress == congress).ToDictionaryAsync(u => u.Id.ToString(), u => u.Name);
}
