using Renda.Modules.Legislation.Consultation;
using Renda.Modules.Legislation.Consultation.Grouping;
using Xunit;

namespace Renda.Tests.Modules.Legislation;

/// <summary>Which comments stand together.</summary>
public sealed class GroupingTests
{
    [Theory]
    [InlineData("晚上九点以后禁止音响太晚了，孩子睡不了觉，建议改为八点。", "晚上九点以后才禁止音响，太晚了！孩子睡不了觉；建议改为八点", true)]
    [InlineData("建议增加公园的厕所，女厕总是排队，节假日排得更长。", "建议增加公园厕所，女厕总是排队，节假日排得更长", true)]
    [InlineData("建议把每百户三十平方米提高到五十平方米。", "建议把每百户三十平方米提高到六十平方米。", false)]
    [InlineData("同意公园晚上关门", "不同意公园晚上关门", false)]
    [InlineData("支持第八条关于遛犬的规定，写得很好，请坚持", "反对第八条关于遛犬的规定，写得很好，请坚持", false)]
    [InlineData("公园厕所太少，女厕总是排队。", "停车费太贵，希望降一降。", false)]
    [InlineData("？？", "！！", false)]
    public void Like_words_stand_together_and_what_turns_a_sentence_keeps_it_apart(string one, string other, bool together)
    {
        var (a, b) = (Wording.Of(one), Wording.Of(other));
        Assert.Equal(together, a.Turns == b.Turns && a.Likeness(b) >= Grouper.Alike);
        if (together)
        {
            Assert.NotEmpty(Sketch.Of(a, 1, 3).Intersect(Sketch.Of(b, 1, 3)));
        }
    }

    [Fact]
    public void The_same_words_always_have_the_same_keys_and_others_on_another_article()
    {
        var words = Wording.Of("建议在湖边加装护栏。");
        Assert.Equal(Sketch.Of(words, 1, 3), Sketch.Of(Wording.Of("建议在湖边，加装护栏"), 1, 3));
        Assert.Empty(Sketch.Of(words, 1, 3).Intersect(Sketch.Of(words, 1, 4)));
    }

    [Theory]
    [InlineData("请打13800001234找我", "请打（号码略）找我")]
    [InlineData("写信到 zhao@example.com 就行", "写信到 （邮箱略） 就行")]
    [InlineData("第十条的2025年改为2026年", "第十条的2025年改为2026年")]
    public void Numbers_people_are_reached_by_are_not_published(string said, string published) => Assert.Equal(published, PublicText.Of(said));
}
