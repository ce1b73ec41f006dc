using System.Text;

namespace Renda.Statutes.Amending;

/// <summary>A heading, or an article with its lines: the first without its number, 项 and 目 with theirs.</summary>
internal sealed record Element(Part Part, string Label, int Number, int Suffix, IReadOnlyList<string> Lines, IReadOnlyList<Part> Kinds)
{
    public bool IsHeading => Part is >= Part.Book and <= Part.Section;

    public bool SameWords(Element other) => Lines.SequenceEqual(other.Lines) && Kinds.SequenceEqual(other.Kinds);
}

/// <summary>What of a statute is law: title, preamble, headings, articles, attachments. Caption and contents follow from it; space and marks do not count.</summary>
internal sealed record Content(IReadOnlyList<string> Titles, IReadOnlyList<string> Preamble, IReadOnlyList<Element> Elements, IReadOnlyList<string> Attachments)
{
    public const string CaptionEnd = "<!-- INFO END -->";

    public IEnumerable<Element> Articles => Elements.Where(e => !e.IsHeading);

    public static Content Of(Statute statute)
    {
        List<string> titles = [], preamble = [], attachments = [];
        var elements = new List<Element>();
        var (lines, kinds) = (new List<string>(), new List<Part>()); // of the last element
        var numbered = statute.Nodes.Any(n => n.Part == Part.Article) ? Part.Article : Part.Point;
        var attached = false;
        for (var n = 0; n < statute.Nodes.Count; n++)
        {
            var node = statute.Nodes[n];
            attached |= node.Part == Part.Attachment;
            var line = statute.Label(n) + statute.Words(n).ToString();
            if (attached && node.Part != Part.Remark)
            {
                attachments.Add(line);
            }
            else if (node.Part is Part.Title or Part.Preamble)
            {
                (node.Part == Part.Title ? titles : preamble).Add(line);
            }
            else if (node.IsHeading)
            {
                (lines, kinds) = ([Parsing.Blank.Squeeze(statute.Words(n))], []);
                elements.Add(new Element(node.Part, statute.Label(n), node.Number, node.Suffix, lines, kinds));
            }
            else if (node.Part == numbered)
            {
                (lines, kinds) = node.Part == Part.Point ? ([statute.Words(n).ToString()], [Part.Paragraph]) : (new List<string>(), new List<Part>());
                elements.Add(new Element(node.Part, statute.Label(n), node.Number, node.Suffix, lines, kinds));
            }
            else if (node.Part is Part.Paragraph or Part.Item or Part.Subitem or Part.Quoted or Part.Table or Part.Point)
            {
                // Words before any heading or article belong to the preamble; those under a heading stand with it.
                (elements.Count > 0 ? lines : preamble).Add(line);
                kinds.Add(node.Part);
            }
        }

        return new Content(titles, preamble, elements, attachments);
    }

    /// <summary>The text, one line each; a Statute read from it has the same content.</summary>
    public string Write(IEnumerable<string>? caption = null)
    {
        var text = new StringBuilder();
        foreach (var title in Titles)
        {
            text.Append("# ").Append(title).Append("\n\n");
        }

        string[] after = [.. caption ?? []];
        foreach (var line in after)
        {
            text.Append(line).Append("\n\n");
        }

        if (after.Length > 0 || Preamble.Count > 0)
        {
            text.Append(CaptionEnd).Append("\n\n");
        }

        foreach (var line in Preamble)
        {
            text.Append(line).Append("\n\n");
        }

        foreach (var element in Elements)
        {
            Write(text, element);
        }

        foreach (var line in Attachments)
        {
            text.Append(line).Append("\n\n");
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Element element)
    {
        var first = element.Lines.Count > 0 && (element.IsHeading || element.Kinds[0] is Part.Paragraph) ? element.Lines[0] : "";
        var mark = element.IsHeading ? element.Part switch { Part.Book => "## ", Part.Division => "## ", Part.Chapter => "## ", _ => "### " } : "";
        var gap = element.Label.Length == 0 || element.Part == Part.Point ? "" : " ";
        text.Append(mark).Append(element.Label).Append(gap).Append(first).Append("\n\n");
        foreach (var line in element.Lines.Skip(first.Length > 0 || element.IsHeading ? 1 : 0))
        {
            text.Append(line).Append("\n\n");
        }
    }
}
