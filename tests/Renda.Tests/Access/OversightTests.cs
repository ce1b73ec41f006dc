using Renda.Platform.Access;
using Renda.Procedures;
using Xunit;

namespace Renda.Tests.Access;

/// <summary>Which posts see all matters of which procedure.</summary>
public sealed class OversightTests
{
    private const string Review = """
        procedure: review
        title: 审查
        jurisdiction: CN
        in-force: 2026-01-01
        law: 审查办法
        seen-by: [member]
        roles:
          clerk: {title: 经办, posts: [legal-clerk]}
          unit: {title: 报送单位, party: unit, posts: [unit-clerk]}
        stages:
          open: {title: 在办}
          done: {title: 办结, end: true}
        steps:
          begin: {title: 开始, to: open, by: [clerk], asks: {units: {title: 单位, type: units}}, opens: [{child: opinion, each: units}], basis: 第一条}
          weigh: {title: 内部研究, from: [open], by: [clerk], hidden-from: [unit], basis: 第二条}
          close: {title: 办结, from: [open], to: done, by: [clerk], basis: 第三条}
        children:
          opinion:
            title: 意见
            party: unit
            stages:
              asked: {title: 待提出}
              given: {title: 已提出, end: true}
            steps:
              ask: {title: 征求, to: asked, by: [clerk], basis: 第四条}
              give: {title: 提出, from: [asked], to: given, by: [unit], basis: 第五条}
        """;

    [Theory]
    [InlineData("legal-clerk", true, true)]
    [InlineData("member", true, false)]
    [InlineData("unit-clerk", false, false)]
    [InlineData("office-clerk", false, false)]
    public void By_the_roles_without_a_part_and_by_those_who_look_on(string post, bool oversees, bool seesThrough)
    {
        var book = RuleBook.Load([new RuleFile("CN/review.yaml", Review)], before: null, Posts.Kinds);
        Assert.Empty(book.Problems);
        var oversight = Oversight.Of(book, "370000", new DateOnly(2026, 6, 1), [new HeldPost(Guid.Empty, post, Guid.Empty, "")]);
        foreach (var procedure in (string[])["review", "opinion"])
        {
            Assert.Equal(oversees, oversight.Whole.ContainsKey(procedure));
            Assert.Equal(seesThrough, oversight.Whole.GetValueOrDefault(procedure));
        }
    }

    [Fact]
    public void A_file_broken_just_now_hides_nothing_from_those_who_read_what_runs()
    {
        var book = RuleBook.Load([new RuleFile("CN/review.yaml", Review), new RuleFile("370000/review.yaml", "procedure: [")], before: null, Posts.Kinds);
        Assert.Null(book.Find("review", "370000", new DateOnly(2026, 6, 1)).Procedure);
        var oversight = Oversight.Of(book, "370000", new DateOnly(2026, 6, 1), [new HeldPost(Guid.Empty, "legal-clerk", Guid.Empty, "")]);
        Assert.True(oversight.Whole.ContainsKey("review"));
    }
}
