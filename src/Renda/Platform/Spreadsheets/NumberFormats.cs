using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Renda.Platform.Spreadsheets;

/// <summary>What the cell styles of a workbook say about its numbers: is it shown as a date, is it padded with zeros.</summary>
internal sealed partial class NumberFormats
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("yYmMdDhHsS");
    private readonly Dictionary<int, string> _codes = [];
    private readonly List<int> _formats = [];

    public static NumberFormats Read(Stream? styles)
    {
        var formats = new NumberFormats();
        if (styles is null) return formats;
        using var xml = Parts.Open(styles);
        var inCells = false;
        while (xml.Read())
        {
            if (xml.LocalName is "cellXfs") inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (xml.Starts("numFmt") && xml.GetAttribute("formatCode") is { } code) formats._codes[Id(xml)] = code;
            else if (inCells && xml.Starts("xf")) formats._formats.Add(Id(xml));
        }

        return formats;
    }

    public bool IsDate(int style)
    {
        var id = Format(style);
        return _codes.TryGetValue(id, out var code)
            ? IsDateCode(code)
            : id is (>= 14 and <= 22) or (>= 27 and <= 36) or 45 or 47 or (>= 50 and <= 58);
    }

    /// <summary>How many digits a code such as 000123 is filled up to; 0 where it is not.</summary>
    public int Padding(int style) =>
        _codes.TryGetValue(Format(style), out var code) && code.Length > 0 && code.All(c => c == '0') ? code.Length : 0;

    /// <summary>Whether a format shows a moment once quoted text, colours and escapes are gone. A duration, [h]:mm, is none.</summary>
    public static bool IsDateCode(string code)
    {
        var bare = Literals().Replace(code.Split(';')[0], "");
        return !bare.Contains("General", StringComparison.OrdinalIgnoreCase) && !bare.Contains('[') && bare.AsSpan().ContainsAny(Letters);
    }

    private int Format(int style) => style >= 0 && style < _formats.Count ? _formats[style] : 0;

    private static int Id(XmlReader xml) =>
        int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    [GeneratedRegex("""
        "[^"]*"|\\.|_.|\*.|\[(?![hHmMsS]+\])[^\]]*\]
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Literals();
}
