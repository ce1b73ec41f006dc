using System.Text;
using System.Xml;

namespace Renda.Statutes.Docx;

/// <summary>Tables, row by row.</summary>
internal sealed partial class BodyReader
{
    private const int MostSpanned = 200; // cells of a row, where those that span several are still counted as such
    private readonly Stack<Table> tables = new();

    private void StartTable(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "tbl":
                tables.Push(new Table());
                break;
            case "tr" when tables.TryPeek(out var table):
                (table.Cells, table.Header, table.Span) = ([], false, 1);
                break;
            case "tc" when tables.TryPeek(out var table):
                (table.Cell, table.Span) = (new StringBuilder(), 1);
                break;
            case "trPr" when tables.TryPeek(out var table):
                Word.Children(xml, () => table.Header |= xml.LocalName == "tblHeader" && Word.On(xml));
                break;
            case "tcPr" when tables.TryPeek(out var table):
                Word.Children(xml, () => table.Span = xml.LocalName == "gridSpan" ? Math.Clamp(Word.Number(xml) ?? 1, 1, 100) : table.Span);
                break;
        }
    }

    private void EndTable(string name)
    {
        if (!tables.TryPeek(out var table))
        {
            return;
        }

        switch (name)
        {
            case "tc" when table.Cell is { } cell:
                table.Cells.Add(cell.ToString());
                table.Cells.AddRange(Enumerable.Repeat("", table.Cells.Count > MostSpanned ? 0 : table.Span - 1));
                table.Cell = null;
                break;
            case "tr" when table.Cells.Count > 0:
                table.Rows.Add(WordTable.Row(table.Cells));
                if (table.Header)
                {
                    table.Rows.Add(WordTable.Rule(table.Cells.Count));
                }

                table.Cells = [];
                break;
            case "tbl":
                tables.Pop();
                Put(table);
                break;
        }
    }

    // A table within a cell is told in that cell's words.
    private void Put(Table table)
    {
        if (tables.TryPeek(out var outer) && outer.Cell is { } cell)
        {
            Note("套表", "个表格套在另一个表格里，写在外面一格");
            Bound(outer.Size += table.Size);
            cell.Append(cell.Length > 0 ? "\n" : "").AppendJoin('\n', table.Rows.Select(r => r.Trim('|', ' ').Replace('|', ' ')));
            return;
        }

        foreach (var row in table.Rows)
        {
            Add(row);
        }
    }

    private sealed class Table
    {
        public List<string> Rows { get; } = [];

        public List<string> Cells { get; set; } = [];

        public StringBuilder? Cell { get; set; }

        public long Size { get; set; }

        public int Span { get; set; } = 1;

        public bool Header { get; set; }
    }
}
