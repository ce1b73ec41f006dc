using Xunit;

namespace Renda.Procedures.Tests.Limits;

public sealed class WorkCalendarTests
{
    [Fact]
    public void The_notice_for_2019_marks_the_last_days_of_2018()
    {
        Assert.True(Library.Calendar.IsWorkday(new(2018, 12, 29)));
        Assert.False(Library.Calendar.IsWorkday(new(2018, 12, 30)));
        Assert.False(Library.Calendar.IsWorkday(new(2018, 12, 31)));
        Assert.Equal("元旦假期", Library.Calendar.RestName(new(2018, 12, 31)));
    }

    [Fact]
    public void Without_its_notice_a_year_has_plain_weekends()
    {
        Assert.False(Library.Calendar.Published(2027));
        Assert.True(Library.Calendar.IsWorkday(new(2027, 10, 1)));
        Assert.Equal("周六", Library.Calendar.RestName(new(2027, 10, 2)));
        Assert.Equal("周日", Library.Calendar.RestName(new(2027, 10, 3)));
    }

    [Theory]
    [InlineData("2026 元旦 -01-32", 1)]
    [InlineData("# a remark\n2026 元旦 -01-01/02-30", 2)]
    [InlineData("2026 元旦 -01-03/01-01", 1)]
    [InlineData("2026 元旦 -01-01/01-02/01-03", 1)]
    [InlineData("2026 元旦 +", 1)]
    [InlineData("二〇二六 元旦 -01-01", 1)]
    [InlineData("12026 元旦 -01-01", 1)]
    [InlineData("2026 元旦 -9999-12-31", 1)]
    public void A_line_that_is_no_calendar_is_named(string text, int line) =>
        Assert.Contains($"第 {line} 行", Assert.Throws<FormatException>(() => WorkCalendar.Parse(text)).Message);

    [Fact]
    public void Blank_lines_and_remarks_are_passed_over() =>
        Assert.Equal("2026-2026", WorkCalendar.Parse("# remark\n   \n\n2026 元旦 -01-01\n").Version);
}
