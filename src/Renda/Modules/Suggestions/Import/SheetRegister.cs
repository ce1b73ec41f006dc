using Renda.Platform.Spreadsheets;
using Renda.Platform.Spreadsheets.Registers;

namespace Renda.Modules.Suggestions.Import;

/// <summary>A register of suggestions read from a sheet, with all that is wrong in its cells.</summary>
internal sealed record SheetRegister(string Sheet, Heading? Heading, IReadOnlyList<ImportedRow> Rows, List<Problem> Problems)
{
    /// <summary>No row can be told good: there is no heading, nothing below it, or it is wrong itself.</summary>
    public bool Unusable => Heading is null || Problems.Any(p => p.Row <= Heading.Row);

    public static SheetRegister Read(Sheet sheet)
    {
        var (heading, wrong) = Heading.Find(sheet, Columns.All);
        if (heading is null)
        {
            return new SheetRegister(sheet.Name, null, [], [.. wrong]);
        }

        List<Problem> problems = [.. MergedCells.In(sheet, heading)];
        var rows = heading.Below(sheet).Select(r => CellReading.Read(heading, r, problems)).ToList();
        if (rows.Count == 0)
        {
            problems.Add(new Problem(0, null, null, $"工作表“{sheet.Name}”的表头下面没有内容。"));
        }

        return new SheetRegister(sheet.Name, heading, rows, problems);
    }
}
