using System.Text.RegularExpressions;

namespace Renda.Platform.Spreadsheets.Registers;

/// <summary>A merged cell has its value in one corner; whether the other rows mean the same is a guess nobody should make.</summary>
internal static partial class MergedCells
{
    public static IEnumerable<Problem> In(Sheet sheet, Heading heading)
    {
        foreach (var range in sheet.MergedRanges)
        {
            if (Corners().Match(range) is { Success: true } corners && int.Parse(corners.Groups["last"].Value) is var last && last >= heading.Row)
            {
                var name = heading.NameAt(References.Column($"{corners.Groups["column"].Value}1") ?? 0);
                // Of every row it covers: none of them says by itself what it means.
                var first = int.Parse(corners.Groups["first"].Value);
                foreach (var row in sheet.Rows.Where(r => r.Number >= first && r.Number <= last))
                {
                    yield return new Problem(row.Number, name, range, "单元格是合并的，分不清各行各是什么。请取消合并，逐行填写。");
                }
            }
        }
    }

    [GeneratedRegex("^(?<column>[A-Z]{1,3})(?<first>[0-9]{1,7}):[A-Z]{1,3}(?<last>[0-9]{1,7})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Corners();
}
