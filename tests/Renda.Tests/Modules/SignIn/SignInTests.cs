using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Renda.Tests.Modules.SignIn;

public sealed class SignInTests
{
    [Fact]
    public async Task A_wrong_name_and_a_wrong_password_get_the_same_answer()
    {
        await using var site = await DemoSite.StartAsync();
        using var visitor = site.Visit();
        var name = await visitor.PostFormAsync("/sign-in", [("UserName", "nobody"), ("Password", "renda-demo-2026")]);
        var password = await visitor.PostFormAsync("/sign-in", [("UserName", "unit"), ("Password", "wrong-password-1")]);
        Assert.Contains("账号或者密码不对", name.Text, StringComparison.Ordinal);
        Assert.Contains("账号或者密码不对", password.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_are_on_the_log()
    {
        await using var site = await DemoSite.StartAsync();
        using var visitor = site.Visit();
        for (var i = 0; i < 5; i++)
        {
            await visitor.PostFormAsync("/sign-in", [("UserName", "unit"), ("Password", $"wrong-password-{i}")]);
        }

        var locked = await visitor.PostFormAsync("/sign-in", [("UserName", "unit"), ("Password", "renda-demo-2026")]);
        Assert.Contains("分钟后再试", locked.Text, StringComparison.Ordinal);
        Assert.Equal(4, await site.LookAsync(db => db.AccountEvents.CountAsync(e => e.What == "账号“unit”登录失败")));
        Assert.Equal(2, await site.LookAsync(db => db.AccountEvents.CountAsync(e => e.What.Contains("已锁定"))));
    }

    [Fact]
    public async Task Nobody_is_sent_to_another_site_after_signing_in()
    {
        await using var site = await DemoSite.StartAsync();
        using var client = site.Visit();
        var page = await client.PostFormAsync("/sign-in?next=https%3A%2F%2Fexample.org%2F", [("UserName", "system"), ("Password", "renda-demo-2026")]);
        Assert.Equal("/", page.Path);
        var next = await client.PostFormAsync("/sign-in?next=%2Fadministration%2Frules", [("UserName", "system"), ("Password", "renda-demo-2026")]);
        Assert.Equal("/administration/rules", next.Path);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await using var site = await DemoSite.StartAsync();
        using var client = await site.SignInAsync("system");
        await client.PostFormAsync("/administration/units", [], handler: "/sign-out");
        Assert.StartsWith("/sign-in", (await client.GetPageAsync("/administration/units")).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nothing-here", HttpStatusCode.NotFound, "没有这一页")]
    [InlineData("/administration/accounts", HttpStatusCode.Forbidden, "您现在的职务不能打开这一页")]
    [InlineData("/status/500", HttpStatusCode.InternalServerError, "程序出了差错")]
    public async Task What_went_wrong_is_said_in_a_sentence(string path, HttpStatusCode status, string sentence)
    {
        await using var site = await DemoSite.StartAsync();
        using var client = await site.SignInAsync("unit");
        var page = await client.GetPageAsync(path);
        Assert.Equal(status, page.Status);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_calmly()
    {
        await using var site = await DemoSite.StartAsync();
        using var client = site.Visit();
        var page = await client.PostAsync("/sign-in", [("UserName", "unit"), ("Password", "renda-demo-2026")]);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("这次提交没有被接受", page.Text, StringComparison.Ordinal);
    }
}
