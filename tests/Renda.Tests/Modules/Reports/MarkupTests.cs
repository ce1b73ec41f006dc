using Renda.Modules.Reports.Markup;
using Renda.Platform.Figures;
using Xunit;

namespace Renda.Tests.Modules.Reports;

/// <summary>The markup of reports: what is read, and what is told where it cannot be.</summary>
public sealed class MarkupTests
{
    [Fact]
    public void Headings_paragraphs_and_places_are_read()
    {
        var text = MarkupReader.Read("# 报告\n\n## 一、学习\n开展学习{study}次，上年{study 上年}次，{文 2020年}为{study 2020}次。\n{表 study 按 unit}\n{图 study 上年 按 month}\n", _ => null);
        Assert.Empty(text.Problems);
        Assert.Equal([1, 3, 4, 5, 6], text.Blocks.Select(b => b.Line));
        var spans = Assert.IsType<Paragraph>(text.Blocks[2]).Spans;
        Assert.Equal(new Asked("study", YearBefore: true), Assert.IsType<Number>(spans[3]).Asked);
        Assert.Equal("2020年", Assert.IsType<Literal>(spans[5]).Text);
        Assert.Equal(Period.Year(2020), Assert.IsType<Number>(spans[7]).Asked.Period);
        Assert.Equal(("month", true), (Assert.IsType<Series>(text.Blocks[4]).By, ((Series)text.Blocks[4]).Chart));
    }

    [Theory]
    [InlineData("学习13次", "查不到来源")]
    [InlineData("占５０％", "查不到来源")]
    [InlineData("学习{study次", "没有右括号")]
    [InlineData("学习{学习}次", "读不懂")]
    [InlineData("学习{study 明年}次", "读不懂")]
    [InlineData("学习{study 2020-02-01..2020-01-01}次", "读不懂")]
    [InlineData("{表 study}", "表格和图写作")]
    [InlineData("{引 nothing}", "没有叫“nothing”的模板")]
    [InlineData("{引 a}", "引用了自己：a → b → a")]
    public void What_cannot_be_read_is_told_at_its_line(string line, string sentence)
    {
        var text = MarkupReader.Read($"# 报告\n\n{line}\n", name => name switch { "a" => "{引 b}", "b" => "文字\n{引 a}", _ => null });
        var problem = Assert.Single(text.Problems);
        Assert.Equal(3, problem.Line);
        Assert.Contains(sentence, problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Marked_text_has_no_number_left_to_explain()
    {
        Assert.Equal("{文 2026}年第{文 3}次", MarkupReader.Mark("2026年第3次"));
        Assert.Empty(MarkupReader.Read(MarkupReader.Mark("第13届｛{1}"), _ => null).Problems);
    }

    [Fact]
    public void Hostile_texts_end()
    {
        Assert.Contains("最多", Assert.Single(MarkupReader.Read(new string('{', MarkupReader.Longest + 1), _ => null).Problems).Sentence, StringComparison.Ordinal);
        Assert.NotEmpty(MarkupReader.Read(string.Concat(Enumerable.Repeat("{a", 50_000)), _ => null).Problems);
        Assert.NotEmpty(MarkupReader.Read(string.Concat(Enumerable.Repeat("{引 a}\n", 1000)), _ => "{引 a}{").Problems);
    }

    [Fact]
    public void A_year_before_keeps_the_end_of_february()
    {
        Assert.Equal(new Period(new(2019, 2, 1), new(2019, 2, 28)), new Period(new(2020, 2, 1), new(2020, 2, 29)).YearBefore);
        Assert.Equal(new Period(new(2020, 2, 1), new(2020, 2, 29)), new Period(new(2021, 2, 1), new(2021, 2, 28)).YearBefore);
        Assert.Null(Period.Read("2020-13-01..2020-14-01"));
        Assert.Null(Period.Read("..") ?? Period.Read("9999") ?? Period.Read(null));
    }
}
