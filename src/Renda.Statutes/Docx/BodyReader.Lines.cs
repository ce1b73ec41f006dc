using System.Globalization;
using System.Text;
using System.Xml;

namespace Renda.Statutes.Docx;

/// <summary>What the body becomes: lines, rows of tables, and notes on what is not in them.</summary>
internal sealed partial class BodyReader
{
    private readonly Dictionary<string, (int Line, int Count, string Said)> notes = new(StringComparer.Ordinal);
    private const int MostSpanned = 200; // cells of a row, where those that span several are still counted as such
    private int pictures; // open drawings without words

    /// <summary>What is not in the text.</summary>
    public IReadOnlyList<Defect> NotRead =>
        [.. notes.Values.OrderBy(n => n.Line).Select(n => new Defect(DefectKind.NotRead, n.Line, "", string.Create(CultureInfo.InvariantCulture, $"Word 文件里有{n.Count}{n.Said}。")))];

    private void Note(string what, string said) =>
        notes[what] = notes.TryGetValue(what, out var note) ? note with { Count = note.Count + 1 } : (line, 1, said);

    private void Flush(Paragraph paragraph)
    {
        var words = Label(paragraph) + paragraph.Words;
        if (tables.TryPeek(out var table) && table.Cell is { } cell)
        {
            Bound(table.Size += words.Length + 4);
            cell.Append(cell.Length > 0 ? "\n" : "").Append(words);
            return;
        }

        if (words.AsSpan().Trim().IsEmpty)
        {
            return;
        }

        ours |= paragraph.Style is StatuteStyles.Title;
        if (ours && !captionEnded && paragraph.Style is not (StatuteStyles.Title or StatuteStyles.Caption))
        {
            captionEnded = true;
            Add(Amending.Content.CaptionEnd);
        }

        Add(paragraph.Style switch { StatuteStyles.Title => "# ", StatuteStyles.Heading => "## ", StatuteStyles.Section => "### ", _ => "" } + words);
    }

    private void Add(string words)
    {
        Bound(words.Length);
        text.Append(words).Append('\n');
        line += 1 + words.AsSpan().Count('\n');
    }

    private string Label(Paragraph paragraph)
    {
        var list = paragraph.List ?? styles.List(paragraph.Style);
        if (list is null or "0")
        {
            return "";
        }

        var label = numbering.Next(list, paragraph.Level ?? styles.Level(paragraph.Style) ?? 0, out var known);
        if (label is null || !known)
        {
            Note(label is null ? "项目符号" : "编号", label is null ? "个项目符号，没有读出来" : "处自动编号的样式不认识，写成了数字");
        }

        return label ?? "";
    }

    private void StartTable(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "tbl":
                tables.Push(new Table());
                break;
            case "tr" when tables.TryPeek(out var table):
                (table.Cells, table.Header, table.Span) = ([], false, 1);
                break;
            case "tc" when tables.TryPeek(out var table):
                (table.Cell, table.Span) = (new StringBuilder(), 1);
                break;
            case "trPr" when tables.TryPeek(out var table):
                Word.Children(xml, () => table.Header |= xml.LocalName == "tblHeader" && Word.On(xml));
                break;
            case "tcPr" when tables.TryPeek(out var table):
                Word.Children(xml, () => table.Span = xml.LocalName == "gridSpan" ? Math.Clamp(Word.Number(xml) ?? 1, 1, 100) : table.Span);
                break;
        }
    }

    private void EndTable(string name)
    {
        if (!tables.TryPeek(out var table))
        {
            return;
        }

        switch (name)
        {
            case "tc" when table.Cell is { } cell:
                table.Cells.Add(cell.ToString());
                table.Cells.AddRange(Enumerable.Repeat("", table.Cells.Count > MostSpanned ? 0 : table.Span - 1));
                table.Cell = null;
                break;
            case "tr" when table.Cells.Count > 0:
                table.Rows.Add(WordTable.Row(table.Cells));
                if (table.Header)
                {
                    table.Rows.Add(WordTable.Rule(table.Cells.Count));
                }

                table.Cells = [];
                break;
            case "tbl":
                tables.Pop();
                Put(table);
                break;
        }
    }

    // A table within a cell is told in that cell's words.
    private void Put(Table table)
    {
        if (tables.TryPeek(out var outer) && outer.Cell is { } cell)
        {
            Note("套表", "个表格套在另一个表格里，写在外面一格");
            Bound(outer.Size += table.Size);
            cell.Append(cell.Length > 0 ? "\n" : "").AppendJoin('\n', table.Rows.Select(r => r.Trim('|', ' ').Replace('|', ' ')));
            return;
        }

        foreach (var row in table.Rows)
        {
            Add(row);
        }
    }

    private sealed class Table
    {
        public List<string> Rows { get; } = [];

        public List<string> Cells { get; set; } = [];

        public StringBuilder? Cell { get; set; }

        public long Size { get; set; }

        public int Span { get; set; } = 1;

        public bool Header { get; set; }
    }
}

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
