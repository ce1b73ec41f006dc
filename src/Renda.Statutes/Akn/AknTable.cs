using System.Xml;
using Renda.Statutes.Rendering;

namespace Renda.Statutes.Akn;

/// <summary>Writes tables.</summary>
internal sealed class AknTable(Statute statute, XmlWriter xml, AknLayout layout, AknInline inline)
{
    /// <summary>Lines of a table, one after the other: rows of cells, and what is no such row as it is.</summary>
    public void Write(int first, int end)
    {
        var rows = false;
        for (var i = first; i < end; i++)
        {
            if (!layout.IsWritten(i))
            {
                continue;
            }

            var cells = TableRow.Cells(statute.Words(i));
            if (rows != cells is not null)
            {
                rows = !rows;
                if (rows)
                {
                    xml.Start("table");
                }
                else
                {
                    xml.WriteEndElement();
                }
            }

            if (cells is null)
            {
                inline.Block(i);
                continue;
            }

            xml.Start("tr");
            inline.Layout(i);
            foreach (var cell in cells)
            {
                Cell(cell);
            }

            xml.WriteEndElement();
        }

        if (rows)
        {
            xml.WriteEndElement();
        }
    }

    private void Cell(string cell)
    {
        var words = Parsing.Blank.Trim(cell);
        var start = words.IsEmpty ? cell.Length : cell.IndexOf(words[0], StringComparison.Ordinal);
        xml.Start("td");
        inline.Attribute("before", cell[..start], " ");
        inline.Attribute("after", cell[(start + words.Length)..], " ");
        if (!words.IsEmpty)
        {
            xml.Start("p");
            inline.Text(words);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
