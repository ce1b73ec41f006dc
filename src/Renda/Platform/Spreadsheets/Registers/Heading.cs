namespace Renda.Platform.Spreadsheets.Registers;

/// <summary>The row that names the columns: the columns it knows and the others, by place.</summary>
internal sealed record Heading(int Row, IReadOnlyDictionary<Column, int> Places, IReadOnlyList<(int Place, string Name)> Others)
{
    /// <summary>A title and a note may stand above; what is further down is data.</summary>
    private const int LookedAt = 10;

    private const int EnoughToBeOne = 3;

    /// <summary>Null with sentences where the sheet has no heading it can be read by.</summary>
    public static (Heading? Heading, IReadOnlyList<Problem> Problems) Find(Sheet sheet, IReadOnlyList<Column> columns)
    {
        var row = sheet.Rows.Take(LookedAt).FirstOrDefault(r => r.Cells.Count(c => Called(c.Text) is not null) >= EnoughToBeOne);
        if (row is null)
        {
            return (null, [new Problem(0, null, null, $"工作表“{sheet.Name}”的前 {LookedAt} 行里找不到表头。表头要有：{Names(columns.Where(c => c.Required))}；还可以有：{Names(columns.Where(c => !c.Required))}。")]);
        }

        var named = row.Cells.Where(c => c.Text.Trim().Length > 0).Select(c => (Cell: c, Column: Called(c.Text))).ToList();
        List<Problem> problems =
        [
            .. columns.Where(c => c.Required && named.All(n => n.Column != c)).Select(c => new Problem(row.Number, null, null, $"表头里没有“{c.Name}”一栏。")),
            .. named.Where(n => n.Column is not null).GroupBy(n => n.Column).Where(g => g.Count() > 1)
                .Select(g => new Problem(row.Number, g.Key!.Name, string.Join("、", g.Select(n => n.Cell.Reference)), $"“{g.Key.Name}”有 {g.Count()} 栏，只能有一栏。")),
        ];
        return problems.Count > 0 ? (null, problems) : (new Heading(
            row.Number, named.Where(n => n.Column is not null).ToDictionary(n => n.Column!, n => n.Cell.Column),
            [.. named.Where(n => n.Column is null).Select(n => (n.Cell.Column, n.Cell.Text.Trim()))]), []);

        Column? Called(string header) => columns.FirstOrDefault(c => c.IsCalled(header));
    }

    /// <summary>The rows that say something.</summary>
    public IEnumerable<SheetRow> Below(Sheet sheet) =>
        sheet.Rows.Where(r => r.Number > Row && r.Cells.Any(c => c.Formula is not null || !string.IsNullOrWhiteSpace(c.Text)));

    public string NameAt(int place) => Places.FirstOrDefault(p => p.Value == place) is { Key: { } column } ? column.Name
        : Others.FirstOrDefault(o => o.Place == place).Name ?? References.Letters(place);

    public string? Reference(Column column, int row) => Places.TryGetValue(column, out var place) ? $"{References.Letters(place)}{row}" : null;

    private static string Names(IEnumerable<Column> columns) => string.Join("、", columns.Select(c => c.Name));
}
