using Xunit;

namespace Renda.Procedures.Tests.Limits;

public sealed class ClockTests
{
    [Fact]
    public void Assigning_stops_the_assignment_and_starts_the_reply()
    {
        var matter = new Suggestion("370000").Draft().On("2026-02-13").Submit();
        Assert.Equal(new DateOnly(2026, 2, 24), matter.Running("assign")?.Due);
        matter.On("2026-02-24").Assign();
        Assert.Null(matter.Running("assign"));
        Assert.Equal(new DateOnly(2026, 5, 25), matter.Running("reply")?.Due); // 05-24 is a Sunday.
    }

    [Fact]
    public void Returned_for_revision_and_submitted_again_the_assignment_starts_anew()
    {
        var matter = new Suggestion("370000").Draft().Submit().Do("return-for-revision", "office", ("reason", "不具体"));
        Assert.Null(matter.Running("assign"));
        matter.On("2026-03-09").Submit();
        Assert.Equal(new DateOnly(2026, 3, 9), matter.Running("assign")?.StartedOn);
        Assert.Equal(2, matter.State.Clocks.Count(c => c.Limit == "assign"));
    }

    [Fact]
    public void An_extension_replaces_the_reply_and_keeps_its_start()
    {
        var matter = Suggestion.Handled("370000").On("2026-05-20").Do("ask-extension", "lead-unit", ("reason", "难"));
        Assert.NotNull(matter.Running("reply")); // Asking changes nothing.
        matter.On("2026-05-25").Do("grant-extension", "coordinator");
        var first = Assert.Single(matter.State.Clocks, c => c.Limit == "reply");
        Assert.Equal((true, new DateOnly(2026, 5, 25)), (first.Replaced, first.StoppedOn));
        Assert.Equal((new DateOnly(2026, 3, 2), new DateOnly(2026, 9, 2)), (matter.Running("reply-extended")!.StartedOn, matter.Running("reply-extended")!.Due));
        matter.Contact().Reply();
        Assert.Null(matter.Running("reply-extended"));
    }

    [Fact]
    public void In_shanghai_an_extension_is_added_to_the_end()
    {
        var matter = new Suggestion("310000").Draft().On("2025-11-28").Submit().On("2025-11-30").Assign().On("2026-02-20")
            .Do("ask-extension", "lead-unit", ("reason", "难")).Do("grant-extension", "coordinator");
        Assert.Equal(new DateOnly(2026, 5, 28), matter.Running("reply-extended")?.Due);
    }

    [Fact]
    public void Reassigned_the_reply_keeps_its_first_assignment()
    {
        var matter = Suggestion.Handled("370000").DoChild("lead", "sign", "unit").On("2026-03-05").DoChild("lead", "reassign", "coordinator", ("unit", "u9"));
        Assert.Equal(new DateOnly(2026, 3, 2), matter.Running("reply")?.StartedOn);
    }

    [Theory]
    [InlineData("410000", "office")]
    [InlineData("330000", "coordinator")]
    public void Counted_from_receipt_the_reply_starts_with_the_lead_unit_and_anew_with_its_successor(string jurisdiction, string decides)
    {
        var matter = Suggestion.Handled(jurisdiction, assisting: true).DoChild("assisting", "sign", "unit");
        Assert.Null(matter.Running("reply"));
        matter.On("2026-03-04").DoChild("lead", "sign", "unit");
        Assert.Equal(new DateOnly(2026, 3, 4), matter.Running("reply")?.StartedOn);
        matter.On("2026-03-06").DoChild("lead", "ask-return", "unit", ("reason", "不属于")).DoChild("lead", "reassign", decides, ("unit", "u9"));
        Assert.Null(matter.Running("reply"));
        Assert.Equal(new DateOnly(2026, 3, 2), matter.Running("reply-latest")?.StartedOn); // The law's own six months go on.
        matter.On("2026-03-11").DoChild("lead", "sign", "unit");
        Assert.Equal(new DateOnly(2026, 3, 11), matter.Running("reply")?.StartedOn);
    }

    [Theory]
    [InlineData("370000", "assigned-on", "2026-02-02")]
    [InlineData("410000", "received-on", "2026-02-04")]
    [InlineData("410000", null, null)] // No receipt on the old ledger: signing will start it.
    public void An_imported_suggestion_is_counted_from_the_day_on_the_old_ledger(string jurisdiction, string? field, string? start)
    {
        (string, string)[] row = [("title", "旧件"), ("body", "内容"), ("lead-deputy", "p1"), ("submitted", "2026-01-20"), ("numbered", "yes"), ("assigned", "yes"), ("lead", "u1"), ("assigned-on", "2026-02-02")];
        var matter = new Suggestion(jurisdiction).Do("import", "office", [.. row, .. field is "received-on" ? [(field, start!)] : Array.Empty<(string, string)>()]);
        Assert.Equal(start, matter.Running("reply")?.StartedOn.ToString("yyyy-MM-dd"));
    }

    [Fact]
    public void An_imported_suggestion_still_to_be_assigned_is_counted_from_its_submission_unless_made_in_session()
    {
        (string, string)[] row = [("title", "旧件"), ("body", "内容"), ("lead-deputy", "p1"), ("submitted", "2026-02-13"), ("numbered", "no"), ("assigned", "no")];
        Assert.Equal(new DateOnly(2026, 2, 24), new Suggestion("370000").Do("import", "office", row).Running("assign")?.Due);
        Assert.Null(new Suggestion("370000").Do("import", "office", [.. row, ("intake", "session")]).Running("assign"));
    }

    [Fact]
    public void A_promised_day_starts_with_the_reply_and_a_change_starts_it_again()
    {
        var matter = Suggestion.Handled("370000").Contact().Reply("planned", "reply", ("promise", "修好"), ("promised-by", "2026-10-04")).Evaluate("satisfied");
        Assert.Equal(new DateOnly(2026, 10, 4), matter.Running("promise")?.Due); // In the National Day holiday: not rolled.
        matter.On("2026-09-30").Do("explain-change", "lead-unit", ("reason", "汛期"), ("promised-by", "2026-12-20"));
        Assert.Equal(new DateOnly(2026, 12, 20), matter.Running("promise")?.Due);
        Assert.Equal(2, matter.State.Clocks.Count(c => c.Limit == "promise"));
        matter.Do("fulfil", "lead-unit", ("text", "已修好"), ("signed-by", "李四"), ("letter", "hash"));
        Assert.Null(matter.Running("promise"));
    }

    [Fact]
    public void A_second_reply_stops_the_first_promise()
    {
        var matter = Suggestion.Handled("370000").Contact().Reply("planned", "reply", ("promise", "修好"), ("promised-by", "2026-10-04"))
            .Evaluate("dissatisfied").Contact().Reply(step: "reply-again");
        Assert.Null(matter.Running("promise"));
        Assert.Null(matter.Running("rehandle"));
        Assert.Equal("settled", matter.Evaluate("satisfied").State.Stage);
    }

    [Fact]
    public void Dissatisfaction_starts_the_re_handling_in_shandong_and_the_order_does_in_chongqing()
    {
        Assert.Equal(new DateOnly(2026, 4, 2), Suggestion.Replied("370000").Evaluate("dissatisfied").Running("rehandle")?.Due);
        var chongqing = Suggestion.Replied("500000").Evaluate("dissatisfied");
        Assert.Null(chongqing.Running("rehandle"));
        chongqing.On("2026-03-04").Do("order-rehandling", "office", ("request", "请再办"));
        Assert.Equal(new DateOnly(2026, 5, 6), chongqing.Running("rehandle")?.Due); // 05-04 lies in the holiday.
    }

    [Fact]
    public void In_henan_no_limit_is_set_after_an_assessment()
    {
        var twice = Suggestion.Replied("410000").Evaluate("dissatisfied").Contact().Reply(step: "reply-again").Evaluate("dissatisfied")
            .Do("order-rehandling", "office", ("request", "请再办"), ("assessment", "评估意见"));
        Assert.Null(twice.Running("rehandle"));
    }

    [Fact]
    public void The_deputys_own_limit_starts_with_each_reply_and_stops_with_the_evaluation()
    {
        var matter = Suggestion.Replied("110000");
        Assert.Equal(new DateOnly(2026, 3, 23), matter.Running("evaluate")?.Due); // 15 working days.
        Assert.Null(matter.Evaluate("satisfied").Running("evaluate"));
    }

    [Fact]
    public void A_return_is_a_window_and_never_late()
    {
        var clock = Assert.Single(Suggestion.Handled("370000").DoChild("lead", "sign", "unit").Child("lead").Clocks, c => c.Limit == "return");
        Assert.True(clock.Soft);
    }

    [Fact]
    public void In_chongqing_return_and_opinion_run_from_assignment_and_contact_from_receipt()
    {
        var matter = Suggestion.Handled("500000", assisting: true);
        Assert.Equal(["return"], matter.Child("lead").Clocks.Select(c => c.Limit)); // The lead unit owes no assisting opinion.
        Assert.Equal(["opinion", "return"], matter.Child("assisting").Clocks.Select(c => c.Limit).Order());
        Assert.Null(matter.Running("contact"));
        matter.On("2026-03-04").DoChild("lead", "sign", "unit");
        Assert.Equal(new DateOnly(2026, 4, 1), matter.Running("contact")?.Due);
        Assert.Null(matter.Contact().Running("contact"));
    }

    [Fact]
    public void A_request_to_return_starts_the_time_to_decide_it()
    {
        var matter = Suggestion.Handled("410000").DoChild("lead", "sign", "unit").On("2026-03-04").DoChild("lead", "ask-return", "unit", ("reason", "不属于"));
        Assert.Equal(new DateOnly(2026, 3, 18), Assert.Single(matter.Child("lead").Clocks, c => c.Running).Due);
        matter.DoChild("lead", "refuse-return", "office", ("reason", "属于"));
        Assert.DoesNotContain(matter.Child("lead").Clocks, c => c.Running);
    }

    [Fact]
    public void Ending_stops_every_clock()
    {
        var withdrawn = Suggestion.Handled("370000").Do("withdraw", "lead-deputy", ("reason", "另提"));
        Assert.NotEmpty(withdrawn.State.Clocks);
        Assert.DoesNotContain(withdrawn.State.Clocks, c => c.Running);
    }
}
