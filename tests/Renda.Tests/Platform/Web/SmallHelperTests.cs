using Renda.Platform.Web;
using Xunit;

namespace Renda.Tests.Platform.Web;

public sealed class SmallHelperTests
{
    [Fact]
    public async Task A_badge_keeps_its_word_and_takes_a_tone() =>
        Assert.Equal("<span class=\"badge badge-late\">逾期</span>", await Kit.Render(new BadgeTagHelper { Tone = "late" }, "逾期"));

    [Fact]
    public async Task An_act_with_an_address_is_a_link() =>
        Assert.Equal("<a class=\"button button-primary\" href=\"/x\">审查</a>", await Kit.Render(new ActButtonTagHelper { Href = "/x", Tone = "primary" }, "审查"));

    [Fact]
    public async Task An_act_without_an_address_submits_its_form() =>
        Assert.Equal("<button class=\"button button-plain\" type=\"submit\">提交</button>", await Kit.Render(new ActButtonTagHelper(), "提交"));

    [Fact]
    public async Task An_empty_state_says_its_title_and_what_to_do() =>
        Assert.Equal(
            "<div class=\"empty\"><p class=\"empty-title\">没有逾期的建议</p><p>换一个条件</p></div>",
            await Kit.Render(new EmptyStateTagHelper { Title = "没有逾期的建议" }, "换一个条件"));

    [Fact]
    public async Task A_single_page_offers_no_paging() =>
        Assert.Equal("", await Kit.Render(new KeysetMoreTagHelper()));

    [Fact]
    public async Task A_middle_page_leads_on_and_back_with_encoded_addresses()
    {
        var html = await Kit.Render(new KeysetMoreTagHelper { Href = "?a=1&after=\"", First = "?a=1" });
        Assert.Contains("href=\"?a=1&amp;after=&quot;\">后 50 件</a>", html, StringComparison.Ordinal);
        Assert.Contains("rel=\"first\" href=\"?a=1\">回到开头</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_page_says_that_it_is_the_last() =>
        Assert.Contains("已到末尾", await Kit.Render(new KeysetMoreTagHelper { First = "?" }), StringComparison.Ordinal);

    [Fact]
    public void Instants_read_in_Beijing_time() =>
        Assert.Equal("2026-05-07 00:30", Display.Instant(new DateTimeOffset(2026, 5, 6, 16, 30, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData(512, "512 字节")]
    [InlineData(83211, "81.3 KB")]
    [InlineData(1258291, "1.2 MB")]
    public void Sizes_read_in_the_nearest_unit(long bytes, string words) => Assert.Equal(words, Display.Size(bytes));
}
