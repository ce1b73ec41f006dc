using System.Globalization;
using System.Text;

namespace Renda.Modules.Demo;

/// <summary>A letter of one page, as PDF. The font is named, not embedded: readers bring their own for Chinese.</summary>
internal static class Letter
{
    private const int PerLine = 28;

    public static byte[] Pdf(string title, string text)
    {
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>",
            Stream(Content(title, text)),
            "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>",
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 7 0 R/DW 1000>>",
            "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
        ];
        return Assemble(objects);
    }

    private static string Content(string title, string text)
    {
        var lines = text.Split('\n').SelectMany(p => ("　　" + p).Chunk(PerLine).Select(c => new string(c))).Take(30);
        var page = new StringBuilder($"BT /F 18 Tf 79 760 Td <{Hex(title[..Math.Min(title.Length, 24)])}> Tj /F 15.5 Tf 0 -44 Td 23 TL\n");
        foreach (var line in lines)
        {
            page.Append(CultureInfo.InvariantCulture, $"<{Hex(line)}> Tj T*\n");
        }

        return page.Append("ET").ToString();
    }

    private static string Hex(string text) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));

    private static string Stream(string content) => $"<</Length {content.Length}>>stream\n{content}\nendstream";

    private static byte[] Assemble(string[] objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        for (var i = 0; i < objects.Length; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj{objects[i]}endobj\n");
        }

        var start = file.Length;
        file.Append(table).Append(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}
