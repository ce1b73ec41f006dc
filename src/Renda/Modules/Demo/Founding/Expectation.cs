using System.Globalization;
using Renda.Platform.Figures;

namespace Renda.Modules.Demo.Founding;

/// <summary>What the founding document says of a figure. It is compared with what the records give and never used to make them.</summary>
/// <param name="How"><c>is</c>, <c>at-least</c> or <c>at-most</c>.</param>
/// <param name="Says">The row of the document, in words of our own.</param>
internal sealed record Expectation(string Key, Period Period, string How, decimal Value, string Says)
{
    /// <summary>All of them, in the order of the document.</summary>
    public static IReadOnlyList<Expectation> All() => [.. Texts.Blocks("expectations.txt").SelectMany(b => b).Select(Of)];

    public bool Holds(decimal? value) => How switch
    {
        "is" => value == Value,
        "at-least" => value >= Value,
        "at-most" => value <= Value,
        _ => throw new FormatException($"A figure is compared by is, at-least or at-most: {How}"),
    };

    /// <summary>What the records of a database give.</summary>
    public static async Task<IReadOnlyList<Checked>> CheckAsync(Reckoner reckoner)
    {
        List<Checked> all = [];
        foreach (var expected in All())
        {
            var figure = reckoner.Find(expected.Key) ?? throw new FormatException($"No figure on file is called {expected.Key}.");
            all.Add(new Checked(expected, await reckoner.ReckonAsync(Cast.Code, figure, expected.Period)));
        }

        return all;
    }

    // key | is | 13 | what it says | 2020-01-01..2020-12-31, where it is not the whole of the time told.
    private static Expectation Of(string line)
    {
        var parts = line.Split(" | ");
        var period = parts.Length > 4 ? Period.Read(parts[4]) ?? throw new FormatException(line) : new Period(FoundingYear.From, FoundingYear.To);
        return new Expectation(parts[0], period, parts[1], decimal.Parse(parts[2], CultureInfo.InvariantCulture), parts[3]);
    }
}

/// <summary>An expectation beside what the records give.</summary>
internal sealed record Checked(Expectation Expected, Reckoned Found)
{
    public bool Holds => Expected.Holds(Found.Value);
}
