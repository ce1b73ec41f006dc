using Renda.Platform.Figures;

namespace Renda.Modules.Reports.Markup;

/// <summary>A report as it is written: paragraphs with places for figures. What cannot be read is told with its line and kept as it is.</summary>
internal sealed record ReportText(IReadOnlyList<Block> Blocks, IReadOnlyList<TextProblem> Problems);

/// <summary>What is wrong at a place of the text.</summary>
internal sealed record TextProblem(int Line, string Sentence);

/// <summary>A paragraph, heading, table or chart.</summary>
internal abstract record Block(int Line);

/// <param name="Level">1 for the title.</param>
internal sealed record Heading(int Line, int Level, IReadOnlyList<Span> Spans) : Block(Line);

internal sealed record Paragraph(int Line, IReadOnlyList<Span> Spans) : Block(Line);

/// <summary>A figure by what it is counted by, as a table or a chart.</summary>
internal sealed record Series(int Line, bool Chart, Asked Asked, string By) : Block(Line);

/// <summary>A piece of a line.</summary>
internal abstract record Span;

internal sealed record Words(string Text) : Span;

/// <summary>Digits the author says are text: a date, an article, a name.</summary>
internal sealed record Literal(string Text) : Span;

internal sealed record Number(Asked Asked) : Span;

/// <summary>A place that cannot be read, as it was written.</summary>
internal sealed record Unread(string Text) : Span;

/// <summary>A figure as the text asks for it.</summary>
/// <param name="Period">Null for the report's own.</param>
/// <param name="YearBefore">The year before that.</param>
internal sealed record Asked(string Key, Period? Period = null, bool YearBefore = false)
{
    public Period In(Period report) => (Period ?? report) is var period && YearBefore ? period.YearBefore : period;
}
