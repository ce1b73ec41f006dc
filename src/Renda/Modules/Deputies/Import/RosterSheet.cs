using Renda.Platform.Spreadsheets;
using Renda.Platform.Spreadsheets.Registers;

namespace Renda.Modules.Deputies.Import;

/// <summary>A roster read from a sheet, with all that is wrong in its cells.</summary>
internal sealed record RosterSheet(string Sheet, Heading? Heading, IReadOnlyList<RosterRow> Rows, IReadOnlyList<Problem> Problems)
{
    private const int MostRows = 20_000;

    /// <summary>Null with a sentence where the file is no workbook.</summary>
    public static (RosterSheet? Roster, string Sentence) Read(Stream file) => SheetReader.Read(file, new SheetLimits(Rows: MostRows)) switch
    {
        Sheet sheet => (Of(sheet), ""),
        var unreadable => (null, ((Unreadable)unreadable).Sentence),
    };

    private static RosterSheet Of(Sheet sheet)
    {
        var (heading, wrong) = Heading.Find(sheet, RosterColumns.All);
        if (heading is null)
        {
            return new RosterSheet(sheet.Name, null, [], wrong);
        }

        List<Problem> problems = [.. MergedCells.In(sheet, heading)];
        var rows = heading.Below(sheet).Select(r => Read(heading, r, problems)).ToList();
        if (rows.Count == 0)
        {
            problems.Add(new Problem(0, null, null, $"工作表“{sheet.Name}”的表头下面没有内容。"));
        }

        return new RosterSheet(sheet.Name, heading, rows, problems);
    }

    private static RosterRow Read(Heading heading, SheetRow row, List<Problem> problems)
    {
        var cells = new RowReading(heading, row, problems);
        cells.CheckCells();
        var read = new RosterRow(
            row.Number, cells.One(RosterColumns.Name), cells.OneLine(RosterColumns.Term), cells.OneLine(RosterColumns.Delegation), cells.OneLine(RosterColumns.Elector),
            cells.Day(RosterColumns.From), cells.OneLine(RosterColumns.Began), cells.Many(RosterColumns.Committees), cells.Day(RosterColumns.To), cells.OneLine(RosterColumns.Ended));
        cells.CheckRequired(RosterColumns.All);
        return read;
    }
}
