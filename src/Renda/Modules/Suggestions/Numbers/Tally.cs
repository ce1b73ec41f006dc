namespace Renda.Modules.Suggestions.Numbers;

/// <summary>Some of those counted: a unit's, a subject's, a year's, or all.</summary>
/// <param name="of">The row; empty for those it is not known of, null for all.</param>
internal sealed class Tally(string? of, string title, IReadOnlyList<Cell> cells, Figures figures)
{
    public string? Of => of;

    public string Title => title;

    public int Number(Figure figure) => cells.Where(figure.Counts).Sum(c => c.Count);

    /// <summary>The three figures, each a part of its own whole.</summary>
    public IReadOnlyList<Share> Shares =>
    [
        new("满意", Figures.Results[0], Number(Figures.Results[0]), Figures.Results.Where(r => figures.SilentCount || r.Result != HandlingResult.Silent).Sum(Number), "已评价"),
        new("解决", figures.Solved, Number(figures.Solved), Number(Figures.Replied), "已答复"),
        new("承诺兑现", Figures.Kept, Number(Figures.Kept), Number(Figures.Promised), "承诺"),
    ];
}

/// <summary>A part of a whole.</summary>
/// <param name="Figure">What opens onto the part.</param>
/// <param name="Whole">What the whole is called.</param>
internal sealed record Share(string Title, Figure Figure, int Part, int All, string Whole)
{
    /// <summary>In a hundred, to a tenth; null of nothing.</summary>
    public decimal? Rate => All == 0 ? null : Math.Round(100m * Part / All, 1, MidpointRounding.AwayFromZero);

    public string Said => Rate is { } rate ? $"{rate:0.0}%" : "—";
}
