using Microsoft.Extensions.DependencyInjection;
using Renda.Modules.Suggestions.Similar;
using Xunit;

namespace Renda.Tests.Modules.Suggestions.Similar;

/// <summary>How well those with the same demand are found, through the index itself. The floors lie a little below what is reached.</summary>
public sealed class LabelledSetTests
{
    // As many as a page shows.
    private const int Shown = 5;

    private static readonly Lazy<Task<List<Asked>>> All = new(AskAsync);

    [Fact]
    public async Task The_same_demand_in_other_words_comes_first()
    {
        var asked = await All.Value;
        var precision = Mean(asked, a => Hits(a, a.Found.Take(a.Same.Count)) / a.Same.Count);
        var recall = Mean(asked, a => Hits(a, a.Found.Take(Shown)) / a.Same.Count);
        Say($"all years: R-precision {precision:0.000}, recall in the first five {recall:0.000}");
        Assert.True(precision >= 0.65 && recall >= 0.79, $"{precision} {recall}");
    }

    [Fact]
    public async Task So_it_does_where_only_earlier_years_are_known()
    {
        var back = (await All.Value).Select(a => new Asked(a.One, [.. a.Same.Where(s => s.Year < a.One.Year)], [.. a.Found.Where(f => f.One.Year < a.One.Year)])).ToList();
        var precision = Mean(back, a => Hits(a, a.Found.Take(a.Same.Count)) / a.Same.Count);
        var recall = Mean(back, a => Hits(a, a.Found.Take(Shown)) / a.Same.Count);
        Say($"earlier years alone: R-precision {precision:0.000}, recall in the first five {recall:0.000}");
        Assert.True(precision >= 0.7 && recall >= 0.85, $"{precision} {recall}");
    }

    [Theory]
    [InlineData(Likeness.Same, 0.79, 0.35)]
    [InlineData(Likeness.Near, 0.5, 0.58)]
    public async Task What_a_page_shows_is_mostly_the_same_demand(double least, double floor, double recalled)
    {
        var asked = await All.Value;
        var shown = asked.Select(a => (a, Lines: a.Found.Where(f => f.Likeness >= least).Take(Shown).ToList())).ToList();
        var right = shown.Sum(s => Hits(s.a, s.Lines));
        var (precision, recall) = (right / shown.Sum(s => s.Lines.Count), right / asked.Sum(a => a.Same.Count));
        Say($"shown from {least}: precision {precision:0.000}, recall {recall:0.000}, on {shown.Count(s => s.Lines.Count > 0)} of {shown.Count} pages");
        Assert.True(precision >= floor && recall >= recalled, $"{precision} {recall}");
    }

    private static async Task<List<Asked>> AskAsync()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var taken = await LabelledSet.TakeInAsync(office, LabelledSet.Read());
        var clerk = await office.Actor("clerk");
        List<Asked> asked = [];
        foreach (var (id, one) in taken)
        {
            await using var scope = office.App.Services.CreateAsyncScope();
            var (found, _) = await scope.ServiceProvider.GetRequiredService<Similars>().FindAsync(clerk, one.Title, one.Body, id);
            asked.Add(new Asked(one, [.. taken.Values.Where(t => t.Group == one.Group && t != one)], [.. found.Select(f => (taken[f.Matter], f.Likeness))]));
        }

        return asked;
    }

    private static double Mean(IEnumerable<Asked> asked, Func<Asked, double> figure) => asked.Where(a => a.Same.Count > 0).Average(figure);

    private static double Hits(Asked asked, IEnumerable<(Labelled One, double Likeness)> found) => found.Count(f => asked.Same.Contains(f.One));

    private static void Say(string sentence) => TestContext.Current.TestOutputHelper?.WriteLine(sentence);

    /// <summary>One of the set, those that ask for the same, and what was found for it.</summary>
    private sealed record Asked(Labelled One, IReadOnlyList<Labelled> Same, IReadOnlyList<(Labelled One, double Likeness)> Found);
}
