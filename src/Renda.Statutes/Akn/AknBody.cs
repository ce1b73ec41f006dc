using System.Xml;

namespace Renda.Statutes.Akn;

/// <summary>Writes the hierarchy from 编 to 目. 款 is paragraph, 项 point, 目 indent; a decision's 一、 is clause.</summary>
internal sealed class AknBody(Statute statute, XmlWriter xml, AknLayout layout, Anchors anchors, AknInline inline, AknTable table)
{
    private readonly Stack<Part> open = new();

    public void Write(int from, int end)
    {
        var any = false;
        for (var i = from; i < end; i++)
        {
            if (!layout.IsWritten(i))
            {
                continue;
            }

            any = true;
            var part = statute.Nodes[i].Part;
            while (open.Count > 0 && !Holds(open.Peek(), part))
            {
                open.Pop();
                xml.WriteEndElement();
            }

            if (part == Part.Table)
            {
                var last = i + 1;
                while (last < end && (!layout.IsWritten(last) || statute.Nodes[last].Part == Part.Table))
                {
                    last++;
                }

                xml.Start("hcontainer", ("name", "table"), ("eId", anchors.EId(i)));
                xml.Start("content");
                table.Write(i, last);
                xml.WriteEndElement();
                xml.WriteEndElement();
                i = last - 1;
                continue;
            }

            Write(i, part, Next(i, end));
        }

        for (; open.Count > 0; open.Pop())
        {
            xml.WriteEndElement();
        }

        if (!any)
        {
            xml.Empty("hcontainer", ("name", "empty")); // The schema wants something.
        }
    }

    private void Write(int i, Part part, Part? next)
    {
        if (part is (>= Part.Book and <= Part.Section) or (>= Part.Point and <= Part.Subitem))
        {
            xml.Start(AknLayout.Key(part), ("eId", anchors.EId(i)));
        }
        else
        {
            xml.Start("hcontainer", ("name", AknLayout.Key(part)), ("class", AknLayout.Key(part)));
            if (anchors.EId(i) is { Length: > 0 } eId)
            {
                xml.WriteAttributeString("eId", eId);
            }
        }

        open.Push(part);
        inline.Layout(i);
        inline.Number(i);
        if (!inline.HasWords(i))
        {
            return;
        }

        if (part is >= Part.Book and <= Part.Section)
        {
            xml.Start("heading");
            inline.Words(i);
            xml.WriteEndElement();
            return;
        }

        xml.Start(next is { } follows && Holds(part, follows) ? "intro" : "content");
        xml.Start("p");
        inline.Words(i);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private Part? Next(int i, int end)
    {
        for (i++; i < end; i++)
        {
            if (layout.IsWritten(i))
            {
                return statute.Nodes[i].Part;
            }
        }

        return null;
    }

    private static bool Holds(Part outer, Part inner) => outer switch
    {
        >= Part.Book and <= Part.Section => inner is > Part.Section || (inner > outer && inner <= Part.Section),
        Part.Point => inner is Part.Paragraph or Part.Item or Part.Subitem or Part.Quoted or Part.Table,
        Part.Article => inner is Part.Paragraph or Part.Item or Part.Subitem or Part.Table,
        Part.Paragraph => inner is Part.Item or Part.Subitem,
        Part.Item => inner == Part.Subitem,
        _ => false,
    };
}
