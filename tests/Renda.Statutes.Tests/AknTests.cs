using System.Text;
using System.Xml;
using System.Xml.Schema;
using CsCheck;
using Renda.Statutes.Akn;
using Xunit;

namespace Renda.Statutes.Tests;

/// <summary>Akoma Ntoso: valid whatever the text is, and back without loss.</summary>
public sealed class AknTests
{
    private const string Regulation = "# 某市公园条例\n2020年1月2日 某市第三届人民代表大会常务委员会第三次会议通过\n2024年5月6日 某市第四届人民代表大会常务委员会第九次会议修正\n2020年6月1日 施行\n<!-- INFO END -->\n目　录\n第一章　总　则\n附　则\n" +
        "为了公园，制定本条例。\n## 第一章　总　则\n第一条　公园分为：\n　　（一）大公园，包括：\n1．湖；\r\n(二)小公园。\n前款第二项不含湖。\n第一条之一【定义】　依照《某法》第三条，适用第一条第一款第一项至第二项。\n| 甲 |乙|\n|---|---|\n|1| |\n附　则\n第二条　本条例自公布之日起施行。\n附件1：表\n表一\n";

    private static readonly Lazy<XmlSchemaSet?> Schema = new(() =>
    {
        if (Corpus.AknSchema is not { } file)
        {
            return null;
        }

        var set = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        set.Add(null, file);
        set.Compile();
        return set;
    });

    [Fact]
    public void A_statute_becomes_articles_paragraphs_and_points_with_ids()
    {
        var xml = Text(Regulation);
        Assert.Contains("<chapter eId=\"chp_1\"><num>第一章</num><heading>总　则</heading>", xml, StringComparison.Ordinal);
        Assert.Contains("<article eId=\"art_1\"><num>第一条</num><paragraph eId=\"art_1__para_1\"><intro><p>公园分为：</p></intro><point eId=\"art_1__para_1__point_1\"", xml, StringComparison.Ordinal);
        Assert.Contains("<indent eId=\"art_1__para_1__point_1__indent_1\"", xml, StringComparison.Ordinal);
        Assert.Contains("eId=\"art_1-1__para_1\"", xml, StringComparison.Ordinal);
        Assert.Contains("<ref href=\"#art_1__para_1__point_2\">前款第二项</ref>", xml, StringComparison.Ordinal);
        Assert.Contains("<ref href=\"/akn/cn/act/某法/~art_3\">第三条</ref>", xml, StringComparison.Ordinal);
        Assert.Contains("<rref from=\"#art_1__para_1__point_1\" upTo=\"#art_1__para_1__point_2\">第一条第一款第一项至第二项</rref>", xml, StringComparison.Ordinal);
        Assert.Contains("<tocItem level=\"1\" class=\"contentsentry\" href=\"#chp_1\">", xml, StringComparison.Ordinal);
        Assert.Contains("<tr><td><p>甲</p></td>", xml, StringComparison.Ordinal);
        Assert.Contains("<attachment eId=\"att_1\"><heading>附件1：表</heading>", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void What_identifies_it_comes_from_title_and_caption_and_is_not_made_up()
    {
        var xml = Text(Regulation);
        Assert.Contains("<FRBRWork><FRBRthis value=\"/akn/cn/act/2020-01-02/某市公园条例/!main\" /><FRBRuri value=\"/akn/cn/act/2020-01-02/某市公园条例\" /><FRBRdate date=\"2020-01-02\" name=\"made\" /><FRBRauthor href=\"#maker\" />", xml, StringComparison.Ordinal);
        Assert.Contains("<FRBRuri value=\"/akn/cn/act/2020-01-02/某市公园条例/zho@2024-05-06\" />", xml, StringComparison.Ordinal);
        Assert.Contains("showAs=\"某市人民代表大会常务委员会\"", xml, StringComparison.Ordinal);
        var bare = Text("甲\n第一条 乙。\n");
        Assert.Contains("<FRBRuri value=\"/akn/cn/act/甲\" /><FRBRdate date=\"0001-01-01\" name=\"unknown\" /><FRBRauthor href=\"#unknown\" />", bare, StringComparison.Ordinal);
        Assert.DoesNotContain("lifecycle", bare, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2007年2月14日 国务院第169次常务会议通过", "2007-02-14", "国务院")]
    [InlineData("（2004年12月9日国务院、中央军事委员会令第425号公布）", "2004-12-09", "国务院、中央军事委员会")]
    [InlineData("2020年5月28日 第十三届全国人民代表大会第三次会议通过", "2020-05-28", "全国人民代表大会")]
    [InlineData("二〇一九年七月二十六日 某省第十三届人民代表大会常务委员会第十三次会议通过", "2019-07-26", "某省人民代表大会常务委员会")]
    [InlineData("2019年12月27日某市第十七届人民代表大会常务委员会第二十一次会议通过并经2020年1月15日某省第十三届人民代表大会常务委员会第十七次会议批准", "2019-12-27", "某市人民代表大会常务委员会")]
    [InlineData("1994年1月5日 国务院批准", "1994-01-05", null)]
    [InlineData("2020年13月1日 某会第一次会议通过", "0001-01-01", null)]
    public void The_caption_says_when_and_by_whom(string caption, string day, string? maker)
    {
        var xml = Text($"甲条例\n{caption}\n第一条 乙。\n");
        Assert.Contains($"<FRBRdate date=\"{day}\"", xml, StringComparison.Ordinal);
        Assert.Equal(maker is null, xml.Contains("href=\"#unknown\"", StringComparison.Ordinal));
        Assert.Contains(maker is null ? "showAs=\"未载明\"" : $"eId=\"maker\" href=\"/akn/ontology/organization/cn/{maker}\"", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_text_of_the_corpus_comes_back_byte_for_byte()
    {
        var root = Corpus.Need();
        Assert.All(Corpus.Texts(), name =>
        {
            var bytes = File.ReadAllBytes(Path.Combine(root, name));
            Assert.Null(AkomaNtoso.TryRead(AkomaNtoso.Write(Statute.Parse(bytes.AsSpan())), out var back));
            Assert.Equal(bytes, back.RenderBytes());
        });
        var code = Corpus.CivilCode();
        Assert.Null(AkomaNtoso.TryRead(AkomaNtoso.Write(Statute.Parse(code)), out var read));
        Assert.Equal(code, read.Render());
    }

    [Fact]
    public void Every_text_of_the_corpus_is_valid()
    {
        Corpus.Need();
        Assert.SkipWhen(Schema.Value is null, "The schema of Akoma Ntoso is not beside this repository (../shared/schemas/akn).");
        Assert.All(Corpus.Texts(), name => Assert.Equal("", Invalid(AkomaNtoso.Write(Corpus.Read(name)))));
        Assert.Equal("", Invalid(AkomaNtoso.Write(Statute.Parse(Corpus.CivilCode()))));
    }

    [Fact]
    public void Any_text_comes_back_and_is_valid() => Gen.OneOf(RoundTripTests.Pieces, Gen.String).Sample(
        text =>
        {
            var written = AkomaNtoso.Write(Statute.Parse(text));
            Assert.Null(AkomaNtoso.TryRead(written, out var back));
            Assert.Equal(text, back.Render());
            Assert.Equal("", Schema.Value is null ? "" : Invalid(written));
        }, iter: 10_000, threads: 1);

    [Fact]
    public void Any_bytes_come_back() => Gen.OneOf(Gen.Byte.Array[0, 200], RoundTripTests.Pieces.Select(p => Encoding.UTF8.GetBytes(p))).Sample(
        bytes =>
        {
            Assert.Null(AkomaNtoso.TryRead(AkomaNtoso.Write(Statute.Parse(bytes.AsSpan())), out var back));
            Assert.Equal(bytes, back.RenderBytes());
        }, iter: 10_000, threads: 1);

    [Fact]
    public void A_document_made_elsewhere_is_read_line_by_line()
    {
        const string Foreign = """
            <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta><notes source="#a"><note><p>编者注。</p></note></notes></meta><preface><longTitle><p>
              <docTitle>某市公园条例</docTitle></p></longTitle></preface>
              <body><chapter><num>第一章</num><heading>总则</heading>
                <article><num>第一条</num><content><p>公园<b>分为</b><authorialNote><p>注。</p></authorialNote>
                  两种。</p><p>其他。</p></content></article>
                <article><num>第二条</num><paragraph><content><p>甲。</p></content></paragraph></article><article><num>第三条</num><list><intro><p>包括：</p></intro><point><num>（一）</num><content><p>湖。</p></content></point></list></article>
              </chapter></body></act></akomaNtoso>
            """;
        Assert.Null(AkomaNtoso.TryRead(Encoding.UTF8.GetBytes(Foreign), out var statute));
        Assert.Equal("某市公园条例\n第一章　总则\n第一条　公园分为两种。\n其他。\n第二条　甲。\n第三条　包括：\n（一）湖。\n", statute.Text);
        Assert.Equal(3, statute.Articles.Count);
    }

    internal static string Invalid(byte[] written)
    {
        var wrong = new StringBuilder();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Schema.Value!, DtdProcessing = DtdProcessing.Prohibit };
        settings.ValidationEventHandler += (_, e) => wrong.Append($"{e.Exception.LineNumber},{e.Exception.LinePosition}: {e.Message}\n");
        using var reader = XmlReader.Create(new MemoryStream(written), settings);
        while (reader.Read())
        {
        }

        return wrong.ToString();
    }

    private static string Text(string statute) => Encoding.UTF8.GetString(AkomaNtoso.Write(Statute.Parse(statute)));
}
