namespace Renda.Modules.Suggestions.Numbers;

/// <summary>The years suggestions were handed in that are counted: one, or some that follow each other.</summary>
internal sealed record Years(int First, int Last)
{
    /// <summary>The most that are counted together: a term of a congress.</summary>
    public const int Most = 5;

    private const int Earliest = 1949;
    private const int Latest = 2200;

    public string Title => First == Last ? $"{First} 年" : $"{First}—{Last} 年";

    public string Query => First == Last ? $"year={First}" : $"year={First}&until={Last}";

    /// <summary>What was asked for in an address. What is no year is as if nothing had been asked for, and too many are cut to the latest.</summary>
    public static Years Of(int? first, int? last, Years otherwise)
    {
        var from = Is(first) ?? Is(last) ?? otherwise.First;
        var until = Is(last) ?? Is(first) ?? otherwise.Last;
        return from > until ? Of(until, from, otherwise) : new Years(Math.Max(from, until - Most + 1), until);
    }

    /// <summary>One year is one value: the index goes on behind it.</summary>
    public IQueryable<HandlingResult> Of(IQueryable<HandlingResult> results) =>
        First == Last ? results.Where(r => r.Year == First) : results.Where(r => r.Year >= First && r.Year <= Last);

    private static int? Is(int? year) => year is >= Earliest and <= Latest ? year : null;
}
