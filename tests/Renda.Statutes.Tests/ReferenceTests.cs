using CsCheck;
using Renda.Statutes.Referring;
using Xunit;

namespace Renda.Statutes.Tests;

/// <summary>The forms in which statutes refer.</summary>
public sealed class ReferenceTests
{
    private const string Before = "# 某市公园条例\n第一章 总则\n第一节 甲\n第一条 一款。\n二款：\n（一）一项：\n1.一目；\n2.二目；\n（二）二项；\n（三）三项。\n第一条之一 一款：\n（一）一项；\n（二）二项。\n第二章 管理\n第一节 乙\n第二条 一款。\n第二节 丙\n第三条 一款。\n二款。\n三款。\n";

    public static TheoryData<string, string> Forms() => new()
    {
        { "依照本条例第一条第二款第（一）项第二目的规定", "第一条第二款第（一）项第二目=第一条第二款第一项第二目" },
        { "依照第一条之一的规定", "第一条之一=第一条之一" },
        { "依照第 １ 条第2款的规定", "第 １ 条第2款=第一条第二款" },
        { "违反第一条、第二条和第三条第一款、第三款规定", "第一条=第一条 第二条=第二条 第三条第一款=第三条第一款 第三款=第三条第三款" },
        { "适用第一条至第三条的规定", "第一条至第三条=第一条→第三条" },
        { "适用本条例第一条到第二条以及第三条第一款至第三款", "第一条到第二条=第一条→第二条 第三条第一款至第三款=第三条第一款→第三条第三款" },
        { "违反第一条第二款第一、三项的", "第一条第二款第一=第一条第二款第一项 三项=第一条第二款第三项" },
        { "违反第一条第二款第一至三项的", "第一条第二款第一至三项=第一条第二款第一项→第一条第二款第三项" },
        { "违反第一条第二款第一、二项、第三项，第三条第一、二款和第三款的", "第一条第二款第一=第一条第二款第一项 二项=第一条第二款第二项 第三项=第一条第二款第三项 第三条第一=第三条第一款 二款=第三条第二款 第三款=第三条第三款" },
        { "违反第一条第二款第一项、第二、三项的", "第一条第二款第一项=第一条第二款第一项 第二=第一条第二款第二项 三项=第一条第二款第三项" },
        { "违反第一条、二条的", "第一条=第一条 二条=第二条" },
        { "违反第一条第二款（一）、（三）项的", "第一条第二款（一）=第一条第二款第一项 （三）项=第一条第二款第三项" },
        { "违反第一条之一第二项的", "第一条之一第二项=第一条之一第一款第二项" },
        { "依照前条的规定", "前条=第三条" },
        { "依照前条第二款的规定", "前条第二款=第三条第二款" },
        { "依照前两条的规定", "前两条=第二条→第三条" },
        { "按照本条第一款规定", "本条第一款=第四条第一款" },
        { "依照本条规定和本章、本法", "" },
        { "依照第二章第二节、第一节和第一章规定的程序", "第二章第二节=第二章第二节 第一节=第二章第一节 第一章=第一章" },
        { "适用本章第一节的规定", "本章第一节=第二章第一节" },
        { "适用第九条、第三条第九款的规定", "第九条=第九条? 第三条第九款=第三条第九款?" },
        { "依照《某法》第二条、第三条第一款的规定", "第二条=《某法》第二条 第三条第一款=《某法》第三条第一款" },
        { "依照《某法》（以下简称法）第二条至第五条", "第二条至第五条=《某法》第二条→第五条" },
        { "依照《关于修改〈某法〉的决定》第二条", "第二条=《关于修改〈某法〉的决定》第二条" },
        { "依照《某法》的规定和该法第二条", "第二条=《某法》第二条" },
        { "宪法第八十九条和药品管理法第八条", "第八十九条=《宪法》第八十九条 第八条=《药品管理法》第八条" },
        { "依照《某市公园条例》第二条", "第二条=第二条" },
        { "依照《某法》第二条和本条例第三条", "第二条=《某法》第二条 第三条=第三条" },
        { "依照本条例第二条和《某法》第三条", "第二条=第二条 第三条=《某法》第三条" },
        { "以临海第一条城市道路为界", "" },
        { "具备第一条件、第三项目、第一款产品、第二项任务、目前条件、本条例、前款项", "" },
        { "第三人、第一审、第二天、第十届", "" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_is_read(string words, string found) => Assert.Equal(found, Told($"{Before}第四条 {words}，予以处理。\n", "第四条"));

    [Fact]
    public void What_goes_before_is_counted_from_where_it_stands()
    {
        const string Text = Before + "第四条 一款。\n二款：\n（一）一项；\n（二）依照前款、前项和第一项；\n（三）依照前两项。\n依照前款第二项。\n依照前两款、前三款。\n";
        Assert.Equal("前款=第四条第一款 前项=第四条第二款第一项 第一项=第四条第二款第一项 前两项=第四条第二款第一项→第四条第二款第二项 前款第二项=第四条第二款第二项 " +
            "前两款=第四条第二款→第四条第三款 前三款=第四条第一款→第四条第三款", Told(Text, "第四条"));
        Assert.Equal("前款=第五条?", Told(Before + "第五条 依照前款。\n", "第五条"));
    }

    [Fact]
    public void An_item_spoken_of_just_now_is_the_other_articles() => Assert.Equal(
        "第一条第二款第一项=第一条第二款第一项 第三项=第一条第二款第三项", Told(Before + "第四条 以第一条第二款第一项规定的财产或者第三项规定的建筑物抵押的。\n", "第四条"));

    [Fact]
    public void In_a_decision_the_articles_are_those_of_what_it_amends() => Assert.Equal(
        "第十条=《某市公园条例》第十条 第十一条=《某市公园条例》第十一条 第三条=《某市公园条例》第三条",
        Told("关于修改《某市公园条例》的决定\n一、将第十条改为第十一条，修改为：\n“违反第三条的，予以处理。”\n", null));

    [Fact]
    public void Any_text_is_read_and_every_reference_stands_in_its_node() => RoundTripTests.Pieces.Select(Gen.Int[0, Signs.Length - 1].Array[0, 30]).Sample(
        (pieces, signs) =>
        {
            var statute = Statute.Parse(pieces + "\n第一条 " + string.Concat(signs.Select(s => Signs[s])));
            var end = 0;
            foreach (var reference in References.Of(statute))
            {
                var node = statute.Nodes[reference.Node];
                Assert.InRange(reference.Start, Math.Max(end, node.Body), node.BodyEnd);
                end = reference.Start + reference.Length;
                Assert.InRange(end, reference.Start + 1, node.BodyEnd);
                Assert.InRange(Math.Max(reference.Target, reference.TargetEnd), -1, statute.Nodes.Count - 1);
            }
        }, iter: 20_000, threads: 1);

    private static readonly string[] Signs =
        ["第", "一", "十", "条", "款", "项", "目", "章", "节", "编", "之", "前", "本", "两", "（", "）", "、", "和", "至", "或者", "《", "》", "法", "条例", "依照", "规定", "的", "。", "\n", "（一）", "第一条", "前款", "该法", " ", "９", "\udc80"];

    private static string Told(string text, string? article)
    {
        var statute = Statute.Parse(text);
        var first = article is null ? 0 : statute.Articles.First(a => a.Label == article).Node;
        return string.Join(' ', References.Of(statute).Where(r => r.Node >= first).Select(r =>
            $"{r.Words(statute)}={(r.Statute is { } name ? $"《{name}》" : "")}{r.From}{(r.To is { } to ? $"→{to}" : "")}{(r.Missing ? "?" : "")}"));
    }
}
