using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Renda.Platform.Spreadsheets;
using Xunit;
using Sheet = Renda.Platform.Spreadsheets.Sheet;

namespace Renda.Tests.Platform.Spreadsheets;

/// <summary>Real workbooks made with the library, around sheet XML a test writes itself.</summary>
internal static class Workbooks
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <param name="rows">What stands in sheetData.</param>
    /// <param name="formats">Number formats; style 0 is General and style n the n-th, an id or a code.</param>
    public static MemoryStream Make(
        string rows, string after = "", string strings = "", string[]? formats = null, bool is1904 = false, string? sheet = null)
    {
        var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            Feed(book.AddNewPart<WorkbookStylesPart>("styles"), Styles(formats ?? []));
            Feed(book.AddNewPart<SharedStringTablePart>("strings"), $"<sst xmlns='{Main}'>{strings}</sst>");
            Feed(book.AddNewPart<WorksheetPart>("hidden"), $"<worksheet xmlns='{Main}'><sheetData/></worksheet>");
            Feed(book.AddNewPart<WorksheetPart>("shown"), sheet ?? $"<worksheet xmlns='{Main}'><sheetData>{rows}</sheetData>{after}</worksheet>");
            book.Workbook = new Workbook(
                new WorkbookProperties { Date1904 = is1904 },
                new Sheets(
                    new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = "隐藏", SheetId = 1, Id = "hidden", State = SheetStateValues.Hidden },
                    new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = "代表名册", SheetId = 2, Id = "shown" }));
        }

        file.Position = 0;
        return file;
    }

    public static Sheet Read(MemoryStream file) => Assert.IsType<Sheet>(SheetReader.Read(file));

    public static SheetCell Cell(string cell, string strings = "", string[]? formats = null, bool is1904 = false) =>
        Read(Make($"<row r='1'>{cell}</row>", "", strings, formats, is1904)).Rows.Single().Cells.Single();

    public static string Refusal(Stream file, SheetLimits? limits = null) =>
        Assert.IsType<Unreadable>(SheetReader.Read(file, limits)).Sentence;

    private static void Feed(OpenXmlPart part, string xml)
    {
        using var stream = part.GetStream(FileMode.Create);
        using var writer = new StreamWriter(stream);
        writer.Write(xml);
    }

    private static string Styles(string[] formats)
    {
        var codes = formats.Select((format, i) => char.IsDigit(format[0]) && format.Length < 3
            ? ""
            : $"<numFmt numFmtId='{200 + i}' formatCode='{format.Replace("\"", "&quot;", StringComparison.Ordinal)}'/>");
        var ids = formats.Select((format, i) => char.IsDigit(format[0]) && format.Length < 3 ? format : $"{200 + i}");
        var styles = string.Concat(ids.Select(id => $"<xf numFmtId='{id}'/>"));
        return $"<styleSheet xmlns='{Main}'><numFmts>{string.Concat(codes)}</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>{styles}</cellXfs></styleSheet>";
    }
}
