namespace Renda.Platform.Spreadsheets;

/// <summary>What came of reading a workbook: its first visible sheet, or a sentence why not.</summary>
internal abstract record SheetRead;

/// <summary>Rows without any content are left out; the others keep their numbers.</summary>
internal sealed record Sheet(string Name, IReadOnlyList<SheetRow> Rows, IReadOnlyList<string> MergedRanges) : SheetRead;

internal sealed record Unreadable(string Sentence) : SheetRead;

internal sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells)
{
    /// <summary>The cell in a column counted from zero, if the file has one there.</summary>
    public SheetCell? At(int column) => Cells.FirstOrDefault(cell => cell.Column == column);
}

/// <param name="Reference">Where the cell stands, as people say it: B5.</param>
/// <param name="Column">Counted from zero.</param>
/// <param name="Kind">What the cell holds; an error stays an error where a formula made it.</param>
/// <param name="Text">Text untrimmed; numbers in general form; dates as 2026-02-13.</param>
/// <param name="Date">Also given where a formula's last result is shown as a date.</param>
/// <param name="Formula">Not null where the value was calculated by the program that wrote the file.</param>
internal sealed record SheetCell(string Reference, int Column, CellKind Kind, string Text, DateOnly? Date, string? Formula);

internal enum CellKind
{
    Blank,
    Text,
    Number,
    Date,
    YesNo,
    Formula,
    Error,
}

internal sealed record SheetLimits(int Rows = 100_000, int Columns = 200, long Bytes = 512L * 1024 * 1024);
