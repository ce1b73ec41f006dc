using System.Text;

namespace Renda.Statutes.Docx;

/// <summary>
/// A statute as a Word file in the layout in which statutes are printed (text area and type after GB/T 9704-2012): title and caption
/// centred, 编、章、节 centred, the numbers of articles bold, each 款 and 项 a paragraph, pages numbered. Read back it is the same law.
/// </summary>
public static class StatuteDocument
{
    /// <summary>The file. Remarks of the text (comments, Markdown's marks) are not in it.</summary>
    public static byte[] Write(Statute statute, WordFonts? fonts = null)
    {
        ArgumentNullException.ThrowIfNull(statute);
        var writing = new WordWriting(fonts ?? new WordFonts());
        var attached = false;
        for (var n = 0; n < statute.Nodes.Count; n++)
        {
            var node = statute.Nodes[n];
            var line = Line(statute, n);
            if (node.Part == Part.Table)
            {
                n = Table(writing, statute, n) - 1;
            }
            else if (node.Part == Part.Article)
            {
                // The first 款 stands on the line of the number.
                var first = n + 1 < statute.Nodes.Count && statute.Nodes[n + 1] is { Part: Part.Paragraph } next && next.Line == node.Line ? ++n : -1;
                writing.Paragraph(StatuteStyles.Body, WordWriting.Run(line, writing.Strong) + WordWriting.Run(first < 0 ? "" : "　" + statute.Words(first).ToString()));
            }
            else if (node.Part is not (Part.Lead or Part.Remark) && line.Length > 0)
            {
                writing.Paragraph(Style(node, attached), WordWriting.Run(line), pageBefore: node.Part == Part.Attachment && !attached);
                attached |= node.Part == Part.Attachment;
            }
        }

        return writing.Pack();
    }

    private static string Line(Statute statute, int n)
    {
        var label = statute.Label(n);
        return label + (statute.Nodes[n].IsHeading && label.Length > 0 ? "　" : "") + statute.Words(n).ToString();
    }

    private static string Style(Node node, bool attached) => attached ? StatuteStyles.Body : node.Part switch
    {
        Part.Title => StatuteStyles.Title,
        Part.Caption => StatuteStyles.Caption,
        Part.Contents or Part.ContentsEntry => StatuteStyles.Contents,
        Part.Section => StatuteStyles.Section,
        Part.Book or Part.Division or Part.Chapter => StatuteStyles.Heading,
        _ => StatuteStyles.Body,
    };

    // Rows written as Markdown writes them become a table; what is written otherwise stays as it stands, or it would come back otherwise.
    private static int Table(WordWriting writing, Statute statute, int from)
    {
        var rows = new List<IReadOnlyList<string>>();
        var (n, header) = (from, false);
        for (; n < statute.Nodes.Count && statute.Nodes[n].Part == Part.Table; n++)
        {
            var row = statute.Words(n).ToString();
            if (rows.Count == 1 && !header && row == WordTable.Rule(rows[0].Count))
            {
                header = true;
            }
            else if (WordTable.Cells(row) is { } cells && !row.Contains("---", StringComparison.Ordinal))
            {
                rows.Add(cells);
            }
            else
            {
                break;
            }
        }

        if (rows.Count == 0)
        {
            writing.Paragraph(StatuteStyles.Body, WordWriting.Run(statute.Words(from).ToString()));
            return from + 1;
        }

        var columns = rows.Max(r => r.Count);
        writing.Raw(WordTableXml.Open([.. Enumerable.Repeat(8840 / columns, columns)]));
        for (var r = 0; r < rows.Count; r++)
        {
            writing.Raw(WordTableXml.Row(rows[r].Select(c => WordTableXml.Cell(StatuteStyles.Cell, c.Split('\n').Select(l => WordWriting.Run(l)))), header: header && r == 0));
        }

        writing.Raw(WordTableXml.Close);
        return n;
    }
}

/// <summary>Tables in WordprocessingML.</summary>
internal static class WordTableXml
{
    public const string Close = "</w:tbl>";

    private static readonly string[] Sides = ["top", "left", "bottom", "right", "insideH", "insideV"];

    public static string Open(IReadOnlyList<int> widths) =>
        "<w:tbl><w:tblPr><w:tblW w:w=\"" + widths.Sum() + "\" w:type=\"dxa\"/><w:tblBorders>"
        + string.Concat(Sides.Select(side => $"<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"))
        + "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>" + string.Concat(widths.Select(w => $"<w:gridCol w:w=\"{w}\"/>")) + "</w:tblGrid>";

    /// <summary>A row; a heading row stands again on every page.</summary>
    public static string Row(IEnumerable<string> cells, bool header = false) =>
        new StringBuilder("<w:tr>").Append(header ? "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" : "").AppendJoin("", cells).Append("</w:tr>").ToString();

    /// <param name="merge">restart or continue, where a cell goes on over several rows.</param>
    public static string Cell(string style, IEnumerable<string> paragraphs, int span = 1, string merge = "") =>
        "<w:tc><w:tcPr>" + (span > 1 ? $"<w:gridSpan w:val=\"{span}\"/>" : "") + (merge.Length > 0 ? $"<w:vMerge w:val=\"{merge}\"/>" : "") + "</w:tcPr>"
        + string.Concat(paragraphs.DefaultIfEmpty("").Select(runs => $"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>")) + "</w:tc>";
}
