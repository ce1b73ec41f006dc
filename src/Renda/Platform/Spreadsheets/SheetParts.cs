using System.Text.RegularExpressions;

namespace Renda.Platform.Spreadsheets;

/// <summary>The small fixed parts of a workbook with one sheet.</summary>
internal static partial class SheetParts
{
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string SheetPath = "xl/worksheets/sheet1.xml";

    public static IEnumerable<(string Path, string Xml)> All(string sheetName) =>
    [
        ("[Content_Types].xml", $"""
            {Head}<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{Override("xl/workbook.xml", "sheet.main")}{Override(SheetPath, "worksheet")}{Override("xl/styles.xml", "styles")}</Types>
            """),
        ("_rels/.rels", $"""
            {Head}<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """),
        ("xl/_rels/workbook.xml.rels", $"""
            {Head}<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{Office}/styles" Target="styles.xml"/></Relationships>
            """),
        ("xl/workbook.xml", $"""
            {Head}<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="{SheetText.Escape(Name(sheetName))}" sheetId="1" r:id="r1"/></sheets></workbook>
            """),
        ("xl/styles.xml", $"""
            {Head}<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>
            """),
    ];

    private static string Override(string path, string type) =>
        $"""<Override PartName="/{path}" ContentType="{Spreadsheet}.{type}+xml"/>""";

    // What Excel refuses in the name of a sheet is dropped.
    private static string Name(string sheetName)
    {
        var name = Forbidden().Replace(sheetName, "").Trim('\'', ' ');
        name = name.Length > 31 ? name[..(char.IsHighSurrogate(name[30]) ? 30 : 31)] : name;
        return name.Length == 0 ? "Sheet1" : name;
    }

    [GeneratedRegex(@"[\\/?*\[\]:\p{Cc}]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Forbidden();
}
