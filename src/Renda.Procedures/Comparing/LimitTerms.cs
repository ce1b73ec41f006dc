using System.Text.RegularExpressions;

namespace Renda.Procedures;

/// <summary>What a text says of a limit.</summary>
/// <param name="Span">How long.</param>
/// <param name="Kind">How it is meant.</param>
/// <param name="Start">The statute's words for the start.</param>
/// <param name="Meaning">Extension, consent and what else there is to it.</param>
/// <param name="Basis">The article with its mark; not part of what is compared.</param>
public sealed partial record LimitTerms(string Span, string Kind, string Start, IReadOnlyList<string> Meaning, string Basis)
{
    /// <summary>All of it but the articles.</summary>
    public string Says => string.Join('\n', [Span, Kind, Cited().Replace(Start, ""), .. Meaning]);

    internal static LimitTerms Of(Procedure p, Procedure whole, TimeLimit limit) =>
        new(limit.Span, Words(limit), limit.Start, ProcedureTables.Meaning(p, limit), ProcedureTables.Cite(whole, limit.Basis));

    private static string Words(TimeLimit limit) => limit.Kind switch
    {
        LimitKind.Minimum => "至少要满",
        LimitKind.Anniversary => "满期为准",
        LimitKind.Backwards => "倒推，最迟在此之前",
        LimitKind.Fixed => "不顺延",
        _ => limit.Unit == LimitUnit.Workday ? "最迟，按工作日" : "最迟，按自然日",
    };

    // Where the words for the start are borrowed, the law they come from stands behind them.
    [GeneratedRegex("（[^）]*第[^）]*条[^）]*）", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cited();
}
