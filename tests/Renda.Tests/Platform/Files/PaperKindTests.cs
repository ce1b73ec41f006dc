using System.Text;
using Renda.Platform.Files;
using Xunit;

namespace Renda.Tests.Platform.Files;

public sealed class PaperKindTests : IDisposable
{
    private readonly PaperFixture _papers = new();

    public static TheoryData<string, byte[], string> Taken => new()
    {
        { "议案.pdf", PaperFixture.Pdf, "application/pdf" },
        { "议案.PDF", PaperFixture.Pdf, "application/pdf" },
        { "议案.docx", PaperFixture.Zip("[Content_Types].xml", "word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
        { "名册.xlsx", PaperFixture.Zip("[Content_Types].xml", "xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
        { "汇报.pptx", PaperFixture.Zip("[Content_Types].xml", "ppt/presentation.xml"), "application/vnd.openxmlformats-officedocument.presentationml.presentation" },
        { "公文.ofd", PaperFixture.Zip("OFD.xml", "Doc_0/Document.xml"), "application/ofd" },
        { "旧文.doc", PaperFixture.Ole("WordDocument"), "application/msword" },
        { "旧文.wps", PaperFixture.Ole("WordDocument"), "application/vnd.ms-works" },
        { "旧表.xls", PaperFixture.Ole("Workbook"), "application/vnd.ms-excel" },
        { "照片.png", PaperFixture.Png, "image/png" },
        { "照片.jpeg", PaperFixture.Jpeg, "image/jpeg" },
        { "说明.txt", "\uFEFF第一行\r\n\t𠮷"u8.ToArray(), "text/plain" },
        { "国标.txt", [0xB9, 0xFA, 0xB1, 0xEA, 0x95, 0x32, 0xB7, 0x36], "text/plain" },
    };

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "页.html", "<html>"u8.ToArray() },
        { "图.svg", "<svg/>"u8.ToArray() },
        { "程序.exe", "MZ\0\0"u8.ToArray() },
        { "脚本.sh", "#!/bin/sh"u8.ToArray() },
        { "无扩展名", PaperFixture.Pdf },
        { "议案.docm", PaperFixture.Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin") },
        { "名册.xlsm", PaperFixture.Zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin") },
        { "藏宏.docx", PaperFixture.Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin") },
        { "藏宏类型.docx", PaperFixture.Zip("[Content_Types].xml=ms-word.document.macroEnabled.main+xml", "word/document.xml") },
        { "藏宏.doc", PaperFixture.Ole("WordDocument", "_VBA_PROJECT") },
        { "冒充.pdf", PaperFixture.Png },
        { "冒充.png", PaperFixture.Pdf },
        { "冒充.docx", PaperFixture.Zip("[Content_Types].xml", "xl/workbook.xml") },
        { "冒充.xlsx", PaperFixture.Zip("a.txt") },
        { "截断.xlsx", PaperFixture.Zip("[Content_Types].xml", "xl/workbook.xml")[..60] },
        { "冒充.doc", PaperFixture.Ole("Workbook") },
        { "安装包.doc", PaperFixture.Ole("Property") },
        { "网页.txt", " \n<!DOCTYPE html><p>"u8.ToArray() },
        { "程序.txt", "MZ\0\0"u8.ToArray() },
        { "脚本.txt", "#!/bin/sh\n"u8.ToArray() },
        { "乱码.txt", [0x41, 0xFF, 0xFF, 0x41] },
    };

    public void Dispose() => _papers.Dispose();

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task Papers_of_the_office_are_taken(string name, byte[] content, string mediaType)
    {
        var saved = await _papers.Saved(content, name);
        Assert.Equal((name, mediaType, content.Length), (saved.SafeName, saved.MediaType, saved.Size));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Everything_else_is_refused_and_leaves_nothing(string name, byte[] content)
    {
        var rejected = Assert.IsType<Rejected>(await _papers.Save(content, name));
        Assert.Contains(name, rejected.Sentence);
        Assert.Empty(_papers.All());
    }

    [Theory]
    [InlineData("../../etc/议案.pdf", "议案.pdf")]
    [InlineData("C:\\文件\\议案.pdf", "议案.pdf")]
    [InlineData("议\u202Efdp.案\r\n\0.pdf", "议fdp.案.pdf")]
    [InlineData("\U00020BB7㐂\uE000.pdf", "\U00020BB7㐂\uE000.pdf")]
    [InlineData("a<b>:\"c\"|?*.pdf", "a_b___c____.pdf")]
    [InlineData(".pdf", "文件.pdf")]
    [InlineData("..", "文件")]
    [InlineData("坏\uD800.pdf", "坏.pdf")]
    [InlineData("议案.pdf . ", "议案.pdf")]
    public void Names_are_made_safe(string given, string safe) => Assert.Equal(safe, PaperNames.Safe(given));

    [Fact]
    public void Long_names_keep_their_extension_and_whole_characters()
    {
        var safe = PaperNames.Safe(string.Concat(Enumerable.Repeat("\U00020BB7", 100)) + ".docx");
        Assert.Equal(string.Concat(Enumerable.Repeat("\U00020BB7", 48)) + ".docx", safe);
        Assert.True(Encoding.UTF8.GetByteCount(safe) <= 200);
    }
}
