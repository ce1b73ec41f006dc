using Xunit;
using static Renda.Procedures.Tests.TakingTests;

namespace Renda.Procedures.Tests;

/// <summary>The way of a suggestion, told by its refusals and moves.</summary>
public sealed class SuggestionPathTests
{
    [Theory]
    [InlineData("CN")]
    [InlineData("370000")]
    [InlineData("370200")]
    [InlineData("310000")]
    [InlineData("110000")]
    [InlineData("410000")]
    [InlineData("330000")]
    [InlineData("500000")]
    public void A_suggestion_goes_from_draft_to_closed_in_every_jurisdiction(string jurisdiction)
    {
        var closed = Suggestion.Replied(jurisdiction).Evaluate("satisfied").Do("close", "office");
        Assert.Equal("closed", closed.State.Stage);
        Assert.DoesNotContain(closed.State.Clocks, c => c.Running);
    }

    [Fact]
    public void A_cosigner_who_has_not_confirmed_holds_the_submission_up()
    {
        var draft = new Suggestion("370000").Draft();
        draft.Parties.Add("cosigner-invited");
        var refusal = Assert.Single(Refused(draft.Try("submit", "lead-deputy", ("intake", "recess"), ("signed", "yes"))));
        Assert.Equal("还有受邀代表没有确认联名。", refusal.Sentence);
        Assert.Equal("第七条第二款", refusal.Basis?.Article);
        draft.Parties.Clear();
        Assert.Equal("submitted", draft.Submit().State.Stage);
    }

    [Fact]
    public void A_missing_assisting_opinion_holds_the_reply_up_and_names_the_unit()
    {
        var handled = Suggestion.Handled("370000", assisting: true).Contact();
        var refusal = Assert.Single(Refused(handled.Try("reply", "lead-unit", Suggestion.Letter("solved"))));
        Assert.Equal(("协办单位还没有提出意见：单位2。", "第二十一条"), (refusal.Sentence, refusal.Basis?.Article));
        handled.DoChild("assisting", "sign", "unit").DoChild("assisting", "opine", "unit", ("opinion", "同意"), ("signed-by", "王五"));
        Assert.Equal("replied", handled.Reply().State.Stage);
    }

    [Fact]
    public void A_released_assisting_unit_no_longer_holds_the_reply_up()
    {
        var handled = Suggestion.Handled("370000", assisting: true).Contact().DoChild("assisting", "release", "coordinator", ("reason", "不需要"));
        Assert.Equal("replied", handled.Reply().State.Stage);
        Assert.Contains("主办单位不能取消", Refused(handled.TryChild("lead", "release", "coordinator", ("reason", "不需要")))[0].Sentence);
    }

    [Fact]
    public void Without_contact_with_the_deputy_there_is_no_reply_nor_a_second_one()
    {
        Assert.Equal("第十七条第一款", Assert.Single(Refused(Suggestion.Handled("370000").Signed().Try("reply", "lead-unit", Suggestion.Letter("solved")))).Basis?.Article);
        var again = Suggestion.Replied("370000").Evaluate("dissatisfied");
        Assert.Contains("听取代表意见", Assert.Single(Refused(again.Try("reply-again", "lead-unit", Suggestion.Letter("solved")))).Sentence);
        Assert.Equal("replied", again.Contact().Reply(step: "reply-again").State.Stage);
    }

    [Theory]
    [InlineData("370000", "planned")]
    [InlineData("310000", "scheduled")]
    [InlineData("310000", "planned")]
    [InlineData("370200", "this-year")]
    [InlineData("410000", "planned")]
    public void A_reply_that_plans_needs_a_promise_and_its_day(string jurisdiction, string kind)
    {
        var handled = Suggestion.Handled(jurisdiction).Contact();
        Assert.Equal(["promise", "promised-by"], Refused(handled.Try("reply", "lead-unit", Suggestion.Letter(kind))).Select(r => r.Field));
        Assert.Contains("应当晚于今天", Assert.Single(Refused(handled.Try("reply", "lead-unit", [.. Suggestion.Letter(kind), ("promise", "修好"), ("promised-by", "2026-03-02")]))).Sentence);
        handled.Reply(kind, "reply", ("promise", "修好"), ("promised-by", "2026-12-31")).Evaluate("satisfied");
        Assert.Equal("promised", handled.State.Stage);
        Assert.Equal(new DateOnly(2026, 12, 31), handled.Running("promise")?.Due);
    }

    [Fact]
    public void A_kind_the_statute_does_not_list_is_refused() =>
        Assert.Contains("没有“contrary”这一选项", Assert.Single(Refused(Suggestion.Handled("370200").Contact().Try("reply", "lead-unit", Suggestion.Letter("contrary")))).Sentence);

    [Theory]
    [InlineData("370000", "rehandling")]
    [InlineData("410000", "rehandling")]
    [InlineData("CN", "dissatisfied")]
    [InlineData("310000", "dissatisfied")]
    [InlineData("330000", "dissatisfied")]
    public void A_dissatisfying_result_is_handled_again_at_once_only_where_the_statute_says_so(string jurisdiction, string stage) =>
        Assert.Equal(stage, Suggestion.Replied(jurisdiction).Evaluate("dissatisfied").State.Stage);

    [Fact]
    public void After_a_second_failure_the_office_decides()
    {
        var twice = Suggestion.Replied("370000").Evaluate("dissatisfied").Contact().Reply(step: "reply-again").Evaluate("dissatisfied");
        Assert.Equal("dissatisfied", twice.State.Stage);
        Assert.Equal("rehandling", twice.Do("order-rehandling", "office", ("request", "请再办")).State.Stage);
    }

    [Fact]
    public void Attitude_alone_does_not_send_it_back_but_asks_for_an_opinion()
    {
        var replied = Suggestion.Replied("370000");
        Assert.Equal("opinion", Assert.Single(Refused(replied.Try("evaluate", "lead-deputy", ("attitude", "dissatisfied"), ("result", "satisfied")))).Field);
        Assert.Equal("settled", replied.Evaluate("satisfied", "dissatisfied").State.Stage);
    }

    [Fact]
    public void In_zhejiang_a_first_dissatisfaction_cannot_be_settled_away()
    {
        var first = Suggestion.Replied("330000").Evaluate("dissatisfied");
        Assert.Equal("第二十四条", Assert.Single(Refused(first.Try("settle", "office", ("reason", "已研究")))).Basis?.Article);
        first.Do("order-rehandling", "office", ("request", "请再办")).Contact().Reply(step: "reply-again").Evaluate("dissatisfied");
        Assert.Equal("settled", first.Do("settle", "office", ("reason", "已研究")).State.Stage);
    }

    [Fact]
    public void In_henan_the_office_needs_an_assessment_after_a_second_failure()
    {
        var twice = Suggestion.Replied("410000").Evaluate("dissatisfied").Contact().Reply(step: "reply-again").Evaluate("dissatisfied");
        Assert.Equal("assessment", Assert.Single(Refused(twice.Try("order-rehandling", "office", ("request", "请再办")))).Field);
    }

    [Fact]
    public void A_late_return_is_refused_naming_article_12_and_stays_refused_after_a_refusal()
    {
        var late = Suggestion.Handled("370000").DoChild("lead", "sign", "unit").On("2026-03-10");
        var refusal = Assert.Single(Refused(late.TryChild("lead", "ask-return", "unit", ("reason", "不属于职责"))));
        Assert.Equal("收到之日起五日内可以说明情况申请退办，期限 2026-03-09 已过。", refusal.Sentence);
        Assert.Equal("《山东省人民代表大会代表建议、批评和意见办理工作条例》第十二条", refusal.Basis?.ToString());
        late.On("2026-03-09").DoChild("lead", "ask-return", "unit", ("reason", "不属于职责")).DoChild("lead", "refuse-return", "coordinator", ("reason", "属于"));
        Assert.Single(Refused(late.On("2026-03-10").TryChild("lead", "ask-return", "unit", ("reason", "再次申请"))));
    }

    [Fact]
    public void A_return_leads_to_a_sibling_with_the_same_part()
    {
        var moved = Assert.IsType<Decision.Moved>(Suggestion.Handled("370000", assisting: true).TryChild("assisting", "reassign", "coordinator", ("unit", "u9")));
        Assert.Equal(("handling", "assisting", "u9"), Assert.Single(moved.Opens) is var open ? (open.Child, open.Part, open.For) : default);
    }

    [Fact]
    public void In_beijing_a_suggestion_is_withdrawn_before_assignment_or_not_at_all()
    {
        (string, string) reason = ("reason", "另提");
        Assert.IsType<Decision.Moved>(new Suggestion("110000").Draft().Submit().Try("withdraw", "lead-deputy", reason));
        Assert.Equal("第十三条第二款", Refused(Suggestion.Handled("110000").Try("withdraw", "lead-deputy", reason))[0].Basis?.Article);
        Assert.IsType<Decision.Moved>(Suggestion.Handled("370000").Try("withdraw", "lead-deputy", reason));
    }

    [Fact]
    public void In_shanghai_a_joint_suggestion_is_withdrawn_by_all()
    {
        var joint = Suggestion.Handled("310000");
        Assert.IsType<Decision.Moved>(joint.Try("withdraw", "lead-deputy", ("reason", "另提")));
        joint.Parties.Add("cosigner");
        Assert.Equal("unanimous", Assert.Single(Refused(joint.Try("withdraw", "lead-deputy", ("reason", "另提")))).Field);
        Assert.Equal("第十条第二款", Assert.Single(Refused(joint.Try("withdraw", "lead-deputy", ("reason", "另提"), ("unanimous", "no")))).Basis?.Article);
        Assert.IsType<Decision.Moved>(joint.Try("withdraw", "lead-deputy", ("reason", "另提"), ("unanimous", "yes")));
    }

    [Fact]
    public void In_qingdao_the_standing_committees_office_consents_to_an_extension()
    {
        var asked = Suggestion.Handled("370200").Do("ask-extension", "lead-unit", ("reason", "难度大"));
        Refused(asked.Try("grant-extension", "coordinator"));
        Assert.Equal("handling", asked.Do("grant-extension", "office").State.Stage);
    }

    [Fact]
    public void An_imported_suggestion_goes_to_the_stage_its_ledger_says()
    {
        (string, string)[] row = [("title", "旧件"), ("body", "内容"), ("lead-deputy", "p1"), ("submitted", "2026-01-20")];
        Decision Import(params (string, string)[] more) => new Suggestion("370000").Try("import", "office", [.. row, .. more]);
        Assert.Equal("submitted", Assert.IsType<Decision.Moved>(Import(("numbered", "no"), ("assigned", "no"))).To);
        Assert.Equal("filed", Assert.IsType<Decision.Moved>(Import(("numbered", "yes"), ("assigned", "no"))).To);
        Assert.Equal(["assigned-on", "lead"], Refused(Import(("numbered", "yes"), ("assigned", "yes"))).Select(r => r.Field).Order());
        var assigned = Assert.IsType<Decision.Moved>(Import(("numbered", "yes"), ("assigned", "yes"), ("assigned-on", "2026-02-02"), ("lead", "u1")));
        Assert.Equal(("handling", "lead"), (assigned.To, Assert.Single(assigned.Opens).Part));
    }
}
