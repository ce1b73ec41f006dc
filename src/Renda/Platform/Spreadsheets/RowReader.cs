using System.Globalization;
using System.Xml;

namespace Renda.Platform.Spreadsheets;

/// <summary>Reads the rows of one sheet in a single pass and stops at the first thing it must refuse.</summary>
internal sealed class RowReader(Book book, SheetLimits limits)
{
    private readonly CellReader _cells = new(book);
    private readonly List<SheetRow> _rows = [];
    private readonly List<string> _merged = [];
    private string? _refusal;

    public SheetRead Read()
    {
        using var stream = book.Sheet.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = Parts.Open(stream);
        var number = 0;
        while (_refusal is null && xml.Read())
        {
            if (xml.Starts("mergeCell") && xml.GetAttribute("ref") is { } range) _merged.Add(range);
            else if (xml.Starts("row")) number = ReadRow(xml, number);
        }

        return _refusal is null ? new Sheet(book.SheetName, _rows, _merged) : new Unreadable(_refusal);
    }

    private int ReadRow(XmlReader xml, int last)
    {
        var number = Number(xml.GetAttribute("r"), last);
        if (number <= last) return Refuse($"工作表“{book.SheetName}”第 {last} 行之后的行号错乱，文件可能已损坏，请用表格软件另存后重新上传。");
        var cells = ReadCells(xml, number);
        if (_refusal is not null || !cells.Exists(cell => cell.Kind != CellKind.Blank || cell.Formula is not null)) return number;
        if (_rows.Count == limits.Rows) return Refuse($"工作表“{book.SheetName}”的内容超过 {limits.Rows} 行，请拆成几个文件分别上传。");
        _rows.Add(new SheetRow(number, cells));
        return number;
    }

    private List<SheetCell> ReadCells(XmlReader xml, int row)
    {
        var cells = new List<SheetCell>();
        if (xml.IsEmptyElement) return cells;
        var (depth, column) = (xml.Depth, -1);
        while (_refusal is null && xml.Read() && xml.Depth > depth)
        {
            if (xml.Starts("c")) column = ReadCell(xml, row, column, cells);
        }

        return cells;
    }

    private int ReadCell(XmlReader xml, int row, int last, List<SheetCell> cells)
    {
        var column = xml.GetAttribute("r") is { } given ? References.Column(given) : last + 1;
        if (column is not { } place || place <= last)
            return Refuse($"工作表“{book.SheetName}”第 {row} 行的单元格位置错乱，文件可能已损坏，请用表格软件另存后重新上传。");
        var reference = $"{References.Letters(place)}{row}";
        if (_cells.Read(xml, reference, place) is not { } cell)
            return Refuse($"工作表“{book.SheetName}”{reference} 单元格的文字在文件中找不到，文件可能已损坏，请用表格软件另存后重新上传。");
        if (place < limits.Columns) cells.Add(cell);
        else if (cell.Kind != CellKind.Blank)
            return Refuse($"工作表“{book.SheetName}”{reference} 单元格超出 {limits.Columns} 列的限制，请删去多余的列后重新上传。");
        return place;
    }

    private static int Number(string? given, int last) => given is null
        ? last + 1
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private int Refuse(string sentence)
    {
        _refusal = sentence;
        return int.MaxValue;
    }
}
