using Xunit;

namespace Renda.Procedures.Tests.Reminders;

/// <summary>The ladder of reminders: read strictly, counted by the calendar.</summary>
public sealed class LadderTests
{
    private static readonly HashSet<string> Posts = ["office-clerk", "office-head", "unit-clerk", "unit-head", "dispatcher"];

    private static readonly DateOnly Due = new(2026, 10, 9); // The Friday after the National Day holiday.

    [Fact]
    public void The_ladder_on_file_reads()
    {
        var (ladder, problem) = ReminderLadder.Read(new RuleFile("reminders.yaml", File.ReadAllText(Path.Combine(Library.Root, "rules", "reminders.yaml"))), Library.Book, Posts);
        Assert.Null(problem);
        Assert.Contains(ladder!.Rungs, r => r.Offset < 0);
        Assert.Contains(ladder.Rungs, r => r.Offset == 0);
        Assert.Contains(ladder.Rungs, r => r.Offset > 0 && r.To.Contains(ReminderPlaces.KeepingHead));
        Assert.Contains(ladder.Rungs, r => r.Limits.Contains("promise") && r.Offset < 0);
        Assert.NotEmpty(ladder.Upon("suggestion", "urge"));
    }

    [Theory]
    [InlineData("before: 3", "unit: day", "2026-10-06")]
    [InlineData("before: 3", "unit: workday", "2026-09-29")] // 1 to 7 October rest; the 8th, 30 September, the 29th.
    [InlineData("on-the-day: true", "unit: day", "2026-10-09")]
    [InlineData("after: 2", "unit: day", "2026-10-11")]
    [InlineData("after: 2", "unit: workday", "2026-10-12")] // The Saturday is worked to make up for the holiday.
    public void A_rung_calls_on_its_day_and_no_other(string when, string unit, string day)
    {
        var ladder = Read(Rung(when, unit));
        var on = DateOnly.ParseExact(day, "yyyy-MM-dd");
        var (early, next) = ladder.Look(["suggestion"], "reply", Due, DateOnly.MinValue, on.AddDays(-1), Library.Calendar);
        Assert.Empty(early);
        Assert.Equal(on, next);
        var (called, after) = ladder.Look(["suggestion"], "reply", Due, on, on, Library.Calendar);
        Assert.Equal(on, Assert.Single(called).On);
        Assert.Null(after);
        Assert.Empty(ladder.Look(["suggestion"], "reply", Due, on.AddDays(1), on.AddDays(9), Library.Calendar).Called);
    }

    [Fact]
    public void What_calls_again_goes_on_for_years_and_each_call_has_its_own_key()
    {
        var ladder = Read(Rung("after: 30", "again: 30"));
        var (called, next) = ladder.Look(["suggestion"], "reply", Due, Due, Due.AddDays(30 * 40), Library.Calendar);
        Assert.Equal(40, called.Select(c => c.Key).Distinct().Count());
        Assert.Equal(Due.AddDays(30 * 41), next);
        Assert.Equal(called.OrderByDescending(c => c.On), called);
    }

    [Fact]
    public void A_rung_is_of_the_procedures_and_limits_it_names()
    {
        var ladder = Read(Rung("before: 3", "limits: [promise]"));
        Assert.Null(ladder.Look(["suggestion"], "reply", Due, Due, Due, Library.Calendar).Next);
        Assert.NotNull(ladder.Look(["suggestion"], "promise", Due, Due.AddDays(-9), Due.AddDays(-9), Library.Calendar).Next);
    }

    [Theory]
    [InlineData("before: 3", "after: 3", 5, "只能写一项")]
    [InlineData("unit: day", "title: 二", 6, "写了两次")]
    [InlineData("unit: day", "unit: day2", 6, "写了两次")]
    [InlineData("unit: day", "limits: []", 5, "恰好写一项")]
    [InlineData("before: 0", "unit: day", 7, "整数")]
    [InlineData("before: 3", "unit: month", 8, "day 或 workday")]
    [InlineData("before: 3", "again: 3", 8, "到期以后才反复")]
    [InlineData("before: 3", "limits: [raply]", 8, "期限“raply”没有定义")]
    [InlineData("before: 3", "procedures: [sugestion]", 8, "程序“sugestion”没有定义")]
    [InlineData("before: 3", "upon: [urge]", 5, "恰好写一项")]
    [InlineData("upon: [urgent]", "unit: day", 7, "步骤“urgent”没有定义")]
    [InlineData("before: 3", "whom: [awaited]", 8, "不认识“whom”")]
    public void What_is_wrong_is_said_with_its_line(string first, string second, int line, string reason)
    {
        var (ladder, problem) = ReminderLadder.Read(new RuleFile("reminders.yaml", Rung(first, second)), Library.Book, Posts);
        Assert.Null(ladder);
        Assert.Contains(reason, problem!.Reason);
        Assert.True(line == problem.Line || problem.Reason.Contains("写了两次", StringComparison.Ordinal), $"{problem}");
    }

    [Fact]
    public void Words_and_recipients_are_looked_at_too()
    {
        Assert.Contains("{who}没有内容可填", Problem(Rung("before: 3", "unit: day").Replace("{due}", "{who}", StringComparison.Ordinal)));
        Assert.Contains("提醒对象“boss”没有定义", Problem(Rung("before: 3", "unit: day").Replace("[awaited]", "[boss]", StringComparison.Ordinal)));
        Assert.Contains("local", Problem(Rung("before: 3", "unit: day").Replace("provenance: local", "provenance: read", StringComparison.Ordinal)));
    }

    private static string Problem(string text) => ReminderLadder.Read(new RuleFile("reminders.yaml", text), Library.Book, Posts).Problem!.Reason;

    private static ReminderLadder Read(string text)
    {
        var (ladder, problem) = ReminderLadder.Read(new RuleFile("reminders.yaml", text), Library.Book, Posts);
        return ladder ?? throw new InvalidOperationException($"{problem}");
    }

    private static string Rung(string first, string second) =>
        $"""
        title: 催办提醒
        provenance: local

        rungs:
          one:
            title: 提醒
            {first}
            {second}
            to: [awaited]
            says: “期限”{"{due}"} 到期。
        """;
}
