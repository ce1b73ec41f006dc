using Xunit;

namespace Renda.Procedures.Tests;

public sealed class TakingTests
{
    private static readonly (string, string)[] Content = [("title", "农村供水"), ("body", "内容"), ("subject", "agriculture")];

    public static TheoryData<string, string> EveryStep() => new(
        from code in (string[])["CN", "370000", "370200", "310000", "110000", "410000", "330000", "500000"]
        from step in Library.Suggestion(code).Steps.Keys
        select (code, step));

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void A_step_is_refused_in_every_stage_it_does_not_start_from(string jurisdiction, string step)
    {
        var procedure = Library.Suggestion(jurisdiction);
        var found = procedure.Steps[step];
        var stages = procedure.Stages.Select(s => s.Id).Cast<string?>().Prepend(null).Where(s => found.Begins ? s is not null : s is null || !found.From.Contains(s));
        foreach (var stage in stages)
        {
            var refused = Refused(procedure.Take(new() { Stage = stage }, step, found.By.ToHashSet(), new(2026, 3, 2), Particulars.Empty));
            Assert.Contains(found.Title, Assert.Single(refused).Sentence);
            Assert.Equal(found.Basis, refused[0].Basis);
        }
    }

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void A_step_is_refused_to_every_role_it_does_not_name(string jurisdiction, string step)
    {
        var procedure = Library.Suggestion(jurisdiction);
        var found = procedure.Steps[step];
        var others = procedure.Roles.Keys.Except(found.By).ToHashSet();
        var refused = Refused(procedure.Take(new() { Stage = found.Begins ? null : found.From[0] }, step, others, new(2026, 3, 2), Particulars.Empty));
        Assert.Contains("您现在的职务不能办", Assert.Single(refused).Sentence);
    }

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void A_step_with_nothing_filled_in_asks_for_every_required_field(string jurisdiction, string step)
    {
        var procedure = Library.Suggestion(jurisdiction);
        var found = procedure.Steps[step];
        var needed = found.Asks.Where(f => f.Required || f.MustBeYes).Select(f => f.Id).ToList();
        var answer = procedure.Take(new() { Stage = found.Begins ? null : found.From[0] }, step, found.By.ToHashSet(), new(2026, 3, 2), Particulars.Empty);
        Assert.Equal(needed.Count == 0, answer is Decision.Moved || Refused(answer).All(r => r.Field is null));
        Assert.Empty(needed.Except(answer is Decision.Moved ? [] : Refused(answer).Select(r => r.Field!)));
    }

    [Fact]
    public void An_unknown_step_is_refused() =>
        Assert.Equal("“代表建议、批评和意见”没有名为“fly”的步骤。", Refused(new Suggestion("CN").Try("fly", "office"))[0].Sentence);

    [Theory]
    [InlineData("reminded-on", "2026-02-30", "不是一个存在的日期")]
    [InlineData("reminded-on", "3月1日", "不是一个存在的日期")]
    [InlineData("reminded-on", "2026-03-03", "晚于今天 2026-03-02")]
    [InlineData("reminded-on", "1848-01-01", "年份 1848 不合理")]
    public void A_date_that_cannot_be_is_refused(string field, string value, string sentence)
    {
        var refused = Refused(Suggestion.Replied("CN").Try("record-no-response", "office", (field, value), ("reason", "多次提醒")));
        Assert.Equal(field, Assert.Single(refused).Field);
        Assert.Contains(sentence, refused[0].Sentence);
    }

    [Theory]
    [InlineData("title", 61, "最多 60 字，现有 61 字")]
    [InlineData("body", 8001, "最多 8000 字，现有 8001 字")]
    public void A_text_too_long_is_refused_and_counted_by_characters_not_code_units(string field, int length, string sentence)
    {
        (string, string)[] Filled(int n) => [.. Content.Where(c => c.Item1 != field), (field, string.Concat(Enumerable.Repeat("𠀀", n)))];
        Assert.Contains(sentence, Assert.Single(Refused(new Suggestion("CN").Try("draft", "lead-deputy", Filled(length)))).Sentence);
        Assert.IsType<Decision.Moved>(new Suggestion("CN").Try("draft", "lead-deputy", Filled(length - 1)));
    }

    [Fact]
    public void Wrong_values_are_refused_each_by_its_field()
    {
        var refused = Refused(new Suggestion("CN").Try("draft", "lead-deputy", ("title", "两\n行"), ("subject", "weather")));
        Assert.Equal(["“标题”只能是一行文字。", "请填写“内容”。", "“类别”没有“weather”这一选项。"], refused.Select(r => r.Sentence));
        var twice = Refused(new Suggestion("CN").Try("draft", "lead-deputy", [.. Content, ("title", "另一个")]));
        Assert.Equal("“标题”只能填一项，收到 2 项。", Assert.Single(twice).Sentence);
    }

    [Fact]
    public void Blanks_are_nothing_and_fields_nobody_asked_for_are_dropped()
    {
        Assert.Contains(Refused(new Suggestion("CN").Try("draft", "lead-deputy", ("title", "  "), ("body", "内容"), ("subject", "other"))), r => r.Field == "title");
        var moved = Assert.IsType<Decision.Moved>(new Suggestion("CN").Try("draft", "lead-deputy", [.. Content, ("secret", "x"), ("body", " 内容 ")]));
        Assert.Equal(["body", "subject", "title"], moved.Given.Values.Keys.Order());
        Assert.Equal(["内容"], moved.Given["body"]);
    }

    [Fact]
    public void A_declaration_must_be_made_with_yes()
    {
        var draft = new Suggestion("CN").Draft();
        Assert.Contains("请确认", Assert.Single(Refused(draft.Try("submit", "lead-deputy", ("intake", "recess")))).Sentence);
        Assert.Contains("请确认", Assert.Single(Refused(draft.Try("submit", "lead-deputy", ("intake", "recess"), ("signed", "no")))).Sentence);
    }

    [Fact]
    public void Taking_decides_the_same_as_checking_did()
    {
        var handled = Suggestion.Handled("CN").Signed();
        HashSet<string> unit = ["lead-unit"];
        Assert.Equal(["contact", "extend", "reply"], handled.Procedure.Offers(handled.State, unit).Select(s => s.Id).Order());
        Assert.Contains("沟通", Assert.Single(handled.Procedure.Check(handled.State, handled.Procedure.Steps["reply"], unit, handled.Today)).Sentence);
        handled.Contact();
        Assert.Empty(handled.Procedure.Check(handled.State, handled.Procedure.Steps["reply"], unit, handled.Today));
    }

    internal static IReadOnlyList<Refusal> Refused(Decision decision) => Assert.IsType<Decision.Refused>(decision).Reasons;
}
