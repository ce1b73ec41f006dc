using CsCheck;
using Renda.Statutes.Parsing;
using Xunit;

namespace Renda.Statutes.Tests;

public sealed class NumeralTests
{
    [Theory]
    [InlineData("一", 1)]
    [InlineData("十", 10)]
    [InlineData("十二", 12)]
    [InlineData("二十", 20)]
    [InlineData("一百零一", 101)]
    [InlineData("一百一十", 110)]
    [InlineData("百二十", 120)]
    [InlineData("一千二百六十", 1260)]
    [InlineData("一千零一", 1001)]
    [InlineData("一万零一十", 10010)]
    [InlineData("两亿三千万", 230_000_000)]
    [InlineData("一万亿", 1_000_000_000_000)]
    [InlineData("二〇二六", 2026)]
    [InlineData("１２", 12)]
    [InlineData("叁拾伍", 35)]
    [InlineData("0", 0)]
    public void Reads(string text, long value)
    {
        Assert.True(Numeral.TryRead(text, out var read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("99999999999999999999")]
    [InlineData("九亿亿亿亿")]
    public void Refuses_what_is_none_or_too_large(string text) => Assert.False(Numeral.TryRead(text, out _));

    [Fact]
    public void What_is_written_is_read_again() => Gen.OneOf(Gen.Long[0, 100_000], Gen.Long[0, long.MaxValue]).Sample(
        value => Numeral.TryRead(Numeral.Write(value), out var read) && read == value);

    [Fact]
    public void Writes_as_statutes_do() =>
        Assert.Equal(["零", "十", "十一", "二十", "一百零一", "一百一十", "一千零一十", "一万零一", "十万"], new long[] { 0, 10, 11, 20, 101, 110, 1010, 10001, 100_000 }.Select(Numeral.Write));
}
