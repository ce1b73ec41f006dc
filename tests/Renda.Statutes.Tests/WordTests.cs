using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Renda.Statutes.Amending;
using Renda.Statutes.Docx;
using Xunit;

namespace Renda.Statutes.Tests;

/// <summary>Word files written and read back, and read as others write them.</summary>
public sealed class WordTests
{
    [Fact]
    public void Every_text_of_the_corpus_comes_back_from_its_word_file_as_the_same_law()
    {
        Corpus.Need();
        foreach (var name in Corpus.Texts())
        {
            var statute = Corpus.Read(name);
            var read = WordReading.Read(StatuteDocument.Write(statute));
            Assert.True(read is { Refusal: null, NotRead.Count: 0 }, name);
            Assert.Equal(Amendment.Normative(statute), Amendment.Normative(Statute.Parse(read.Text)));
        }
    }

    [Theory]
    [InlineData("甲条例\n（2020年1月2日某市人大常委会通过）\n目录\n第一章　总则\n附则\n第一章　总则\n第一条　为了甲，制定本条例。\n第二款：\n（一）丙；\n1．丁；\n附则\n第二条　本条例施行。\n附件：表\n第一条 附件里的。")]
    [InlineData("# 甲\n某年公布\n<!-- INFO END -->\n序言的话。\n## 总则\n第一条 乙<丙>&“丁”\u00a0\t戊。\n### 第一节 己\n第二条 庚。\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2<br>3\\|4 |\n第三条\n辛。")]
    [InlineData("关于修改《甲》的决定\n决定修改：\n一、将第一条修改为：\n“第一条　乙。\n“（一）丙。”\n二、删去第二条。")]
    [InlineData("甲\n第一条 乙：\n|a|b|\n|--|--|\n第二条 <table>\n<tr>\n</table>\n第三条 丁。")]
    public void A_statute_comes_back_with_all_that_is_law(string text)
    {
        var statute = Statute.Parse(text);
        var file = StatuteDocument.Write(statute);
        Valid(file);
        Assert.Equal(file, StatuteDocument.Write(statute));
        Assert.Equal(Amendment.Normative(statute), Amendment.Normative(Statute.Parse(WordReading.Read(file).Text)));
    }

    [Fact]
    public void The_files_are_valid_by_the_schema()
    {
        Corpus.Need();
        foreach (var name in Corpus.Pairs())
        {
            var (old, @new) = Corpus.Pair(name);
            Valid(StatuteDocument.Write(@new));
            Valid(ComparisonDocument.Write(old, @new));
            Valid(ComparisonDocument.Write(old, @new, said: false));
        }
    }

    [Fact]
    public void The_comparison_table_marks_what_is_added_and_deleted_and_repeats_its_heading()
    {
        var file = ComparisonDocument.Write(
            Statute.Parse("甲条例\n第一章 总则\n第一条 处五百元罚款。\n第二条 只在旧文本里的一条规定。"),
            Statute.Parse("甲条例\n第一章 总则\n第一条 处五千元罚款。\n第二章 新增\n第三条 完全不同的另外内容，由公安机关执行。"));
        using var zip = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        var xml = reader.ReadToEnd();
        Assert.Contains("<w:strike/></w:rPr><w:t xml:space=\"preserve\">五百</w:t>", xml, StringComparison.Ordinal);
        Assert.Contains("<w:b/><w:u w:val=\"single\"/></w:rPr><w:t xml:space=\"preserve\">五千</w:t>", xml, StringComparison.Ordinal);
        Assert.Equal(2, xml.Split("<w:tblHeader/>").Length);
        Assert.Contains("现行", xml, StringComparison.Ordinal);
        var table = WordReading.Read(file).Text;
        Assert.Contains("| 现行 | 修改草案 | 说明 |", table, StringComparison.Ordinal);
        Assert.Contains("|  | 第二章　新增 |  |", table, StringComparison.Ordinal);
        Assert.Contains("新增 |", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Automatic_numbers_are_read_as_word_prints_them()
    {
        string Paragraph(int level, string words) => $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>";
        string Level(int level, string format, string text, string more = "") => $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/>{more}</w:lvl>";
        var read = WordReading.Read(Package(
            "<w:p><w:r><w:t>甲条例</w:t></w:r></w:p>" + Paragraph(0, "总则") + Paragraph(1, "为了甲。") + Paragraph(1, "有下列情形：") + Paragraph(2, "乙；") + Paragraph(2, "丙。")
            + Paragraph(0, "附则") + Paragraph(1, "施行。") + Paragraph(2, "丁。") + Paragraph(3, "戊。")
            + "<w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr><w:r><w:t>己</w:t></w:r></w:p>",
            $"<w:abstractNum w:abstractNumId=\"0\">{Level(0, "chineseCountingThousand", "第%1章")}{Level(1, "chineseCounting", "第%2条", "<w:lvlRestart w:val=\"0\"/>")}{Level(2, "japaneseCounting", "（%3）", "<w:suff w:val=\"nothing\"/>")}{Level(3, "decimalZero", "%2.%4", "<w:isLgl/>")}</w:abstractNum>"
            + $"<w:abstractNum w:abstractNumId=\"1\">{Level(0, "bullet", "•")}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>",
            "<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style>"));
        Assert.Equal(["甲条例", "第一章　总则", "第一条　为了甲。", "第二条　有下列情形：", "（一）乙；", "（二）丙。", "第二章　附则", "第三条　施行。", "（一）丁。", "3.1　戊。", "己"], read.Text.TrimEnd('\n').Split('\n'));
        Assert.Contains("项目符号", Assert.Single(read.NotRead).Message, StringComparison.Ordinal);
        Assert.Equal(["第一条", "第二条", "第三条"], Statute.Parse(read.Text).Articles.Select(a => a.Label));
    }

    [Fact]
    public void What_word_shows_and_the_text_has_not_is_told()
    {
        var read = WordReading.Read(Package(
            "<w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">第一条 乙</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins>"
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r><w:r><w:br/><w:t>丙</w:t><w:tab/><w:t>丁</w:t><w:noBreakHyphen/></w:r><w:r><w:pict/></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:t>3</w:t></w:r></w:p>"
            + "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>名</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>值</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"));
        Assert.Equal("甲\n第一条 乙新\n丙\t丁-3\n| 名 |  |\n| --- | --- |\n| 值 |  |\n", read.Text);
        string[] told = ["修订痕迹", "隐藏文字", "脚注", "图片"];
        Assert.All(told, t => Assert.Contains(read.NotRead, n => n.Message.Contains(t, StringComparison.Ordinal) && n.Kind == DefectKind.NotRead));
    }

    internal static byte[] Package(string body, string? numbering = null, string? styles = null, params (string Name, string Xml)[] more)
    {
        const string main = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        const string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        return Zip(
            [
                ("_rels/.rels", $"<Relationships xmlns=\"r\"><Relationship Id=\"a\" Type=\"{type}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
                ("word/_rels/document.xml.rels", $"<Relationships xmlns=\"r\"><Relationship Id=\"a\" Type=\"{type}/numbering\" Target=\"numbering.xml\"/><Relationship Id=\"b\" Type=\"{type}/styles\" Target=\"/word/styles.xml\"/></Relationships>"),
                ("word/document.xml", $"<w:document {main}><w:body>{body}</w:body></w:document>"),
                ("word/numbering.xml", $"<w:numbering {main}>{numbering}</w:numbering>"),
                ("word/styles.xml", $"<w:styles {main}>{styles}</w:styles>"),
                .. more,
            ]);
    }

    internal static byte[] Zip(params (string Name, string Xml)[] parts)
    {
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in parts)
            {
                using var to = zip.CreateEntry(name).Open();
                to.Write(Encoding.UTF8.GetBytes(xml));
            }
        }

        return package.ToArray();
    }

    private static void Valid(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }
}
