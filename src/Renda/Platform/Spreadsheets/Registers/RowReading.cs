namespace Renda.Platform.Spreadsheets.Registers;

/// <summary>Reads the cells of one row of a register. What a cell cannot mean is a problem; the value is then as if empty.</summary>
internal sealed class RowReading(Heading heading, SheetRow row, List<Problem> problems)
{
    private readonly HashSet<Column> wrong = [];

    /// <summary>Says what no cell may be, whatever its column: an error, or the result of a formula.</summary>
    public void CheckCells()
    {
        foreach (var cell in row.Cells.Where(c => c.Kind == CellKind.Error || c.Formula is not null))
        {
            Add(cell, cell.Kind == CellKind.Error
                ? $"单元格出错（{cell.Text}），请改正。"
                : "单元格是公式，结果可能已经过时。请复制后用“选择性粘贴—数值”粘贴回来。");
        }
    }

    /// <summary>Says which obligatory cells are empty, once the others have been read.</summary>
    public void CheckRequired(IEnumerable<Column> columns)
    {
        foreach (var column in columns.Where(c => c.Required && !wrong.Contains(c) && Cell(c) is null))
        {
            problems.Add(new Problem(row.Number, column.Name, heading.Reference(column, row.Number), "没有填写。"));
        }
    }

    private SheetCell? Cell(Column column) =>
        heading.Places.TryGetValue(column, out var place) && row.At(place) is { } cell && !string.IsNullOrWhiteSpace(cell.Text) ? cell : null;

    private SheetCell? Sound(Column column) => wrong.Contains(column) ? null : Cell(column);

    public string Text(Column column) => Sound(column)?.Text.ReplaceLineEndings("\n").Trim() ?? "";

    /// <summary>2026-1 typed into a cell becomes the first of January.</summary>
    public string Number(Column column) => Sound(column) is { Kind: CellKind.Date } cell
        ? Wrong(cell, column, $"编号被表格软件改成了日期 {cell.Text}。请把这一栏设为文本后重新填写。")
        : Text(column);

    public string OneLine(Column column) => string.Concat(Text(column).Split('\n', StringSplitOptions.TrimEntries));

    public IReadOnlyList<string> Many(Column column)
    {
        if (Sound(column) is { Kind: not CellKind.Text } cell)
        {
            Wrong(cell, column, $"应当是名称，现在是“{cell.Text}”。");
        }

        return Sound(column) is { } sound ? NamesInCell.Split(sound.Text) : [];
    }

    /// <param name="others">The column others belong in.</param>
    public string One(Column column, Column? others = null)
    {
        var names = Many(column);
        return names.Count < 2 ? names.SingleOrDefault() ?? ""
            : Wrong(Cell(column)!, column, $"只能填一个，现有 {names.Count} 个：{string.Join("、", names)}。{(others is null ? "" : $"其余的请填到“{others.Name}”。")}");
    }

    public DateOnly? Day(Column column)
    {
        if (Sound(column) is not { } cell)
        {
            return null;
        }

        if (cell.Kind == CellKind.Date ? cell.Date is { } day : Dates.TryRead(cell.Text, out day) && cell.Kind is CellKind.Text or CellKind.Number)
        {
            return cell.Date ?? day;
        }

        Wrong(cell, column, cell.Kind == CellKind.Number
            ? $"是数字 {cell.Text}，不是日期。请把单元格格式改为日期，或写成 2026-02-13 的样子。"
            : $"“{cell.Text}”不是一个存在的日期。请写成 2026-02-13 的样子。");
        return null;
    }

    /// <summary>The other columns, a line each.</summary>
    public string Extra() => string.Join('\n', heading.Others
        .Select(o => (o.Name, Text: row.At(o.Place)?.Text.Trim()))
        .Where(o => o.Text is { Length: > 0 })
        .Select(o => $"{o.Name}：{o.Text!.ReplaceLineEndings(" ")}"));

    private string Wrong(SheetCell cell, Column column, string says)
    {
        wrong.Add(column);
        problems.Add(new Problem(row.Number, column.Name, cell.Reference, says));
        return "";
    }

    private void Add(SheetCell cell, string says)
    {
        if (heading.Places.FirstOrDefault(p => p.Value == cell.Column) is { Key: { } column })
        {
            wrong.Add(column);
        }

        problems.Add(new Problem(row.Number, heading.NameAt(cell.Column), cell.Reference, says));
    }
}
