using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Renda.Platform.Spreadsheets;

/// <summary>Values as the XML of a sheet wants them.</summary>
internal static partial class SheetText
{
    private const int LongestCell = 32_767;

    public static void AppendCell(StringBuilder xml, object? value, int style)
    {
        switch (value)
        {
            case null or "":
                xml.Append("<c/>");
                break;
            case DateOnly date when date >= Serials.FirstSafe:
                xml.Append(CultureInfo.InvariantCulture, $"<c s=\"2\"><v>{Serials.Of(date)}</v></c>");
                break;
            case bool yes:
                xml.Append(yes ? "<c t=\"b\"><v>1</v></c>" : "<c t=\"b\"><v>0</v></c>");
                break;
            case var _ when IsNumber(value):
                xml.Append(CultureInfo.InvariantCulture, $"<c><v>{value}</v></c>");
                break;
            default:
                xml.Append(CultureInfo.InvariantCulture, $"<c t=\"inlineStr\" s=\"{style}\"><is><t xml:space=\"preserve\">");
                xml.Append(Escape(Show(value))).Append("</t></is></c>");
                break;
        }
    }

    public static string Show(object? value) => value switch
    {
        null => "",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Width in half-width characters of the widest line.</summary>
    public static int Width(string text) => text.Split('\n').Max(line => line.EnumerateRunes().Sum(rune => rune.Value >= 0x1100 ? 2 : 1));

    public static string Escape(string text)
    {
        var lines = text.Length > LongestCell ? text[..LongestCell] : text;
        lines = LineEnds().Replace(Escapes().Replace(lines, "_x005F_"), "\n");
        var xml = new StringBuilder(lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            if (i + 1 < lines.Length && XmlConvert.IsXmlSurrogatePair(lines[i + 1], lines[i])) xml.Append(lines[i]).Append(lines[++i]);
            else if (XmlConvert.IsXmlChar(lines[i])) AppendEscaped(xml, lines[i]);
        }

        return xml.ToString();
    }

    private static StringBuilder AppendEscaped(StringBuilder xml, char character) => character switch
    {
        '<' => xml.Append("&lt;"),
        '>' => xml.Append("&gt;"),
        '&' => xml.Append("&amp;"),
        '"' => xml.Append("&quot;"),
        _ => xml.Append(character),
    };

    // A workbook keeps fifteen digits: a longer whole number stays whole only as text.
    private static bool IsNumber(object value) => value switch
    {
        byte or short or int => true,
        long number => number is > -1_000_000_000_000_000 and < 1_000_000_000_000_000,
        decimal number => Math.Abs(number) < 1_000_000_000_000_000m,
        double number => double.IsFinite(number),
        float number => float.IsFinite(number),
        _ => false,
    };

    // Text that happens to look like a workbook's escape must come back as it was.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Escapes();

    [GeneratedRegex("\r\n?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LineEnds();
}
