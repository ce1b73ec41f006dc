using System.IO.Compression;
using System.Text;
using Renda.Platform.Spreadsheets;
using Xunit;

namespace Renda.Tests.Platform.Spreadsheets;

public sealed class RefusedWorkbookTests
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Fact]
    public void Files_of_another_kind_are_named_for_what_they_are()
    {
        Assert.Contains("不是 Excel", Workbooks.Refusal(new MemoryStream("姓名,性别\n"u8.ToArray())));
        Assert.Contains("空的", Workbooks.Refusal(new MemoryStream()));
        Assert.Contains("旧版 .xls", Workbooks.Refusal(new MemoryStream([.. Ole, .. new byte[600]])));
        var locked = new MemoryStream([.. Ole, .. new byte[70_000], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[9]]);
        Assert.Contains("密码", Workbooks.Refusal(locked));
    }

    [Fact]
    public void A_zip_without_a_workbook_is_refused()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true)) zip.CreateEntry("a.txt");
        Assert.NotEmpty(Workbooks.Refusal(file));
    }

    [Fact]
    public void Limits_of_rows_columns_and_bytes_hold_at_the_edge()
    {
        var rows = string.Concat(Enumerable.Range(1, 3).Select(i => $"<row r='{i}'><c r='B{i}'><v>1</v></c></row>"));
        Assert.IsType<Sheet>(SheetReader.Read(Workbooks.Make(rows), new SheetLimits(Rows: 3, Columns: 2)));
        Assert.Contains("超过 2 行", Workbooks.Refusal(Workbooks.Make(rows), new SheetLimits(Rows: 2)));
        Assert.Contains("B1", Workbooks.Refusal(Workbooks.Make(rows), new SheetLimits(Columns: 1)));
        Assert.Contains("MB", Workbooks.Refusal(Workbooks.Make(rows), new SheetLimits(Bytes: 1000)));
    }

    [Fact]
    public void Formatted_but_empty_rows_and_columns_do_not_count()
    {
        var rows = "<row r='1'><c r='A1'><v>1</v></c><c r='ZZ1' s='0'/></row>" +
            string.Concat(Enumerable.Range(2, 500).Select(i => $"<row r='{i}'><c r='A{i}' s='0'/></row>"));
        var sheet = Assert.IsType<Sheet>(SheetReader.Read(Workbooks.Make(rows), new SheetLimits(Rows: 1, Columns: 1)));
        Assert.Single(sheet.Rows);
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_inflated()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            for (var i = 0; i < 16; i++) entry.Write(new byte[1024 * 1024]);
        }

        Assert.True(file.Length < 100_000);
        Assert.Contains("解压后超过 8 MB", Workbooks.Refusal(file, new SheetLimits(Bytes: 8 * 1024 * 1024)));
    }

    [Theory]
    [InlineData("<row r='2'/><row r='1'/>", "行号")]
    [InlineData("<row r='1'><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c></row>", "位置")]
    [InlineData("<row r='1'><c r='1'><v>1</v></c></row>", "位置")]
    [InlineData("<row r='1'><c r='A1' t='s'><v>7</v></c></row>", "A1")]
    [InlineData("<row r='1'><c r='A1'><v>1</c></row>", "损坏")]
    public void Disorder_in_the_sheet_is_refused_with_its_place(string rows, string says) =>
        Assert.Contains(says, Workbooks.Refusal(Workbooks.Make(rows)));

    [Fact]
    public void A_document_type_declaration_is_refused()
    {
        const string sheet = "<!DOCTYPE worksheet [<!ENTITY e 'boom'>]><worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>&e;</t></is></c></row></sheetData></worksheet>";
        Assert.Contains("损坏", Workbooks.Refusal(Workbooks.Make("", sheet: sheet)));
    }

    [Fact]
    public void A_damaged_file_never_throws()
    {
        var whole = Workbooks.Make("<row r='1'><c r='A1' t='s'><v>0</v></c></row>", strings: "<si><t>文</t></si>").ToArray();
        for (var length = 0; length < whole.Length; length += 7)
            Assert.IsType<Unreadable>(SheetReader.Read(new MemoryStream(whole[..length])));
        var random = new Random(2026);
        for (var i = 0; i < 1500; i++)
        {
            var bytes = whole.ToArray();
            for (var flips = random.Next(1, 5); flips > 0; flips--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Assert.NotNull(SheetReader.Read(new MemoryStream(bytes)));
        }
    }
}
