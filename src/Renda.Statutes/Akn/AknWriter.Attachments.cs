using System.Globalization;

namespace Renda.Statutes.Akn;

/// <summary>Attachments: a document each, as the vocabulary wants it.</summary>
internal sealed partial class AknWriter
{
    // Each says anew what identifies it; of a text with more the last holds the rest.
    private const int Most = 1_000;

    private void Attachments()
    {
        if (attached == statute.Nodes.Count)
        {
            return;
        }

        xml.Start("attachments");
        for (var (i, n) = (attached, 1); i < statute.Nodes.Count; n++)
        {
            var end = i + 1;
            while (end < statute.Nodes.Count && (statute.Nodes[end].Part != Part.Attachment || n == Most))
            {
                end++;
            }

            xml.Start("attachment", ("eId", anchors.EId(i)));
            inline.Layout(i);
            xml.Start("heading");
            inline.Words(i);
            xml.WriteEndElement();
            xml.Start("doc", ("name", "attachment"));
            meta.Write(null, $"/!annex_{n.ToString(CultureInfo.InvariantCulture)}");
            xml.Start("mainBody");
            if (Enumerable.Range(i + 1, end - i - 1).Any(layout.IsWritten))
            {
                Blocks(i + 1, end);
            }
            else
            {
                xml.Empty("p"); // The schema wants one.
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
            i = end;
        }

        xml.WriteEndElement();
    }
}
