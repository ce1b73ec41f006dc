using Xunit;

namespace Renda.Procedures.Tests.Limits;

public sealed class CountingTests
{
    private static readonly Basis Somewhere = new("《民法典》", "第二百零一条", Provenance.Read);

    [Theory]
    [InlineData("2026-02-13", 5, LimitUnit.Day, "2026-02-18", "2026-02-24", false)] // Inside Spring Festival: rolls.
    [InlineData("2026-02-13", 5, LimitUnit.Workday, "2026-02-27", "2026-02-27", false)] // 02-14 is a working Saturday, 02-15 to 02-23 are off.
    [InlineData("2026-09-24", 5, LimitUnit.Workday, "2026-10-09", "2026-10-09", false)] // Mid-Autumn and National Day, 09-28 to 09-30 worked.
    [InlineData("2025-11-30", 3, LimitUnit.Month, "2026-02-28", "2026-02-28", false)] // No 02-30; a working Saturday.
    [InlineData("2026-11-30", 3, LimitUnit.Month, "2027-02-28", "2027-03-01", true)] // A Sunday of a year not published.
    [InlineData("2026-03-02", 5, LimitUnit.Day, "2026-03-07", "2026-03-09", false)] // A plain Saturday rolls too.
    [InlineData("2026-08-31", 1, LimitUnit.Month, "2026-09-30", "2026-09-30", false)]
    [InlineData("2024-02-29", 1, LimitUnit.Year, "2025-02-28", "2025-02-28", false)]
    [InlineData("2018-12-28", 1, LimitUnit.Workday, "2018-12-29", "2018-12-29", false)] // A working Saturday named by the notice for 2019.
    [InlineData("2018-12-28", 3, LimitUnit.Day, "2018-12-31", "2019-01-02", false)] // 12-30 to 01-01 off, by the notice for 2019.
    [InlineData("2006-12-01", 5, LimitUnit.Workday, "2006-12-08", "2006-12-08", true)] // Before the first year on file.
    [InlineData("2026-12-30", 1, LimitUnit.Day, "2026-12-31", "2026-12-31", false)]
    [InlineData("2026-12-31", 1, LimitUnit.Day, "2027-01-01", "2027-01-01", true)] // Without a calendar New Year is a plain Friday.
    public void A_deadline_leaves_out_the_first_day_and_rolls_off_rest_days(
        string from, int amount, LimitUnit unit, string unrolled, string due, bool provisional)
    {
        var count = Limit(amount, unit).Count(Day(from), Library.Calendar);
        Assert.Equal((unrolled, due, provisional), ($"{count.Unrolled:yyyy-MM-dd}", $"{count.Due:yyyy-MM-dd}", count.Provisional));
        Assert.Equal(Day(from), count.From);
    }

    [Theory]
    [InlineData(LimitKind.Minimum, "2026-02-13", 5, LimitUnit.Day, "2026-02-18")]
    [InlineData(LimitKind.Anniversary, "2024-02-29", 1, LimitUnit.Year, "2025-02-28")]
    [InlineData(LimitKind.Anniversary, "2025-02-21", 1, LimitUnit.Year, "2026-02-21")]
    [InlineData(LimitKind.Backwards, "2026-03-01", 7, LimitUnit.Day, "2026-02-22")] // In Spring Festival, and stays there.
    [InlineData(LimitKind.Backwards, "2026-02-24", 1, LimitUnit.Workday, "2026-02-14")]
    [InlineData(LimitKind.Backwards, "2026-03-31", 1, LimitUnit.Month, "2026-02-28")]
    public void Minimum_anniversary_and_backwards_never_roll(LimitKind kind, string from, int amount, LimitUnit unit, string due)
    {
        var count = (Limit(amount, unit) with { Kind = kind }).Count(Day(from), Library.Calendar);
        Assert.Equal((Day(due), Day(due)), (count.Unrolled, count.Due));
    }

    [Fact]
    public void A_fixed_day_is_the_limit_itself_even_on_a_rest_day()
    {
        var count = (Limit(0, LimitUnit.Day) with { Kind = LimitKind.Fixed, Field = "promised-by" }).Count(Day("2026-02-17"), Library.Calendar);
        Assert.Equal((Day("2026-02-17"), Day("2026-02-17"), false), (count.Unrolled, count.Due, count.Provisional));
    }

    [Fact]
    public void Backwards_over_several_years_is_provisional_when_one_is_not_published()
    {
        var limit = Limit(600, LimitUnit.Workday) with { Kind = LimitKind.Backwards };
        Assert.True(limit.Count(Day("2027-03-01"), Library.Calendar).Provisional);
        Assert.False(limit.Count(Day("2026-03-01"), Library.Calendar).Provisional);
    }

    [Fact]
    public void Shanghai_adds_its_extension_to_the_unrolled_end_of_the_first_limit()
    {
        var limits = Library.Suggestion("310000").Limits;
        var count = limits["reply-extended"].Count(Day("2025-11-30"), Library.Calendar, limits["reply"]);
        Assert.Equal(Day("2026-05-28"), count.Due);
        Assert.Contains(count.Derivation, line => line.Contains("2026-02-28"));
    }

    [Fact]
    public void Elsewhere_an_extension_runs_from_the_same_start_as_the_first_limit()
    {
        var limits = Library.Suggestion("370000").Limits;
        Assert.Equal(Day("2026-05-30"), limits["reply-extended"].Count(Day("2025-11-30"), Library.Calendar, limits["reply"]).Unrolled);
    }

    [Fact]
    public void The_derivation_names_start_article_span_rest_day_and_calendar()
    {
        var how = Library.Suggestion("370000").Limits["assign"].Count(Day("2026-02-13"), Library.Calendar).Derivation;
        Assert.Equal(
            [
                "起算：接到之日（闭会期间） 2026-02-13（《山东省人民代表大会代表建议、批评和意见办理工作条例》第十条第一款）",
                "当日不计入，自次日起数 5日，末日为 2026-02-18（民法典第二百零一条）",
                "2026-02-18 是春节假期，顺延至下一个工作日 2026-02-24（民法典第二百零三条）",
                "日历：国务院办公厅放假安排 2007-2026",
            ],
            how);
    }

    internal static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    internal static TimeLimit Limit(int amount, LimitUnit unit) => new()
    {
        Id = "x",
        Title = "x",
        Amount = amount,
        Unit = unit,
        Kind = LimitKind.Deadline,
        Start = "交办之日",
        From = ["a"],
        Until = ["b"],
        Basis = Somewhere,
    };
}
