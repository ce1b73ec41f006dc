using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Renda.Platform.Spreadsheets;

/// <summary>Forward reading of one part of a workbook. Names are compared without namespace: strict files have another.</summary>
internal static partial class Parts
{
    public static XmlReader Open(Stream part) => XmlReader.Create(part, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    public static bool Starts(this XmlReader xml, string name) =>
        xml.NodeType == XmlNodeType.Element && string.Equals(xml.LocalName, name, StringComparison.Ordinal);

    /// <summary>The plain text below the current element; phonetic runs are left out. Ends on its end tag.</summary>
    public static string RichText(this XmlReader xml)
    {
        var text = new StringBuilder();
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.Starts("rPh")) xml.Skip();
            else if (xml.Starts("t")) text.Append(xml.ReadElementContentAsString());
            else xml.Read();
        }

        return Unescape(text.ToString());
    }

    /// <summary>Characters XML cannot carry are written _x000D_ in workbooks.</summary>
    public static string Unescape(string text) => !text.Contains("_x", StringComparison.Ordinal)
        ? text
        : Escaped().Replace(text, match =>
            ((char)int.Parse(match.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Escaped();
}
