using System.Text.RegularExpressions;
using Renda.Platform.Spreadsheets;

namespace Renda.Modules.Suggestions.Import;

/// <summary>A register of suggestions read from a sheet, with all that is wrong in its cells.</summary>
internal sealed partial record SheetRegister(string Sheet, Heading? Heading, IReadOnlyList<ImportedRow> Rows, List<Problem> Problems)
{
    public static SheetRegister Read(Sheet sheet)
    {
        var (heading, wrong) = Heading.Find(sheet);
        if (heading is null)
        {
            return new SheetRegister(sheet.Name, null, [], [.. wrong]);
        }

        List<Problem> problems = [.. Merged(sheet, heading)];
        var rows = sheet.Rows.Where(r => r.Number > heading.Row && r.Cells.Any(c => c.Formula is not null || !string.IsNullOrWhiteSpace(c.Text)))
            .Select(r => new CellReading(heading, r, problems).Read()).ToList();
        if (rows.Count == 0)
        {
            problems.Add(new Problem(0, null, null, $"工作表“{sheet.Name}”的表头下面没有内容。"));
        }

        return new SheetRegister(sheet.Name, heading, rows, problems);
    }

    // A merged cell has its value in one corner; whether the other rows mean the same is a guess nobody should make.
    private static IEnumerable<Problem> Merged(Sheet sheet, Heading heading)
    {
        foreach (var range in sheet.MergedRanges)
        {
            if (Corners().Match(range) is { Success: true } corners && int.Parse(corners.Groups["last"].Value) is var last && last >= heading.Row)
            {
                var name = heading.NameAt(References.Column($"{corners.Groups["column"].Value}1") ?? 0);
                yield return new Problem(int.Parse(corners.Groups["first"].Value), name, range, "单元格是合并的，分不清各行各是什么。请取消合并，逐行填写。");
            }
        }
    }

    [GeneratedRegex("^(?<column>[A-Z]{1,3})(?<first>[0-9]{1,7}):[A-Z]{1,3}(?<last>[0-9]{1,7})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Corners();
}
