using DocumentFormat.OpenXml.Wordprocessing;

namespace Renda.Modules.Reports.Export;

/// <summary>The styles of an official document: 三号 body at twenty-eight points a line, 二号 title (GB/T 9704).</summary>
internal static class DocxStyles
{
    private const string BodySize = "32"; // 三号, in half points.
    private const string TitleSize = "44"; // 二号.
    private const string SmallSize = "24"; // 小四.
    private const string Line = "560"; // Twenty-eight points, in twentieths.

    public static Styles Of(ReportFonts fonts) => new(
        new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(Font(fonts.Body), new FontSize { Val = BodySize }, new Languages { Val = "en-US", EastAsia = "zh-CN" }))),
        Style("Normal", "正文", fonts.Body, BodySize, new Indentation { FirstLineChars = 200, FirstLine = "640" }, JustificationValues.Both, isDefault: true),
        Style("Title", "标题", fonts.Title, TitleSize, null, JustificationValues.Center),
        Style("Heading1", "一级标题", fonts.First, BodySize, new Indentation { FirstLineChars = 200, FirstLine = "640" }, JustificationValues.Left, level: 0),
        Style("Heading2", "二级标题", fonts.Second, BodySize, new Indentation { FirstLineChars = 200, FirstLine = "640" }, JustificationValues.Left, level: 1),
        Style("Caption", "表题", fonts.Body, SmallSize, null, JustificationValues.Center),
        Style("Cell", "表格", fonts.Body, SmallSize, null, JustificationValues.Left),
        Style("PageNumber", "页码", "宋体", "28", null, JustificationValues.Left),
        Character(DocxExport.FigureStyle, "统计数字"),
        Character(DocxExport.LiteralStyle, "文字中的数"),
        new Style(new StyleName { Val = "Table Grid" }) { Type = StyleValues.Table, StyleId = "TableGrid" });

    private static RunFonts Font(string name) => new() { Ascii = name, HighAnsi = name, EastAsia = name };

    private static Style Style(string id, string name, string font, string size, Indentation? indent, JustificationValues side, bool isDefault = false, int? level = null)
    {
        var small = size == SmallSize;
        var paragraph = new StyleParagraphProperties(new SpacingBetweenLines { Line = small ? "360" : Line, LineRule = LineSpacingRuleValues.Exact, Before = "0", After = id == "Title" ? Line : "0" });
        if (indent is not null)
        {
            paragraph.Append(indent);
        }

        paragraph.Append(new Justification { Val = side });
        if (level is { } at)
        {
            paragraph.Append(new OutlineLevel { Val = at });
        }

        return new Style(new StyleName { Val = name }, new PrimaryStyle(), paragraph, new StyleRunProperties(Font(font), new FontSize { Val = size })) { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
    }

    private static Style Character(string id, string name) => new(new StyleName { Val = name }) { Type = StyleValues.Character, StyleId = id };
}
