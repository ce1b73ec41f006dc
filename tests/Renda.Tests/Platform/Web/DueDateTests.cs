using Renda.Platform.Web;
using Xunit;

namespace Renda.Tests.Platform.Web;

public sealed class DueDateTests
{
    private static readonly DateOnly Today = new(2026, 8, 7);

    [Theory]
    [InlineData("2026-08-10", "剩 3 天", "due-warn")]
    [InlineData("2026-08-07", "今天到期", "due-warn")]
    [InlineData("2026-08-05", "逾期 2 天", "due-late")]
    [InlineData("2026-08-11", "剩 4 天", "due-plain")]
    public async Task Days_left_are_said_in_words(string due, string words, string tone)
    {
        var html = await Kit.Render(new DueDateTagHelper { Due = DateOnly.Parse(due), Today = Today });
        Assert.Contains(words, html, StringComparison.Ordinal);
        Assert.Contains(tone, html, StringComparison.Ordinal);
        Assert.Contains($"<time datetime=\"{due}\">{due}</time>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-08-01", "2026-08-01 完成", "due-done")]
    [InlineData("2026-08-04", "2026-08-04 完成，逾期 3 天", "due-late")]
    public async Task A_clock_that_was_met_no_longer_counts_and_a_late_act_stays_late(string on, string words, string tone)
    {
        var html = await Kit.Render(new DueDateTagHelper { Due = new(2026, 8, 1), Today = Today, MetOn = DateOnly.Parse(on) });
        Assert.Contains($"{words}<", html, StringComparison.Ordinal);
        Assert.Contains(tone, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_derivation_names_its_lines_the_roll_over_and_the_article()
    {
        var html = await Kit.Render(Rolled());
        Assert.StartsWith("<div", html, StringComparison.Ordinal);
        Assert.Contains("<summary>怎么算的</summary>", html, StringComparison.Ordinal);
        Assert.Contains("<li>起算：2026-05-08 交办</li>", html, StringComparison.Ordinal);
        Assert.Contains("期限末日 2026-08-08（周六），顺延到 2026-08-10（周一）", html, StringComparison.Ordinal);
        Assert.Contains("依据：条例第十九条", html, StringComparison.Ordinal);
        Assert.Contains(">暂定<", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_compact_form_leaves_the_derivation_out()
    {
        var helper = Rolled();
        helper.Compact = true;
        var html = await Kit.Render(helper);
        Assert.StartsWith("<span", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<details", html, StringComparison.Ordinal);
        Assert.Contains(">暂定<", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_from_data_is_encoded()
    {
        var html = await Kit.Render(new DueDateTagHelper { Due = Today, Today = Today, Title = "<b>", Basis = "<i>", Derivation = ["<u>"] });
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<u>", html, StringComparison.Ordinal);
    }

    private static DueDateTagHelper Rolled() => new()
    {
        Due = new(2026, 8, 10),
        Today = Today,
        Unrolled = new(2026, 8, 8),
        Provisional = true,
        Derivation = ["起算：2026-05-08 交办"],
        Basis = "条例第十九条",
    };
}
