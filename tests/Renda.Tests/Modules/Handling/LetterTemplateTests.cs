using System.IO.Compression;
using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using Renda.Modules.Handling.Letters;
using Xunit;

namespace Renda.Tests.Modules.Handling;

/// <summary>The letter in the letter layout, and the template the office may change: what is not one is refused with its reason.</summary>
public sealed class LetterTemplateTests
{
    private const string Document = "word/document.xml";

    [Fact]
    public void The_letter_that_is_shipped_has_the_figures_of_the_standard()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(DefaultTemplate.Content), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
        var section = document.MainDocumentPart!.Document!.Body!.GetFirstChild<SectionProperties>()!;
        var (size, margin) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!);
        Assert.Equal((210, 297), (Millimetres(size.Width!.Value), Millimetres(size.Height!.Value)));
        Assert.Equal((37, 28, 30, 20), (Millimetres(margin.Top!.Value), Millimetres(margin.Left!.Value), Millimetres(margin.Header!.Value), Millimetres(margin.Footer!.Value)));
        Assert.Equal((156, 225), (Millimetres(size.Width.Value - margin.Left.Value - margin.Right!.Value), Millimetres(size.Height.Value - (uint)margin.Top.Value - (uint)margin.Bottom!.Value)));
        var heading = document.MainDocumentPart.HeaderParts.Single().Header!;
        Assert.Equal("FF0000", heading.Descendants<Color>().Single().Val!.Value);
        Assert.Equal(BorderValues.ThickThinSmallGap, heading.Descendants<BottomBorder>().Single().Val!.Value);
        Assert.Contains(document.MainDocumentPart.FooterParts, f => f.Footer!.Descendants<BottomBorder>().Any(b => b.Val!.Value == BorderValues.ThinThickSmallGap));
        var line = heading.Descendants<Indentation>().Single();
        Assert.Equal(170, Millimetres((uint)(8845 - int.Parse(line.Left!.Value!) - int.Parse(line.Right!.Value!))));
        Assert.Equal("44", document.MainDocumentPart.Document.Descendants<Paragraph>().Single(p => p.InnerText == "{{标题}}").Descendants<FontSize>().Single().Val!.Value);
        var body = document.MainDocumentPart.Document.Descendants<Paragraph>().Single(p => p.InnerText == "{{正文}}");
        Assert.Equal(200, body.Descendants<Indentation>().Single().FirstLineChars!.Value);
        Assert.Null(TemplateCheck.Refusal(DefaultTemplate.Content));
    }

    [Fact]
    public void A_place_cut_into_runs_is_filled_and_the_same_letter_is_the_same_file()
    {
        var template = With("<w:t>{{标题}}</w:t>", "<w:t>{</w:t></w:r><w:r><w:t>{标</w:t></w:r><w:r><w:b/><w:t>题}</w:t></w:r><w:r><w:t>}后文</w:t>".Replace("<w:b/>", "", StringComparison.Ordinal));
        Assert.Null(TemplateCheck.Refusal(template));
        var values = LetterFields.All.ToDictionary(f => f.Name, f => f.Name == LetterFields.Body ? "一\n二\u0001<三>" : f.Name == "抄送" ? "" : $"填{f.Name}");
        var letter = LetterFilling.Fill(template, values);
        Assert.Equal(letter, LetterFilling.Fill(template, values));
        using var document = WordprocessingDocument.Open(new MemoryStream(letter), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => e.Description));
        var said = document.MainDocumentPart!.Document!.Descendants<Paragraph>().Select(p => p.InnerText).ToList();
        Assert.Contains("填标题后文", said);
        Assert.Contains("一", said);
        Assert.Contains("二<三>", said);
        Assert.DoesNotContain(said, s => s.StartsWith("抄送", StringComparison.Ordinal));
    }

    public static TheoryData<string, string> Refused() => new()
    {
        { "text", "不是 Word 文档" },
        { "other-zip", "不是 Word 文档" },
        { "broken-xml", "不是 Word 文档" },
        { "bomb", "展开以后超过" },
        { "macro", "含有宏" },
        { "unknown", "不认识的占位符：{{金额}}" },
        { "missing", "缺少必须有的占位符：{{主送}}" },
        { "broken-place", "没有写完整" },
        { "body-with-words", "要单独成段" },
        { "linked", "文件以外的内容" },
        { "large", "超过 2 MB" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_a_template_is_refused_with_its_reason(string what, string sentence) => Assert.Contains(sentence, TemplateCheck.Refusal(File(what)));

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_office_changes_the_template_and_goes_back_and_both_are_on_the_log(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var head = await site.SignInAsync("head");
        using var unit = await site.SignInAsync("unit");
        var own = With("办理结果：", "本机关改过的模板，办理结果：");
        foreach (var what in (string[])["text", "bomb", "macro", "unknown", "missing"])
        {
            var refused = await head.PostFormAsync("/handling/letter", [], [("File", "模板.docx", File(what))]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("原来的模板没有变", refused.Text);
        }

        Assert.Contains("已换用新的模板", (await head.PostFormAsync("/handling/letter", [], [("File", "本机关模板.docx", own)])).Text);
        Assert.Equal(own, await head.Http.GetByteArrayAsync("/handling/letter/template.docx", TestContext.Current.CancellationToken));
        var work = await site.LookAsync(db => db.UnitWorks.Where(w => w.Stage == "signed").OrderBy(w => w.MatterId).Select(w => w.MatterId).FirstAsync());
        Assert.Contains("本机关改过的模板", await LetterAsync(unit, work));
        Assert.Contains("已恢复", (await head.PostFormAsync("/handling/letter", [], handler: "Default")).Text);
        Assert.DoesNotContain("本机关改过的模板", await LetterAsync(unit, work));
        var log = await site.LookAsync(db => db.AccountEvents.Where(e => e.What.Contains("答复函模板")).OrderBy(e => e.Id).Select(e => e.What).ToListAsync());
        Assert.Equal(2, log.Count);
        Assert.Contains("本机关模板.docx", log[0]);
        Assert.Equal(HttpStatusCode.Forbidden, (await unit.GetPageAsync("/handling/letter")).Status);
        // Two at once: one of them is in use, and nothing is broken.
        using var clerk = await site.SignInAsync("clerk");
        await Task.WhenAll(head.PostFormAsync("/handling/letter", [], [("File", "甲.docx", own)]), clerk.PostFormAsync("/handling/letter", [], [("File", "乙.docx", own)]));
        Assert.Equal(1, await site.LookAsync(db => db.LetterTemplates.CountAsync()));
    }

    private static async Task<string> LetterAsync(SiteClient unit, Guid work)
    {
        var bytes = await unit.Http.GetByteArrayAsync($"/handling/drafts/{work}/letter.docx", TestContext.Current.CancellationToken);
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        return document.MainDocumentPart!.Document!.InnerText;
    }

    private static byte[] File(string what) => what switch
    {
        "text" => "这不是压缩文件"u8.ToArray(),
        "other-zip" => Packing.Pack([("a.txt", "一"u8.ToArray())]),
        "broken-xml" => With("</w:body>", ""),
        "bomb" => Packing.Pack([.. Parts(DefaultTemplate.Content), ("word/media/big.xml", new byte[30 * 1024 * 1024])]),
        "macro" => Packing.Pack([.. Parts(DefaultTemplate.Content), ("word/vbaProject.bin", [1, 2, 3])]),
        "unknown" => With("{{抄送}}", "{{抄送}}{{金额}}"),
        "missing" => With("{{主送}}", "各位"),
        "broken-place" => With("{{抄送}}", "{{抄送"),
        "body-with-words" => With("{{正文}}", "正文如下：{{正文}}"),
        "linked" => Packing.Pack(Parts(DefaultTemplate.Content).Select(p => p.Name.EndsWith("document.xml.rels", StringComparison.Ordinal)
            ? (p.Name, Replace(p.Content, "</Relationships>", "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"http://127.0.0.1/a.png\" TargetMode=\"External\"/></Relationships>"))
            : p)),
        "large" => new byte[TemplateCheck.MostBytes + 1],
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    private static byte[] With(string from, string to) => Packing.Pack(Parts(DefaultTemplate.Content).Select(p => p.Name == Document ? (p.Name, Replace(p.Content, from, to)) : p));

    private static byte[] Replace(byte[] content, string from, string to) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace(from, to, StringComparison.Ordinal));

    private static List<(string Name, byte[] Content)> Parts(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        List<(string Name, byte[] Content)> parts = [];
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using var from = entry.Open();
            from.CopyTo(content);
            parts.Add((entry.FullName, content.ToArray()));
        }

        return parts;
    }

    private static int Millimetres(long twips) => (int)Math.Round(twips * 25.4 / 1440);
}
