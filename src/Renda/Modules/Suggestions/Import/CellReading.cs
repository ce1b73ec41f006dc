using Renda.Platform.Spreadsheets;
using Renda.Platform.Spreadsheets.Registers;

namespace Renda.Modules.Suggestions.Import;

/// <summary>Reads a suggestion from a row.</summary>
internal static class CellReading
{
    public static ImportedRow Read(Heading heading, SheetRow row, List<Problem> problems)
    {
        var cells = new RowReading(heading, row, problems);
        cells.CheckCells();
        var read = new ImportedRow(
            row.Number, cells.Number(Columns.Number), cells.OneLine(Columns.Title), cells.Text(Columns.Body), cells.One(Columns.Lead, Columns.Cosigners), cells.Many(Columns.Cosigners),
            cells.One(Columns.LeadUnit, Columns.Assisting), cells.Many(Columns.Assisting), cells.Day(Columns.Submitted), cells.Day(Columns.Assigned), cells.Extra());
        cells.CheckRequired(Columns.All);
        return read;
    }
}
