using System.Globalization;
using System.Xml;
using Renda.Statutes.Referring;

namespace Renda.Statutes.Akn;

/// <summary>Writes what a node says: number, words with references; and what is unusual in how it is laid out.</summary>
internal sealed class AknInline(Statute statute, XmlWriter xml, AknLayout layout, Anchors anchors)
{
    private readonly ILookup<int, Reference> references = References.Of(statute).ToLookup(r => r.Node);

    /// <summary>Attributes for what is not as usual for the kind.</summary>
    public void Layout(int node)
    {
        var (around, usual) = (layout.Of(node), layout.Usual[layout.Key(node)]);
        Attribute("before", around.Before, usual.Before);
        Attribute("between", around.Between, usual.Between);
        Attribute("after", around.After, usual.After);
    }

    public bool HasNumber(int node) => statute.Nodes[node].LabelEnd > statute.Nodes[node].Label;

    public bool HasWords(int node) => statute.Nodes[node].BodyEnd > statute.Nodes[node].Body;

    public void Number(int node)
    {
        if (HasNumber(node))
        {
            xml.Start("num");
            Text(statute.Text.AsSpan(statute.Nodes[node].Label..statute.Nodes[node].LabelEnd));
            xml.WriteEndElement();
        }
    }

    /// <summary>A line outside the hierarchy.</summary>
    public void Block(int node)
    {
        xml.Start("p", ("class", layout.Key(node)));
        Layout(node);
        if (statute.Nodes[node].Part == Part.Title)
        {
            xml.Start("docTitle");
            Words(node);
            xml.WriteEndElement();
        }
        else
        {
            Words(node);
        }

        xml.WriteEndElement();
    }

    /// <summary>The words; what they refer to stands as ref and rref where it is known.</summary>
    public void Words(int node)
    {
        var end = statute.Nodes[node].Body + statute.Words(node).Length;
        var at = layout.IsOneLine(node) ? statute.Nodes[node].Label : statute.Nodes[node].Body;
        foreach (var reference in references[node])
        {
            if (reference.Missing)
            {
                continue;
            }

            Text(statute.Text.AsSpan(at..reference.Start));
            at = reference.Start + reference.Length;
            if (reference.To is { } to)
            {
                xml.Start("rref", ("from", Address(reference, reference.Target, reference.From)), ("upTo", Address(reference, reference.TargetEnd, to)));
            }
            else
            {
                xml.Start("ref", ("href", Address(reference, reference.Target, reference.From)));
            }

            Text(statute.Text.AsSpan(reference.Start, reference.Length));
            xml.WriteEndElement();
        }

        Text(statute.Text.AsSpan(at..end));
    }

    /// <summary>Text, whatever is in it.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var plain = Invalid(text);
            xml.WriteString(text[..plain].ToString());
            if (plain < text.Length)
            {
                // No XML holds NUL, or half of a surrogate pair.
                xml.Start("marker", ("name", "character"));
                xml.WriteAttributeString("l", "code", AkomaNtoso.LayoutNamespace, ((int)text[plain++]).ToString("x4", CultureInfo.InvariantCulture));
                xml.WriteEndElement();
            }

            text = text[plain..];
        }
    }

    /// <summary>What stands around something, where it is not as usual.</summary>
    public void Attribute(string name, string value, string usual)
    {
        if (value != usual)
        {
            xml.WriteAttributeString("l", name, AkomaNtoso.LayoutNamespace, AknLayout.Escape(value));
        }
    }

    private string Address(Reference reference, int target, Place place) =>
        reference.Statute is { } other ? AknMeta.Elsewhere(other, place.EId) : "#" + anchors.EId(target);

    private static int Invalid(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsSurrogate(c))
            {
                if (at + 1 < text.Length && char.IsSurrogatePair(c, text[at + 1]))
                {
                    at++;
                    continue;
                }

                return at;
            }

            if (c is (< ' ' and not ('\t' or '\n' or '\r')) or '\ufffe' or '\uffff')
            {
                return at;
            }
        }

        return text.Length;
    }
}
