using Renda.Statutes.Parsing;

namespace Renda.Statutes.Rendering;

/// <summary>Tables, row by row.</summary>
internal sealed partial class PageWriter
{
    private void Table(int i)
    {
        var begins = i == 0 || statute.Nodes[i - 1].Part != Part.Table;
        var ends = i + 1 == statute.Nodes.Count || statute.Nodes[i + 1].Part != Part.Table;
        var (cells, before) = (TableRow.Cells(statute.Words(i)), begins ? null : TableRow.Cells(statute.Words(i - 1)));
        if (cells is null)
        {
            to.Append(before is null ? "" : "</table>\n").Append("<pre>");
            linking.Append(to, i);
            to.Append("</pre>\n");
            return;
        }

        to.Append(before is null ? "<table>" : "");
        if (!TableRow.IsRule(cells))
        {
            var head = before is null && !ends && TableRow.Cells(statute.Words(i + 1)) is { } under && TableRow.IsRule(under) ? "th scope=\"col\"" : "td";
            to.Append("<tr>").AppendJoin("", cells.Select(c => $"<{head}>{Escaping.Text(Blank.Trim(c))}</{head[..2]}>")).Append("</tr>\n");
        }

        to.Append(ends ? "</table>\n" : "");
    }
}
