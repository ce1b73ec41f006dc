using System.Globalization;
using System.Text;
using System.Xml;

namespace Renda.Statutes.Docx;

/// <summary>What the body becomes: lines, rows of tables, and notes on what is not in them.</summary>
internal sealed partial class BodyReader
{
    private readonly Dictionary<string, (int Line, int Count, string Said)> notes = new(StringComparer.Ordinal);
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
}
