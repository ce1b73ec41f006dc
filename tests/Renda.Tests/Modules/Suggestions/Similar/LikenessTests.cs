using Renda.Modules.Suggestions.Similar;
using Xunit;

namespace Renda.Tests.Modules.Suggestions.Similar;

/// <summary>What makes two texts alike, without a database.</summary>
public sealed class LikenessTests
{
    private static readonly WordCounts Counts = Counted("村里水压不够", "河堤年久失修", "公交班次太少", "校门口堵车", "老楼没有电梯", "养犬不拴绳");

    [Fact]
    public void A_text_is_wholly_like_itself_and_not_at_all_like_one_without_a_common_character()
    {
        var lift = Wording.Of("老楼没有电梯", "请加装电梯");
        Assert.Equal(1, new Likeness(lift, Counts).To(lift), 9);
        Assert.Equal(0, new Likeness(lift, Counts).To(Wording.Of("河堤", "汛期告急")));
        Assert.Equal(0, new Likeness(lift, Counts).To(Wording.Of("", "，。")));
    }

    [Fact]
    public void Nearer_is_what_shares_the_rarer_words()
    {
        var asked = new Likeness(Wording.Of("老楼加装电梯", "老楼没有电梯，老人上下楼难。"), Counts);
        Assert.True(asked.To(Wording.Of("住宅增设电梯", "六层没有电梯。")) > asked.To(Wording.Of("老人就餐", "老人做饭难，没有食堂。")));
    }

    [Fact]
    public void How_one_asks_says_nothing_about_for_what()
    {
        var asked = Wording.Of("关于进一步加强工作的建议", "建议有关部门高度重视");
        Assert.DoesNotContain(asked.Pairs.Keys, p => p is "关于" or "建议" or "加强" or "有关" or "部门");
        Assert.Contains("重视", asked.Pairs.Keys);
    }

    [Fact]
    public void A_title_counts_more_than_a_body_and_a_body_more_than_a_reply()
    {
        var wording = Wording.Of("电梯", "河堤", "公交");
        Assert.Equal([2, 1, 0.7], [wording.Pairs["电梯"], wording.Pairs["河堤"], wording.Pairs["公交"]]);
    }

    [Fact]
    public void The_index_is_asked_for_the_rarest_words_and_for_no_more_than_is_bounded()
    {
        var everywhere = new WordCounts(all: 100_000);
        Enumerable.Range(0, 1000).ToList().ForEach(i => everywhere.Add(Wording.Of("", i == 0 ? "电梯堵车" : "堵车")));
        Assert.Equal(["梯堵", "电梯"], Telling.Of(Wording.Of("", "电梯堵车"), everywhere).Select(t => t.Word).Order(StringComparer.Ordinal));
        var endless = Wording.Of("", string.Concat(Enumerable.Range(0, 5_000).Select(i => (char)(0x4E00 + i))));
        Assert.InRange(Telling.Of(endless, Counts).Count, 50, 96);
        Assert.True(Telling.Of(endless, everywhere).Sum(t => everywhere.Holding(t.Word)) <= 12_000);
    }

    [Fact]
    public void Words_in_common_are_whole_stretches_without_the_phrases_around_them()
    {
        var words = SharedWords.Of("关于老旧小区加装电梯的建议，AED 也要有", "希望给老旧小区都加装电梯，并配 aed。建议尽快。", Counts);
        Assert.Equal(["aed", "加装电梯", "老旧小区"], words.Order(StringComparer.Ordinal));
        Assert.Empty(SharedWords.Of("建议有关部门加强工作", "建议有关部门加强工作", Counts));
        Assert.Empty(SharedWords.Of("𠮷大", "𠮷小", Counts));
    }

    [Fact]
    public void A_title_is_shown_whole_with_those_words_marked()
    {
        Assert.Equal([("关于", false), ("加装电梯", true), ("的建议", false)], SharedWords.Mark("关于加装电梯的建议", ["电梯", "加装电梯"]));
        Assert.Equal([("AED", true)], SharedWords.Mark("AED", ["aed"]));
        Assert.Equal([("河堤", false)], SharedWords.Mark("河堤", []));
    }

    private static WordCounts Counted(params string[] texts)
    {
        var counts = new WordCounts(texts.Length);
        texts.ToList().ForEach(t => counts.Add(Wording.Of("", t)));
        return counts;
    }
}
