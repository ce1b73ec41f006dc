using System.Diagnostics;
using System.Text;
using CsCheck;
using Renda.Statutes.Akn;
using Renda.Statutes.Referring;
using Renda.Statutes.Rendering;
using Xunit;

namespace Renda.Statutes.Tests;

/// <summary>Documents and texts made to break readers: a sentence with the line, never an exception, in bounded time and memory.</summary>
[Collection(nameof(Alone))]
public sealed class HostileXmlTests
{
    private const string Open = "<akomaNtoso xmlns=\"" + AkomaNtoso.Namespace + "\" xmlns:l=\"" + AkomaNtoso.LayoutNamespace + "\"><act><meta/><body>";
    private const string Close = "</body></act></akomaNtoso>";

    [Theory]
    [InlineData("", "第1行：不是完好的XML。")]
    [InlineData("第一条 甲", "第1行：不是完好的XML。")]
    [InlineData("<a/>", "第1行：不是Akoma Ntoso 3.0文档。")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]>\n<akomaNtoso/>", "第1行：有文档类型声明（DTD），不读。")]
    [InlineData("<?xml version=\"1.0\"?>\n<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", "第2行：有文档类型声明（DTD），不读。")]
    [InlineData(Open + "\n<article>", "第2行：不是完好的XML。")]
    [InlineData(Open + "\n<article>&b;</article>" + Close, "第2行：不是完好的XML。")]
    [InlineData(Open + "\n\n<article l:after=\"\\q\"/>" + Close, "第3行：排版记号读不出来。")]
    [InlineData(Open + "\n<article><num><marker name=\"character\" l:code=\"xyz\"/></num></article>" + Close, "第2行：字符编号读不出来。")]
    [InlineData("<?xml version=\"1.0\" encoding=\"nothing-1\"?><a/>", "第1行：不是完好的XML。")]
    public void What_is_no_such_document_is_refused_with_its_line(string document, string sentence)
    {
        Assert.Equal(sentence, AkomaNtoso.TryRead(Encoding.UTF8.GetBytes(document), out var statute));
        Assert.Equal("", statute.Text);
    }

    [Fact]
    public void Depth_and_length_are_bounded()
    {
        var deep = Open + string.Concat(Enumerable.Repeat("<level>", 1_000_000));
        Assert.Equal("第1行：元素套了200层以上。", Bounded(() => AkomaNtoso.TryRead(Encoding.UTF8.GetBytes(deep), out _)));

        // A short document whose layout says much: every line followed by a megabyte.
        var loud = $"<akomaNtoso xmlns=\"{AkomaNtoso.Namespace}\" xmlns:l=\"{AkomaNtoso.LayoutNamespace}\"><act><meta><presentation><l:layout lead=\"\"><l:usual of=\"p\" before=\"\" between=\"\" after=\"{new string('甲', 1_000_000)}\"/></l:layout></presentation></meta><body>"
            + string.Concat(Enumerable.Repeat("<p>乙</p>", 100_000)) + Close;
        Assert.Equal("第1行：文本太长。", Bounded(() => AkomaNtoso.TryRead(Encoding.UTF8.GetBytes(loud), out _)));

        var wide = Open + string.Concat(Enumerable.Repeat("<paragraph><content><p>甲</p></content></paragraph>", 300_000)) + Close;
        Assert.Null(Bounded(() => AkomaNtoso.TryRead(Encoding.UTF8.GetBytes(wide), out _)));
    }

    [Fact]
    public void Any_change_to_a_document_is_read_or_refused()
    {
        var written = AkomaNtoso.Write(Statute.Parse("甲条例\n2020年1月2日 某市人大通过\n第一章　总则\n第一条　依照前条，（一）乙：\n（一）丙；\n| 丁 | 戊 |\n附件：\n己\n"));
        Gen.Select(Gen.Int[0, written.Length - 1], Gen.Int[0, 40], Gen.Byte.Array[0, 20]).Sample(
            (at, cut, put) =>
            {
                byte[] changed = [.. written.AsSpan(0, at), .. put, .. written.AsSpan(Math.Min(written.Length, at + cut))];
                var refused = AkomaNtoso.TryRead(changed, out var statute);
                Assert.Equal(refused is null, statute.Text.Length > 0 || refused is null);
            }, iter: 20_000, threads: 1);
        Gen.Byte.Array[0, 300].Sample(bytes => _ = AkomaNtoso.TryRead(bytes, out _), iter: 20_000, threads: 1);
    }

    [Theory]
    [MemberData(nameof(HostileTests.Names), MemberType = typeof(HostileTests))]
    public void A_large_hostile_text_is_written_and_read_in_bounded_time(string name)
    {
        var statute = Statute.Parse(HostileTests.Text(name, 10));
        var written = Bounded(() => AkomaNtoso.Write(statute));
        var refused = Bounded(() => AkomaNtoso.TryRead(written, out var back) ?? (back.Text == statute.Text ? null : "differs"));
        Assert.Null(refused);
        Bounded(() => StatutePage.Html(statute));
    }

    [Theory]
    [InlineData("前")]
    [InlineData("第")]
    [InlineData("第一条、")]
    [InlineData("第一")]
    [InlineData("第一、")]
    [InlineData("前款（一）、")]
    [InlineData("《》第一条")]
    [InlineData("《")]
    [InlineData("》第一条")]
    [InlineData("法第一条")]
    [InlineData("第一条第一款第一项至")]
    public void References_thrown_together_are_read_in_bounded_time(string repeated)
    {
        var statute = Statute.Parse("甲\n第一条 " + string.Concat(Enumerable.Repeat(repeated, 200_000)));
        Bounded(() => References.Of(statute));
    }

    private static T Bounded<T>(Func<T> run)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var result = run();
        process.Refresh();
        Assert.InRange((process.TotalProcessorTime - before).TotalSeconds, 0, 15);
        return result;
    }
}
