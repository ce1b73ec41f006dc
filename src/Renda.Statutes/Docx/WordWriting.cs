using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Renda.Statutes.Docx;

/// <summary>Writes the parts of a .docx. The same text always makes the same bytes.</summary>
internal sealed class WordWriting(WordFonts fonts)
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Main = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly StringBuilder body = new();

    public void Raw(string xml) => body.Append(xml);

    public void Paragraph(string style, string runs, bool pageBefore = false) =>
        body.Append("<w:p><w:pPr><w:pStyle w:val=\"").Append(style).Append("\"/>").Append(pageBefore ? "<w:pageBreakBefore/>" : "").Append("</w:pPr>").Append(runs).Append("</w:p>");

    /// <summary>A run of words; what XML cannot hold stands as the sign for a lost character.</summary>
    /// <param name="properties">As in w:rPr, in the order of the schema.</param>
    public static string Run(string words, string properties = "") => words.Length == 0 ? "" :
        $"<w:r>{(properties.Length > 0 ? $"<w:rPr>{properties}</w:rPr>" : "")}<w:t xml:space=\"preserve\">{Escape(words)}</w:t></w:r>";

    /// <summary>The package: A4 upright, or lying where the text is a wide table.</summary>
    public byte[] Pack(bool lying = false)
    {
        var (width, height) = lying ? (16838, 11906) : (11906, 16838);
        var section = $"<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:pgSz w:w=\"{width}\" w:h=\"{height}\"{(lying ? " w:orient=\"landscape\"" : "")}/>"
            + (lying ? "<w:pgMar w:top=\"1418\" w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\"" : "<w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1985\" w:left=\"1588\"")
            + " w:header=\"851\" w:footer=\"1077\" w:gutter=\"0\"/></w:sectPr>";
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + Override("document", "document.main") + Override("styles", "styles") + Override("fontTable", "fontTable")
                + Override("settings", "settings") + Override("footer", "footer") + "</Types>");
            Put(zip, "_rels/.rels", Related(("officeDocument", "word/document.xml")));
            Put(zip, "word/_rels/document.xml.rels", Related(("styles", "styles.xml"), ("fontTable", "fontTable.xml"), ("settings", "settings.xml"), ("footer", "footer.xml")));
            Put(zip, "word/document.xml", $"<w:document {Main} xmlns:r=\"{Relations}\"><w:body>{body}{section}</w:body></w:document>");
            Put(zip, "word/styles.xml", $"<w:styles {Main}>{Styles()}</w:styles>");
            Put(zip, "word/fontTable.xml", $"<w:fonts {Main}>{FontTable()}</w:fonts>");
            Put(zip, "word/settings.xml", $"<w:settings {Main}><w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>");
            Put(zip, "word/footer.xml", $"<w:ftr {Main}><w:p><w:pPr><w:pStyle w:val=\"{StatuteStyles.Footer}\"/></w:pPr>{Run("— ")}<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
                + $"<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{Run("1")}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>{Run(" —")}</w:p></w:ftr>");
        }

        return package.ToArray();
    }

    /// <summary>The properties of a run set in the face of headings, bold.</summary>
    public string Strong => $"{Face(fonts.Heading)}<w:b/>";

    private string Styles() =>
        $"<w:docDefaults><w:rPrDefault><w:rPr>{Face(fonts.Body)}<w:kern w:val=\"2\"/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/><w:pPr><w:widowControl w:val=\"0\"/><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"580\" w:lineRule=\"exact\"/><w:jc w:val=\"both\"/></w:pPr></w:style>"
        + "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"57\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"57\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
        + Style(StatuteStyles.Title, "标题（法规）", "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"280\" w:line=\"680\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>", $"{Face(fonts.Title)}<w:sz w:val=\"44\"/><w:szCs w:val=\"44\"/>")
        + Style(StatuteStyles.Caption, "题注（法规）", "<w:jc w:val=\"center\"/>", Face(fonts.Caption))
        + Style(StatuteStyles.Contents, "目录（法规）", "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:jc w:val=\"left\"/>", "")
        + Style(StatuteStyles.Heading, "章（法规）", "<w:keepNext/><w:spacing w:before=\"290\" w:after=\"290\" w:line=\"580\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/>", Face(fonts.Heading))
        + Style(StatuteStyles.Section, "节（法规）", "<w:keepNext/><w:spacing w:before=\"145\" w:after=\"145\" w:line=\"580\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"1\"/>", Face(fonts.Caption))
        + Style(StatuteStyles.Body, "正文（法规）", "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>", "")
        + Style(StatuteStyles.Cell, "表格（法规）", "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"360\" w:lineRule=\"exact\"/><w:jc w:val=\"left\"/>", "<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>")
        + Style(StatuteStyles.CellCentred, "表格居中（法规）", "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"360\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>", $"{Face(fonts.Heading)}<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>")
        + Style(StatuteStyles.Footer, "页码（法规）", "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>", $"{Face("宋体")}<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>");

    private static string Style(string id, string name, string paragraph, string run) =>
        $"<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>{(run.Length > 0 ? $"<w:rPr>{run}</w:rPr>" : "")}</w:style>";

    private static string Face(string font) =>
        string.Create(CultureInfo.InvariantCulture, $"<w:rFonts w:ascii=\"Times New Roman\" w:eastAsia=\"{Escape(font)}\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/>");

    private string FontTable() => string.Concat(new[] { fonts.Title, fonts.Heading, fonts.Caption, fonts.Body }.Distinct().Select(f =>
        $"<w:font w:name=\"{Escape(f)}\">{(fonts.Free.TryGetValue(f, out var free) ? $"<w:altName w:val=\"{Escape(free)}\"/>" : "")}<w:charset w:val=\"86\"/><w:family w:val=\"auto\"/><w:pitch w:val=\"default\"/></w:font>"));

    private static string Override(string part, string kind) => $"<Override PartName=\"/word/{part}.xml\" ContentType=\"{Kind}{kind}+xml\"/>";

    private static string Related(params (string Type, string Target)[] parts) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(parts.Select((p, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relations}/{p.Type}\" Target=\"{p.Target}\"/>")) + "</Relationships>";

    private static void Put(ZipArchive zip, string name, string xml)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Always;
        using var to = entry.Open();
        to.Write(Encoding.UTF8.GetBytes(Declaration + xml));
    }

    private static string Escape(string words)
    {
        var to = new StringBuilder(words.Length + 16);
        for (var at = 0; at < words.Length; at++)
        {
            var c = words[at];
            if (char.IsHighSurrogate(c) && at + 1 < words.Length && char.IsLowSurrogate(words[at + 1]))
            {
                to.Append(c).Append(words[++at]);
                continue;
            }

            to.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\t' => "\t",
                < ' ' or (>= '\ud800' and <= '\udfff') or '\ufffe' or '\uffff' => "\ufffd",
                _ => c.ToString(),
            });
        }

        return to.ToString();
    }
}
