using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Renda.Tests.Modules.Suggestions;

/// <summary>Bad input is normal: a sentence, nothing lost, no stack trace.</summary>
public sealed class HostileInputTests
{
    private static readonly (string, string)[] Text =
        [("title", "关于<script>alert(1)</script>𠮷㐂的建议"), ("body", "<b>内容</b>&amp; \"引号\""), ("subject", "social"), ("cosigners", "")];

    [Fact]
    public async Task Html_and_rare_characters_are_kept_as_text()
    {
        await using var site = await DemoSite.StartAsync();
        using var deputy = await site.SignInAsync("deputy");
        var page = await deputy.PostFormAsync("/suggestions/new", Text);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("<script>alert", page.Html);
        Assert.DoesNotContain("<b>内容", page.Html);
        Assert.Contains("关于<script>alert(1)</script>𠮷㐂的建议", WebUtility.HtmlDecode(page.Html));
        Assert.Contains(page.Path, (await deputy.GetPageAsync($"/search?q={Uri.EscapeDataString("𠮷㐂")}")).Html);
    }

    [Fact]
    public async Task A_paper_far_too_large_is_refused_and_what_was_typed_is_kept()
    {
        await using var site = await DemoSite.StartAsync();
        using var deputy = await site.SignInAsync("deputy");
        var page = await deputy.PostFormAsync("/suggestions/new", Text, [("papers", "大.pdf", new byte[200 * 1024 * 1024])]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("MB", page.Text);
        Assert.Contains("𠮷㐂的建议", WebUtility.HtmlDecode(page.Html));
        Assert.DoesNotContain(" at Renda.", page.Html);
    }

    [Fact]
    public async Task A_good_paper_beside_a_refused_field_need_not_be_chosen_again()
    {
        await using var site = await DemoSite.StartAsync();
        using var deputy = await site.SignInAsync("deputy");
        var page = await deputy.PostFormAsync("/suggestions/new", [("title", ""), .. Text.Skip(1)], [("papers", "说明.txt", "说明"u8.ToArray())]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("请填写“标题”", page.Text);
        Assert.Contains("已上传：说明.txt", page.Text);
    }

    [Theory]
    [InlineData("papers", "页面.html", "<html></html>")]
    [InlineData("papers", "空.pdf", "")]
    [InlineData("papers", "假.pdf", "这不是 PDF")]
    public async Task A_paper_of_a_kind_the_office_does_not_use_is_refused(string field, string name, string content)
    {
        await using var site = await DemoSite.StartAsync();
        using var deputy = await site.SignInAsync("deputy");
        var page = await deputy.PostFormAsync("/suggestions/new", Text, [(field, name, System.Text.Encoding.UTF8.GetBytes(content))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("没有办成", page.Text);
    }

    [Fact]
    public async Task Names_nobody_or_two_people_have_are_said_to_be_so()
    {
        await using var site = await DemoSite.StartAsync();
        using var deputy = await site.SignInAsync("deputy");
        var twice = await site.LookAsync(db => db.People.GroupBy(p => p.Name).Where(g => g.Count() > 1).Select(g => g.Key).FirstAsync());
        var page = await deputy.PostFormAsync("/suggestions/new", [.. Text.Take(3), ("cosigners", $"无此人、{twice}")]);
        Assert.Contains("在任代表中没有“无此人”", page.Text);
        Assert.Contains($"有 2 位代表叫“{twice}”", page.Text);
        Assert.Contains($"无此人、{twice}", WebUtility.HtmlDecode(page.Html));
    }

    [Theory]
    [InlineData("/suggestions?after=%F0%28%8C%28&stage=%00&unit=not-a-guid&year=99999&overdue=maybe")]
    [InlineData("/suggestions?after=00000000-00000000000000000000000000000000")]
    [InlineData("/suggestions.json?after=zz&unit=1&year=abc")]
    [InlineData("/suggestions.xlsx?year=-1&overdue=x")]
    [InlineData("/search?q=%27%22%29%20OR%20*%20NEAR%28&before=abc")]
    [InlineData("/search?q=%F0%A0%AE%B7")]
    [InlineData("/?after=x")]
    [InlineData("/suggestions/not-a-guid")]
    [InlineData("/suggestions/00000000-0000-0000-0000-000000000000/reply")]
    [InlineData("/papers/00000000-0000-0000-0000-000000000000")]
    public async Task No_address_brings_the_program_down(string path)
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await site.SignInAsync("clerk");
        var page = await clerk.GetPageAsync(path);
        Assert.True(page.Status < HttpStatusCode.InternalServerError, $"{(int)page.Status}");
        Assert.DoesNotContain(" at Renda.", page.Html);
        Assert.DoesNotContain("Exception", page.Html);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_in_a_sentence()
    {
        await using var site = await DemoSite.StartAsync();
        using var deputy = await site.SignInAsync("deputy");
        var page = await deputy.PostAsync("/suggestions/new", Text.Select(t => (t.Item1, t.Item2)));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.True(page.Text.Length > 20);
    }
}
