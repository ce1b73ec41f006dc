using Renda.Platform.Figures;

namespace Renda.Modules.Reports.Markup;

/// <summary>A report with its numbers: what is shown, issued and exported. Everything in it can be written as JSON and read back.</summary>
internal sealed record Worked(string Title, string Period, IReadOnlyList<WorkedBlock> Blocks, IReadOnlyList<WorkedFigure> Figures);

/// <param name="Kind">heading, paragraph, table or chart.</param>
/// <param name="Level">Of a heading; 1 for the title.</param>
/// <param name="Figure">Of a table or chart: its figure.</param>
internal sealed record WorkedBlock(string Kind, int Level, IReadOnlyList<WorkedSpan> Spans, int? Figure = null);

/// <param name="Kind">text, literal or figure; wrong for what could not be read.</param>
internal sealed record WorkedSpan(string Kind, string Text, int? Figure = null);

/// <summary>A figure the report uses: once for each period and what it is counted by.</summary>
/// <param name="Number">1, 2, 3 … in the order of the text.</param>
/// <param name="By">What it is counted by; null for the number alone.</param>
/// <param name="Under">The numbers of a table or chart.</param>
/// <param name="Parts">What it is worked out from, each with its rows; one part where it is counted.</param>
internal sealed record WorkedFigure(int Number, string Key, string Title, string Unit, string Period, string Measure, decimal? Value, string Said, int Records, string? By, IReadOnlyList<WorkedUnder> Under, IReadOnlyList<WorkedPart> Parts)
{
    public string PeriodSaid => Platform.Figures.Period.Read(Period)!.Value.Said;
}

internal sealed record WorkedUnder(string Under, string Title, decimal? Value, string Said, int Records);

/// <summary>A counted figure behind one: its own key, period and measure.</summary>
internal sealed record WorkedPart(string Key, string Period, string Measure, bool PerWhole, decimal? Value, int Records);
