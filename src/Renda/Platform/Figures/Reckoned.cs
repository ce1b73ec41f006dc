using System.Globalization;
using Renda.Procedures;

namespace Renda.Platform.Figures;

/// <summary>A figure worked out.</summary>
/// <param name="Value">Null where there is none: a share of nothing, a change from nothing.</param>
/// <param name="Records">How many rows are behind it.</param>
internal sealed record Reckoned(Figure Figure, Period Period, decimal? Value, int Records)
{
    public const string None = "—";

    /// <summary>As it stands in a text.</summary>
    public string Said => Say(Figure.Measure, Value);

    public static string Say(FigureMeasure measure, decimal? value) => (measure, value) switch
    {
        (FigureMeasure.Change, null) => "上年同期没有可比的数",
        (_, null) => None,
        (FigureMeasure.Share, { } share) => $"{Number(Math.Round(share, 1, MidpointRounding.AwayFromZero))}%",
        (FigureMeasure.Change, 0) => "持平",
        (FigureMeasure.Change, { } change) => $"{(change > 0 ? "增长" : "下降")}{Number(Math.Round(Math.Abs(change), 1, MidpointRounding.AwayFromZero))}%",
        (_, { } number) => Number(number),
    };

    /// <summary>Without thousands set apart, as official documents write them.</summary>
    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>A figure under each of what it is counted by.</summary>
/// <param name="Under">The value it is counted under; empty where there is none.</param>
internal sealed record ReckonedUnder(string Under, string Title, decimal? Value, int Records);
