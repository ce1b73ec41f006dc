namespace Renda.Statutes.Docx;

/// <summary>Rows of a table as Markdown writes them.</summary>
internal static class WordTable
{
    public static string Row(IEnumerable<string> cells) => "| " + string.Join(" | ", cells.Select(c => c.Trim().Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal))) + " |";

    public static string Rule(int cells) => "|" + string.Concat(Enumerable.Repeat(" --- |", cells));

    /// <summary>The cells of a row that was written like this; null where it was not.</summary>
    public static IReadOnlyList<string>? Cells(string row)
    {
        var cells = row.Length < 4 || !row.StartsWith("| ", StringComparison.Ordinal) || !row.EndsWith(" |", StringComparison.Ordinal) ? []
            : row[2..^2].Split(" | ").Select(c => c.Replace("<br>", "\n", StringComparison.Ordinal).Replace("\\|", "|", StringComparison.Ordinal)).ToList();
        return cells.Count > 0 && Row(cells) == row ? cells : null;
    }
}
