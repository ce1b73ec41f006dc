using System.Globalization;
using System.Xml;

namespace Renda.Platform.Spreadsheets;

/// <summary>Reads one cell and says what it holds.</summary>
internal sealed class CellReader(Book book)
{
    /// <summary>Leaves the reader on the cell's end. The caller knows the place; null if a shared text is missing.</summary>
    public SheetCell? Read(XmlReader xml, string reference, int column)
    {
        var (type, style) = (xml.GetAttribute("t") ?? "n", xml.GetAttribute("s"));
        var (value, inline, formula) = Contents(xml);
        var content = inline ?? (type == "s" && value is not null ? book.Shared(value) : value);
        if (content is null && value is not null) return null;
        var (kind, text, date) = Shown(inline is null ? type : "inlineStr", content ?? "", Style(style));
        if (formula is not null && kind != CellKind.Error) kind = CellKind.Formula;
        return new SheetCell(reference, column, kind, text, date, formula);
    }

    private static (string? Value, string? Inline, string? Formula) Contents(XmlReader xml)
    {
        (string? value, string? inline, string? formula) = (null, null, null);
        if (xml.IsEmptyElement) return (value, inline, formula);
        var depth = xml.Depth;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.Starts("v")) value = xml.ReadElementContentAsString();
            else if (xml.Starts("f")) formula = xml.ReadElementContentAsString();
            else if (xml.Starts("is")) inline = xml.RichText();
            else xml.Read();
        }

        return (value, inline, formula);
    }

    private (CellKind Kind, string Text, DateOnly? Date) Shown(string type, string content, int style) => (type, content) switch
    {
        (_, "") => (CellKind.Blank, "", null),
        ("s" or "inlineStr", _) => (CellKind.Text, content, null),
        ("str", _) => (CellKind.Text, Parts.Unescape(content), null),
        ("b", _) => (CellKind.YesNo, content is "1" or "true" ? "TRUE" : "FALSE", null),
        ("e", _) => (CellKind.Error, content, null),
        ("d", _) => IsoDate(content),
        _ => Number(content, style),
    };

    private static (CellKind Kind, string Text, DateOnly? Date) IsoDate(string content) =>
        DateTime.TryParse(content, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment)
            ? Serials.Shown(moment)
            : (CellKind.Text, content, null);

    private (CellKind Kind, string Text, DateOnly? Date) Number(string content, int style)
    {
        if (!double.TryParse(content, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return (CellKind.Text, content, null);
        if (book.Formats.IsDate(style) && Serials.Show(number, book.Is1904) is { } shown) return shown;
        return (CellKind.Number, General(number, book.Formats.Padding(style)), null);
    }

    // Decimal keeps the fifteen digits a workbook shows, so 0.1 is not 0.1000000000000000055, and knows no exponent.
    private static string General(double number, int padding)
    {
        if (!(Math.Abs(number) < 1e20)) return number.ToString(CultureInfo.InvariantCulture);
        var text = ((decimal)number).ToString(CultureInfo.InvariantCulture);
        return padding > 0 && number >= 0 && Math.Floor(number) == number ? text.PadLeft(padding, '0') : text;
    }

    private static int Style(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : 0;
}
