using System.Text.RegularExpressions;
using System.Xml;
using CsCheck;
using Renda.Statutes.Rendering;
using Xunit;

namespace Renda.Statutes.Tests;

/// <summary>A statute as HTML: each place has its name, names stand once, links lead to them, everything is escaped.</summary>
public sealed partial class PageTests
{
    private const string Regulation = "# 某市公园条例\n目录\n第一章 总则\n附则\n第一章 总则\n第一条 公园包括：\n（一）大公园：\n1.湖；\n2.山；\n（二）小公园。\n前款第二项不含湖。\n第一条之一 依照本条例第二条至第一条之一，<b>&\"'第九条的规定。\n附则\n第二条 依照《某法》第三条。\n";

    [Fact]
    public void Each_place_can_be_pointed_at()
    {
        var page = StatutePage.Fragment(Statute.Parse(Regulation));
        Assert.Contains("<h1>某市公园条例</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<li><a href=\"#chp-1\">第一章　总则</a></li>", page, StringComparison.Ordinal);
        Assert.Contains("<section class=\"chapter\" id=\"chp-1\"><h2>第一章　总则</h2>\n<section class=\"article\" id=\"art-1\"><h3><a href=\"#art-1\">第一条</a></h3>\n<p id=\"art-1/par-1\">公园包括：</p>", page, StringComparison.Ordinal);
        Assert.Contains("<li id=\"art-1/par-1/item-1\"><span class=\"label\">（一）</span>大公园：<ul class=\"subitems\"><li id=\"art-1/par-1/item-1/sub-1\">", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#art-1/par-1/item-2\">前款第二项</a>", page, StringComparison.Ordinal);
        Assert.Contains("id=\"art-1-1/par-1\"", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;&amp;&quot;&#39;<span class=\"missing\" title=\"这里没有第九条\">第九条</span>", page, StringComparison.Ordinal);
        Assert.Contains("《某法》第三条", page, StringComparison.Ordinal);
        Assert.Contains("《某法》<a href=\"/laws?a&amp;b\">第三条</a>", StatutePage.Fragment(Statute.Parse(Regulation), _ => "/laws?a&b"), StringComparison.Ordinal);
    }

    [Fact]
    public void Inside_a_page_with_a_title_of_its_own_headings_begin_lower()
    {
        var page = StatutePage.Fragment(Statute.Parse(Regulation), level: 2);
        Assert.Contains("<h2>某市公园条例</h2>", page, StringComparison.Ordinal);
        Assert.Contains("<h3>目录</h3>", page, StringComparison.Ordinal);
        Assert.Contains("<h3>第一章　总则</h3>\n<section class=\"article\" id=\"art-1\"><h4>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<h1>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_put_in_beside_another_changes_no_other_name()
    {
        var (before, after) = (Statute.Parse("甲\n第十条 乙\n第十一条 丙\n"), Statute.Parse("甲\n第十条 乙\n第十条之一 丁\n第十一条 丙\n"));
        Assert.Equal(Anchors.Of(before).Html(4), Anchors.Of(after).Html(6));
        Assert.Equal("art-10-1/par-1", Anchors.Of(after).Html(4));
        Assert.Equal("art_10-1__para_1", Anchors.Of(after).EId(4));
        Assert.Equal(4, Anchors.Of(after).Find("art-10-1/par-1"));
        Assert.Equal(-1, Anchors.Of(after).Find("art-12"));
    }

    [Fact]
    public void What_has_no_number_or_one_that_stands_twice_gets_a_running_one()
    {
        var anchors = Anchors.Of(Statute.Parse("甲\n## 总则\n第一条 乙\n第一条 丙\n第一条 丁\n附则\n"));
        Assert.Equal(["chp-nn-1", "art-1", "art-1/par-1", "art-1-dup-2", "art-1-dup-2/par-1", "art-1-dup-3", "art-1-dup-3/par-1", "chp-nn-2"], Enumerable.Range(1, 8).Select(anchors.Html));
        Assert.Equal(["chp_nn_1", "art_1", "art_1__para_1", "art_1_2", "art_1_2__para_1", "art_1_3", "art_1_3__para_1", "chp_nn_2"], Enumerable.Range(1, 8).Select(anchors.EId));
    }

    [Fact]
    public void Every_text_of_the_corpus_is_a_page_with_all_its_articles()
    {
        Corpus.Need();
        Assert.All(Corpus.Texts(), name =>
        {
            var statute = Corpus.Read(name);
            var page = StatutePage.Fragment(statute);
            Sound(page);
            Assert.Equal(statute.Nodes.Count(n => n.Part == Part.Article), Section().Count(page));
        });
    }

    [Fact]
    public void Any_text_is_a_sound_page() => Gen.OneOf(RoundTripTests.Pieces, Gen.String).Sample(text => Sound(StatutePage.Fragment(Statute.Parse(text))), iter: 10_000, threads: 1);

    // Elements closed in order, names once, links to names that are there, headings without a step left out.
    private static void Sound(string page)
    {
        var (names, links, level) = (new HashSet<string>(StringComparer.Ordinal), new List<string>(), 1);
        using var reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { CheckCharacters = true });
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            Assert.True(reader.GetAttribute("id") is not { } id || names.Add(id), $"{reader.GetAttribute("id")} stands twice");
            if (reader.GetAttribute("href") is { } link)
            {
                links.Add(link);
            }

            if (reader.LocalName is ['h', >= '1' and <= '6' and var digit])
            {
                Assert.True(digit - '0' <= level + 1, $"h{digit} after h{level}");
                level = digit - '0';
            }
        }

        Assert.All(links, link => Assert.Contains(link[1..], names));
    }

    [GeneratedRegex("<section class=\"article\"", RegexOptions.None, 10_000)]
    private static partial Regex Section();
}
