using Renda.Statutes.Parsing;

namespace Renda.Statutes.Rendering;

/// <summary>A row of a table as Markdown has it: | 甲 | 乙 |. Other lines of tables (&lt;table&gt; and what is in it) are words.</summary>
internal static class TableRow
{
    private const int Most = 200;

    /// <summary>The cells with the space around them; null for what is no such row.</summary>
    public static string[]? Cells(ReadOnlySpan<char> line)
    {
        if (line.Length < 2 || line[0] != '|' || line[^1] != '|' || line.Count('|') > Most)
        {
            return null;
        }

        return line[1..^1].ToString().Split('|');
    }

    /// <summary>|---|:-:|, the row under the head.</summary>
    public static bool IsRule(string[] cells) =>
        cells.All(c => Blank.Trim(c) is { Length: > 0 } inside && inside.Contains('-') && inside.IndexOfAnyExcept('-', ':') < 0);
}
