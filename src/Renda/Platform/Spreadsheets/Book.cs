using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Renda.Platform.Spreadsheets;

/// <summary>What is needed of a workbook before its first visible sheet can be read.</summary>
internal sealed record Book(string SheetName, WorksheetPart Sheet, bool Is1904, NumberFormats Formats, IReadOnlyList<string> Strings)
{
    /// <summary>Null where the workbook has no visible worksheet.</summary>
    public static Book? Open(SpreadsheetDocument document)
    {
        if (document.WorkbookPart is not { } part) return null;
        var (is1904, sheets) = Contents(part);
        foreach (var (name, relation) in sheets)
        {
            if (!part.TryGetPartById(relation, out var found) || found is not WorksheetPart sheet) continue;
            using var styles = part.WorkbookStylesPart?.GetStream(FileMode.Open, FileAccess.Read);
            return new Book(name, sheet, is1904, NumberFormats.Read(styles), SharedStrings(part));
        }

        return null;
    }

    private static (bool Is1904, List<(string Name, string Relation)> Sheets) Contents(WorkbookPart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = Parts.Open(stream);
        var is1904 = false;
        var sheets = new List<(string, string)>();
        while (xml.Read())
        {
            if (xml.Starts("workbookPr")) is1904 = xml.GetAttribute("date1904") is "1" or "true";
            else if (xml.Starts("sheet") && (xml.GetAttribute("state") ?? "visible") == "visible" && Relation(xml) is { } relation)
                sheets.Add((xml.GetAttribute("name") ?? "", relation));
        }

        return (is1904, sheets);
    }

    private static string? Relation(XmlReader xml)
    {
        for (var i = 0; i < xml.AttributeCount; i++)
        {
            xml.MoveToAttribute(i);
            if (xml is not { LocalName: "id", Prefix.Length: > 0 }) continue;
            var value = xml.Value;
            xml.MoveToElement();
            return value;
        }

        xml.MoveToElement();
        return null;
    }

    private static List<string> SharedStrings(WorkbookPart part)
    {
        var strings = new List<string>();
        if (part.SharedStringTablePart is not { } table) return strings;
        using var stream = table.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = Parts.Open(stream);
        while (xml.Read())
        {
            if (xml.Starts("si")) strings.Add(xml.RichText());
        }

        return strings;
    }

    public string? Shared(string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < Strings.Count ? Strings[i] : null;
}
