using System.Globalization;
using System.Text;
using Renda.Statutes.Referring;

namespace Renda.Statutes.Rendering;

/// <summary>Writes a statute's nodes as elements that lie inside each other.</summary>
internal sealed partial class PageWriter
{
    private readonly Statute statute;
    private readonly Anchors anchors;
    private readonly Linking linking;
    private readonly ContentsLinks contents;
    private readonly StringBuilder to;
    private readonly Stack<(Part Part, string Close)> open = new();
    private readonly int level;
    private int headings; // open ones
    private int items; // in the open list
    private bool titled;

    public PageWriter(Statute statute, Func<Reference, string?>? elsewhere, int level)
    {
        (this.statute, this.level, anchors) = (statute, level, Anchors.Of(statute));
        (linking, contents) = (new Linking(statute, anchors, elsewhere), new ContentsLinks(statute));
        to = new StringBuilder(statute.Text.Length * 2);
    }

    public string Write()
    {
        to.Append("<article class=\"statute\" lang=\"zh-CN\">\n");
        for (var i = 0; i < statute.Nodes.Count; i++)
        {
            Close(statute.Nodes[i].Part);
            Write(i, statute.Nodes[i]);
        }

        Close(Part.Attachment);
        return to.Append("</article>\n").ToString();
    }

    private void Write(int i, Node node)
    {
        switch (node.Part)
        {
            case Part.Title or Part.Caption:
                Open(Part.Title, "<header>", "</header>\n");
                var first = node.Part == Part.Title && !titled;
                titled |= first;
                Line(i, first ? $"<h{level}>" : $"<p class=\"{(node.Part == Part.Title ? "subtitle" : "caption")}\">", first ? $"</h{level}>\n" : "</p>\n");
                break;
            case Part.Contents:
                Open(Part.Contents, "<nav class=\"contents\" aria-label=\"目录\">", "</nav>\n");
                Line(i, $"<{Heading()}>", $"</{Heading()}>\n");
                break;
            case Part.ContentsEntry:
                Open(Part.ContentsEntry, "<ul>", "</ul>");
                var target = contents.Target(i);
                Line(i, target < 0 ? "<li>" : $"<li><a href=\"#{anchors.Html(target)}\">", target < 0 ? "</li>\n" : "</a></li>\n");
                break;
            case Part.Book or Part.Division or Part.Chapter or Part.Section or Part.Attachment:
                var tag = Heading();
                Open(node.Part, $"<section class=\"{Class(node.Part)}\" id=\"{anchors.Html(i)}\">", "</section>\n");
                Line(i, $"<{tag}>", $"</{tag}>\n");
                headings++;
                break;
            case Part.Article:
                var head = Heading();
                Open(Part.Article, $"<section class=\"article\" id=\"{anchors.Html(i)}\">", "</section>\n");
                to.Append($"<{head}><a href=\"#{anchors.Html(i)}\">{Escaping.Text(statute.Label(i))}</a></{head}>\n");
                break;
            case Part.Point:
                Open(Part.Point, $"<section class=\"point\" id=\"{anchors.Html(i)}\">", "</section>\n");
                Line(i, "<p>", "</p>\n");
                break;
            case Part.Item or Part.Subitem:
                Open(node.Part, "<ul class=\"" + Class(node.Part) + "s\">", node.Part == Part.Item ? "</li></ul>\n" : "</ul>");
                to.Append(node.Part == Part.Item && items > 0 ? "</li>" : "");
                items += node.Part == Part.Item ? 1 : 0;
                Line(i, $"<li id=\"{anchors.Html(i)}\">", node.Part == Part.Item ? "" : "</li>");
                break;
            case Part.Quoted:
                Open(Part.Quoted, "<blockquote>", "</blockquote>\n");
                Line(i, "<p>", "</p>");
                break;
            case Part.Table:
                Table(i);
                break;
            case Part.Paragraph:
                Line(i, $"<p id=\"{anchors.Html(i)}\">", "</p>\n");
                break;
            case Part.Preamble:
                Line(i, "<p class=\"preamble\">", "</p>\n");
                break;
            default:
                break; // Blank lines and remarks of the file are no part of the statute.
        }
    }

    private static string Class(Part part) => part.ToString().ToLower(CultureInfo.InvariantCulture);

    private string Heading() => $"h{Math.Min(6, headings + level + 1)}";

    private void Open(Part part, string tag, string close)
    {
        if (open.Count > 0 && open.Peek().Part == part && part is Part.Title or Part.Contents or Part.ContentsEntry or Part.Item or Part.Subitem or Part.Quoted)
        {
            return;
        }

        to.Append(tag);
        items = part == Part.Item ? 0 : items;
        open.Push((part, close));
    }

    // What cannot lie inside what is open closes it.
    private void Close(Part part)
    {
        while (open.Count > 0 && !Holds(open.Peek().Part, part))
        {
            var (closed, tag) = open.Pop();
            headings -= closed is >= Part.Book and <= Part.Section or Part.Attachment ? 1 : 0;
            to.Append(tag);
        }
    }

    private static bool Holds(Part outer, Part inner) => inner is Part.Remark or Part.Lead || outer switch
    {
        Part.Title => inner is Part.Title or Part.Caption,
        Part.Contents or Part.ContentsEntry => inner == Part.ContentsEntry,
        >= Part.Book and <= Part.Section => inner is > Part.Section and not Part.Attachment || (inner > outer && inner <= Part.Section),
        Part.Attachment => inner is Part.Paragraph or Part.Table,
        Part.Article => inner is Part.Paragraph or Part.Item or Part.Subitem or Part.Table,
        Part.Point => inner is Part.Paragraph or Part.Item or Part.Subitem or Part.Table or Part.Quoted,
        Part.Item => inner is Part.Item or Part.Subitem,
        Part.Subitem => inner == Part.Subitem,
        Part.Quoted => inner == Part.Quoted,
        _ => false,
    };

    private void Line(int i, string before, string after)
    {
        to.Append(before);
        var node = statute.Nodes[i];
        if (node.LabelEnd > node.Label)
        {
            var label = Escaping.Text(statute.Label(i));
            to.Append(node.Part is Part.Item or Part.Subitem or Part.Point ? $"<span class=\"label\">{label}</span>" : label + "　");
        }

        linking.Append(to, i);
        to.Append(after);
    }
}
