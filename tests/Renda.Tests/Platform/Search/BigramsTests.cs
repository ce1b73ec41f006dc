using System.Text;
using Renda.Platform.Search;
using Xunit;

namespace Renda.Tests.Platform.Search;

public sealed class BigramsTests
{
    [Theory]
    [InlineData("常务委员会", "常务 务委 委员 员会 会")]
    [InlineData("第3次A4纸张", "第 3 次 a4 纸张 张")]
    [InlineData("  ，", "")]
    public void Chinese_gives_overlapping_pairs_and_a_last_character(string text, string tokens) =>
        Assert.Equal(tokens, Bigrams.Index(text));

    [Theory]
    [InlineData("ＡＢＣ１２", "abc12")]
    [InlineData("㈱", "株")]
    [InlineData("１０㎡", "10m2")]
    [InlineData("\uF900", "豈")]
    [InlineData("\u2F00", "一")]
    [InlineData("\U0002F800", "丽")]
    [InlineData("Lǚ", "lu")]
    [InlineData("Lu\u0308", "lu")]
    [InlineData("葛\U000E0100", "葛")]
    public void Compatibility_forms_and_case_are_one(string text, string plain) => Assert.Equal(plain, Bigrams.Index(text));

    [Fact]
    public void A_query_asks_for_pairs_without_the_last_character_and_for_each_only_once()
    {
        Assert.Equal(["代表", "表大", "大会"], Bigrams.Query("代表大会"));
        Assert.Equal(["代表"], Bigrams.Query("代表，代表"));
        Assert.Equal(["𠮷*"], Bigrams.Query("𠮷"));
    }

    [Fact]
    public void Expressions_quote_each_token_for_both_databases()
    {
        Assert.Equal("\"代表\" AND \"会\"*", Bigrams.Match(Bigrams.Query("代表 会")));
        Assert.Equal("'代表' & '会':*", Bigrams.TsQuery(Bigrams.Query("代表 会")));
    }

    [Fact]
    public void A_token_never_passes_the_lexeme_limit_of_PostgreSQL()
    {
        var token = Assert.Single(Bigrams.Query(new string('x', 10_000)));
        Assert.True(Encoding.UTF8.GetByteCount(token) < 2046);
        Assert.Equal(token, Bigrams.Index(new string('X', 10_000)));
    }

    [Theory]
    [InlineData("关于“十四五”规划", "十四五规划", false)]
    [InlineData("关于“十四五”规划", "十四五》规划", true)]
    [InlineData("张三、李四", "李四 张三", true)]
    [InlineData("张三、李四", "李四 王五", false)]
    [InlineData("代表大会表决", "代表决", false)]
    [InlineData("ＡＢＣ会议", "abc会", true)]
    [InlineData("任何文字", "？！", false)]
    public void The_recheck_wants_each_part_unbroken(string text, string query, bool expected) =>
        Assert.Equal(expected, Bigrams.Contains(text, query));
}
