using Microsoft.AspNetCore.Http;
using Renda.Platform.Web;
using Xunit;

namespace Renda.Tests.Platform.Web;

public sealed class PartialTests
{
    private static readonly FieldModel Plain = new("reason", "退办理由", "text", Required: false, null, null, [], [], null, null, null);

    [Fact]
    public async Task A_field_ties_label_help_and_error_to_its_control()
    {
        var html = await Kit.Partial("_Field", Plain with { Required = true, Help = "写明依据", Error = "请写明理由" });
        Assert.Contains("<label for=\"field-reason\">退办理由<span class=\"required\">必填</span></label>", html, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"field-reason-help field-reason-error\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"field-reason-error\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_without_trouble_says_nothing_of_it()
    {
        var html = await Kit.Partial("_Field", Plain);
        Assert.DoesNotContain("aria-", html, StringComparison.Ordinal);
        Assert.DoesNotContain("必填", html, StringComparison.Ordinal);
        Assert.DoesNotContain("required", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6, "type=\"radio\"")]
    [InlineData(7, "<select")]
    public async Task Up_to_six_choices_are_radios_and_more_are_a_list(int count, string control)
    {
        var choices = Enumerable.Range(1, count).Select(i => ($"{i}", $"第{i}项")).ToList();
        Assert.Contains(control, await Kit.Partial("_Field", Plain with { Kind = "choice", Choices = choices }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", "type=\"text\"")]
    [InlineData("long-text", "<textarea")]
    [InlineData("date", "type=\"date\"")]
    [InlineData("number", "inputmode=\"decimal\"")]
    [InlineData("yes-no", "value=\"no\"")]
    [InlineData("papers", "type=\"file\" multiple")]
    [InlineData("password", "type=\"password\"")]
    public async Task Each_kind_has_its_control(string kind, string control) =>
        Assert.Contains(control, await Kit.Partial("_Field", Plain with { Kind = kind }), StringComparison.Ordinal);

    [Fact]
    public async Task Several_choices_keep_those_made()
    {
        var html = await Kit.Partial("_Field", Plain with { Kind = "choices", Values = ["2"], Choices = [("1", "甲"), ("2", "乙")] });
        Assert.Contains("value=\"2\" checked", html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"1\" checked", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_leads_to_its_field_and_names_the_article_and_the_remedy()
    {
        var html = await Kit.Partial<IReadOnlyList<RefusalItem>>("_Refusals", [new("没有写明理由", "reason", "第十二条", "由承办单位补写")]);
        Assert.Contains("role=\"alert\"", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#field-reason\">没有写明理由</a>", html, StringComparison.Ordinal);
        Assert.Contains("依据：第十二条", html, StringComparison.Ordinal);
        Assert.Contains("由承办单位补写", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_refusals_nothing_is_said() =>
        Assert.Equal("", (await Kit.Partial<IReadOnlyList<RefusalItem>>("_Refusals", [])).Trim());

    [Fact]
    public async Task The_timeline_shows_who_acted_from_which_post_and_when_in_Beijing()
    {
        var item = new TimelineItem(
            new(2026, 5, 8, 2, 5, 0, TimeSpan.Zero), "交办", "赵志强", "省政府办公厅", [("主办", "省水利厅")], [new("通知.pdf", "/f/1", 2048)], "第十条", "5891b5b522d5df08");
        var html = await Kit.Partial<IReadOnlyList<TimelineItem>>("_Timeline", [item]);
        foreach (var said in new[] { "2026-05-08 10:05", "交办", "赵志强", "省政府办公厅", "省水利厅", "通知.pdf", "2 KB", "依据：第十条", "记录指纹 5891b5b5" })
            Assert.Contains(said, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_steps_bar_marks_the_current_stage()
    {
        var html = await Kit.Partial<IReadOnlyList<StandingStep>>("_Standing", [new("审查", StandingState.Done), new("办理", StandingState.Current)]);
        Assert.Contains("<li class=\"standing-current\" aria-current=\"step\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_layout_stands_when_signed_out()
    {
        var html = await Kit.Layout(null);
        Assert.Contains("href=\"/sign-in\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<nav", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/sign-out", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_layout_shows_who_is_signed_in_and_signs_out_with_a_token()
    {
        var html = await Kit.Layout(new Clerk(), "已交办 12 件");
        Assert.Contains("王秀兰", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/suggestions\" aria-current=\"page\">代表建议</a>", html, StringComparison.Ordinal);
        Assert.Contains("__RequestVerificationToken", html, StringComparison.Ordinal);
        Assert.Contains("已交办 12 件", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
    }

    private sealed class Clerk : INavigation
    {
        public IReadOnlyList<NavItem> For(HttpContext http) => [new("代表建议", "/suggestions", Current: true)];

        public Viewer? Viewer(HttpContext http) => new("王秀兰", "代工委 综合处处长", "山东省人大常委会");
    }
}
