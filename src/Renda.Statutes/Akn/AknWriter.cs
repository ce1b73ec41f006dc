using System.Globalization;
using System.Xml;
using Renda.Statutes.Rendering;

namespace Renda.Statutes.Akn;

/// <summary>Writes the document: what stands before the text, the text, the attachments.</summary>
internal sealed partial class AknWriter
{
    private readonly Statute statute;
    private readonly XmlWriter xml;
    private readonly AknLayout layout;
    private readonly Anchors anchors;
    private readonly AknInline inline;
    private readonly AknTable table;
    private readonly ContentsLinks links;
    private readonly AknMeta meta;
    private readonly int body; // the first node of the text, and of the attachments
    private readonly int attached;

    public AknWriter(Statute statute, XmlWriter xml)
    {
        (this.statute, this.xml) = (statute, xml);
        (layout, anchors, meta) = (new AknLayout(statute), Anchors.Of(statute), new AknMeta(statute, xml));
        inline = new AknInline(statute, xml, layout, anchors);
        (table, links) = (new AknTable(statute, xml, layout, inline), new ContentsLinks(statute));
        (body, attached) = (First(n => n.Part is (>= Part.Book and <= Part.Subitem) or Part.Quoted), First(n => n.Part == Part.Attachment));
        body = Math.Min(body, attached);
    }

    public void Write()
    {
        xml.WriteStartDocument();
        xml.Start("akomaNtoso");
        xml.WriteAttributeString("xmlns", "l", null, AkomaNtoso.LayoutNamespace);
        var points = body < statute.Nodes.Count && statute.Nodes[body].Part == Part.Point;
        xml.Start("act", ("name", points ? "decision" : "statute"), ("contains", meta.Changed ? "singleVersion" : "originalVersion"));
        meta.Write(layout, "/!main");
        var preamble = Math.Min(body, First(n => n.Part == Part.Preamble));
        Head("preface", 0, preamble);
        Head("preamble", preamble, body);
        xml.Start("body");
        new AknBody(statute, xml, layout, anchors, inline, table).Write(body, attached);
        xml.WriteEndElement();
        Attachments();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private int First(Predicate<Node> meant)
    {
        for (var i = 0; i < statute.Nodes.Count; i++)
        {
            if (meant(statute.Nodes[i]))
            {
                return i;
            }
        }

        return statute.Nodes.Count;
    }

    private void Head(string element, int from, int end)
    {
        if (Enumerable.Range(from, end - from).Any(layout.IsWritten))
        {
            xml.Start(element);
            Blocks(from, end);
            xml.WriteEndElement();
        }
    }

    private void Blocks(int from, int end)
    {
        for (var i = from; i < end;)
        {
            var last = i + 1;
            while (last < end && (!layout.IsWritten(last) || statute.Nodes[last].Part == statute.Nodes[i].Part))
            {
                last++;
            }

            if (statute.Nodes[i].Part == Part.Table)
            {
                table.Write(i, last);
            }
            else if (statute.Nodes[i].Part == Part.ContentsEntry)
            {
                Contents(i, last);
            }
            else
            {
                for (; i < last; i++)
                {
                    if (layout.IsWritten(i))
                    {
                        inline.Block(i);
                    }
                }
            }

            i = last;
        }
    }

    private void Contents(int from, int end)
    {
        xml.Start("toc");
        for (var i = from; i < end; i++)
        {
            if (layout.IsWritten(i))
            {
                var target = links.Target(i);
                var level = target >= 0 && statute.Nodes[target].Part == Part.Section ? 2 : 1;
                xml.Start("tocItem", ("level", level.ToString(CultureInfo.InvariantCulture)), ("class", "contentsentry"), ("href", target >= 0 ? "#" + anchors.EId(target) : "#"));
                inline.Layout(i);
                inline.Words(i);
                xml.WriteEndElement();
            }
        }

        xml.WriteEndElement();
    }
}
