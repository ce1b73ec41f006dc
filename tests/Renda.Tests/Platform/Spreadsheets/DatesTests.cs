using Renda.Platform.Spreadsheets;
using Xunit;

namespace Renda.Tests.Platform.Spreadsheets;

public sealed class DatesTests
{
    [Theory]
    [InlineData("2026-02-13")]
    [InlineData("2026/2/13")]
    [InlineData("2026.2.13")]
    [InlineData("2026年2月13日")]
    [InlineData("2026年02月13日")]
    [InlineData("20260213")]
    [InlineData("２０２６年２月１３日")]
    [InlineData("２０２６－０２－１３")]
    [InlineData(" 2026-02-13 ")]
    public void Dates_are_read_as_people_write_them(string text)
    {
        Assert.True(Dates.TryRead(text, out var date));
        Assert.Equal(new DateOnly(2026, 2, 13), date);
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2025-02-29")]
    [InlineData("2026-13-01")]
    [InlineData("2026-00-10")]
    [InlineData("2026-01-00")]
    [InlineData("0000-01-01")]
    [InlineData("2026-02/13")]
    [InlineData("20260230")]
    [InlineData("2026年2月")]
    [InlineData("26-2-13")]
    [InlineData("2026-2-131")]
    [InlineData("13/2/2026")]
    [InlineData("昨天")]
    [InlineData("")]
    public void What_is_no_day_is_no_date(string text)
    {
        Assert.False(Dates.TryRead(text, out var date));
        Assert.Equal(default, date);
    }

    [Fact]
    public void A_leap_day_is_a_day() => Assert.True(Dates.TryRead("2028年2月29日", out _));
}
