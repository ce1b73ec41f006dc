using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Renda.Platform.Spreadsheets;
using Xunit;

namespace Renda.Tests.Platform.Spreadsheets;

public sealed class SheetWriterTests
{
    private static readonly string[] Headers = ["编号", "姓名", "日期", "票数", "备注"];

    [Fact]
    public async Task Five_thousand_rows_come_back_as_they_went()
    {
        var rows = Enumerable.Range(1, 5000).Select(i => (IReadOnlyList<object?>)
            [$"{i:D6}", i % 7 == 0 ? "\U00020BB7㐂" : $"代表{i}", new DateOnly(1950, 1, 1).AddDays(i * 7), i * 0.1m, i % 3 == 0 ? null : "同意"]).ToList();
        var sheet = Workbooks.Read(await Written([.. rows]));
        Assert.Equal(5001, sheet.Rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var cells = sheet.Rows[i + 1].Cells;
            Assert.Equal((string)rows[i][0]!, cells[0].Text);
            Assert.Equal((string)rows[i][1]!, cells[1].Text);
            Assert.Equal((CellKind.Date, (DateOnly)rows[i][2]!), (cells[2].Kind, cells[2].Date!.Value));
            Assert.Equal((CellKind.Number, (decimal)rows[i][3]!), (cells[3].Kind, decimal.Parse(cells[3].Text)));
            Assert.Equal((string?)rows[i][4] ?? "", cells[4].Text);
        }
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("+86 13800000000")]
    [InlineData("<b>&\"'")]
    [InlineData("_x000D_")]
    [InlineData("  前后空格 ")]
    [InlineData("第一行\n第二行")]
    [InlineData("110101199001011234")]
    public async Task Text_stays_text(string text)
    {
        var cell = Workbooks.Read(await Written([text])).Rows[1].Cells[0];
        Assert.Equal((CellKind.Text, text, null), (cell.Kind, cell.Text, cell.Formula));
    }

    [Fact]
    public async Task What_XML_cannot_hold_is_removed()
    {
        var cells = Workbooks.Read(await Written(["a\0\u0001\u000Bb\uFFFE\uD800c", "行\r\n末\r", new string('长', 40_000)])).Rows[1].Cells;
        Assert.Equal("abc", cells[0].Text);
        Assert.Equal("行\n末\n", cells[1].Text);
        Assert.Equal(32_767, cells[2].Text.Length);
    }

    [Fact]
    public async Task Numbers_a_workbook_cannot_hold_whole_are_written_as_text()
    {
        var cells = Workbooks.Read(await Written([1234567890123456789L, double.NaN, new DateOnly(1898, 9, 21), 42L, true])).Rows[1].Cells;
        Assert.Equal(["1234567890123456789", "NaN", "1898-09-21", "42", "TRUE"], cells.Select(cell => cell.Text));
        Assert.Equal([CellKind.Text, CellKind.Text, CellKind.Text, CellKind.Number, CellKind.YesNo], cells.Select(cell => cell.Kind));
    }

    [Fact]
    public async Task The_file_is_valid_and_its_header_bold_and_frozen()
    {
        var file = await Written(["1", "王五", new DateOnly(2026, 2, 13), 3, new string('长', 31)]);
        using var document = SpreadsheetDocument.Open(file, false);
        var faults = new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken);
        Assert.Empty(faults.Select(error => error.Path?.XPath + error.Description));
        var xml = document.WorkbookPart!.WorksheetParts.Single().Worksheet.OuterXml;
        Assert.Contains("state=\"frozen\"", xml);
        Assert.Contains("width=\"60\"", xml);
        Assert.Contains("<x:c t=\"inlineStr\" s=\"1\">", xml.Replace("s=\"1\" t=\"inlineStr\"", "t=\"inlineStr\" s=\"1\""));
        Assert.Equal("人大代表名册", Workbooks.Read(await Written(["1"])).Name);
    }

    [Fact]
    public async Task A_response_that_can_only_be_written_forward_and_asynchronously_will_do()
    {
        await using var output = new ForwardOnly();
        await SheetWriter.Write(output, "表", Headers, Rows(["=1"]), TestContext.Current.CancellationToken);
        Assert.Equal("=1", Workbooks.Read(new MemoryStream(output.Bytes.ToArray())).Rows[1].Cells[0].Text);
    }

    private static async Task<MemoryStream> Written(params IReadOnlyList<object?>[] rows)
    {
        var file = new MemoryStream();
        await SheetWriter.Write(file, "人大[代表]名册:*?/\\", Headers, Rows(rows), TestContext.Current.CancellationToken);
        file.Position = 0;
        return file;
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(params IReadOnlyList<object?>[] rows)
    {
        foreach (var row in rows)
        {
            await Task.Yield();
            yield return row;
        }
    }
}
