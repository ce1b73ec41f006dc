using System.Net;
using Microsoft.EntityFrameworkCore;
using Renda.Platform.Access;
using Xunit;

namespace Renda.Tests.Modules.Api;

/// <summary>What a token opens, and when it no longer does.</summary>
public sealed class TokenTests
{
    [Fact]
    public async Task A_token_is_shown_once_and_only_its_hash_is_kept()
    {
        await using var site = await DemoSite.StartAsync();
        using var browser = await site.SignInAsync("clerk");
        var text = await ApiCaller.MakeAsync(site, browser, ["read"]);
        Assert.DoesNotContain(text, (await browser.GetPageAsync("/tokens")).Html);
        Assert.Contains("没有用过", (await browser.GetPageAsync("/tokens")).Text);
        var kept = await site.LookAsync(db => db.AccessTokens.SingleAsync());
        Assert.Equal(TokenText.Hash(text), kept.Hash);
        Assert.DoesNotContain(text[TokenText.Prefix.Length..], $"{kept.Id:N}{kept.Hash}{kept.Name}{kept.Scopes}");
        Assert.True(await site.LookAsync(db => db.AccountEvents.AnyAsync(e => e.What.StartsWith("制作令牌“试验程序”（查阅）"))));

        using var program = new ApiCaller(site.Address, text);
        (await program.GetAsync("/api/units")).Answered();
        for (var i = 0; i < 100 && await site.LookAsync(db => db.AccessTokens.AnyAsync(t => t.UsedOn == null)); i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken); // It is noted beside the request.
        }

        Assert.Equal(ApiCaller.Today(site), await site.LookAsync(db => db.AccessTokens.Select(t => t.UsedOn).SingleAsync()));
        Assert.DoesNotContain("没有用过", (await browser.GetPageAsync("/tokens")).Text);
    }

    [Fact]
    public async Task It_needs_a_name_a_scope_and_a_day_within_a_year()
    {
        await using var site = await DemoSite.StartAsync();
        using var browser = await site.SignInAsync("clerk");
        var today = ApiCaller.Today(site);
        foreach (var (name, scope, day, told) in (IEnumerable<(string, string, DateOnly?, string)>)
            [("", "read", today, "请填写“名称”"), ("甲", "all", today, "请选“权限”"), ("甲", "read", null, "请填写“有效期至”"), ("甲", "read", today.AddYears(1).AddDays(1), "请填写“有效期至”"), ("甲", "read", today.AddDays(-1), "请填写“有效期至”")])
        {
            var page = await browser.PostFormAsync("/tokens", [("Name", name), ("Scopes", scope), ("LastDay", $"{day:yyyy-MM-dd}")], handler: "Make");
            Assert.Contains(told, page.Text);
        }

        Assert.False(await site.LookAsync(db => db.AccessTokens.AnyAsync()));
    }

    [Fact]
    public async Task A_scope_it_lacks_is_refused_and_named()
    {
        await using var site = await DemoSite.StartAsync();
        using var reads = await ApiCaller.AsAsync(site, "clerk", "read");
        using var acts = await ApiCaller.AsAsync(site, "clerk", "act");
        (await reads.GetAsync("/api/matters")).Answered();
        Assert.Contains("没有“办理和上传文件”（act）的权限", (await reads.PostAsync("/api/matters", new { })).Refused(HttpStatusCode.Forbidden).Sentences);
        Assert.Contains("没有“查阅”（read）的权限", (await acts.GetAsync("/api/matters")).Refused(HttpStatusCode.Forbidden).Sentences);
        (await acts.PostAsync("/api/matters", new { })).Refused(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Revoked_expired_forged_and_of_a_disabled_account_it_opens_nothing()
    {
        await using var site = await DemoSite.StartAsync();
        using var browser = await site.SignInAsync("clerk");
        var text = await ApiCaller.MakeAsync(site, browser, ["read"]);
        using var program = new ApiCaller(site.Address, text);
        (await program.GetAsync("/api/units")).Answered();

        await SetAsync(site, t => t.LastDay, ApiCaller.Today(site).AddDays(-1));
        Assert.Contains("到期", (await program.GetAsync("/api/units")).Refused(HttpStatusCode.Unauthorized).Sentences);
        await SetAsync(site, t => t.LastDay, ApiCaller.Today(site));
        (await program.GetAsync("/api/units")).Answered();

        await site.LookAsync(db => db.Users.Where(u => u.UserName == "clerk").ExecuteUpdateAsync(s => s.SetProperty(u => u.LockoutEnd, DateTimeOffset.MaxValue)));
        Assert.Contains("停用", (await program.GetAsync("/api/units")).Refused(HttpStatusCode.Unauthorized).Sentences);
        await site.LookAsync(db => db.Users.Where(u => u.UserName == "clerk").ExecuteUpdateAsync(s => s.SetProperty(u => u.LockoutEnd, (DateTimeOffset?)null)));
        await site.LookAsync(db => db.Users.Where(u => u.UserName == "clerk").ExecuteUpdateAsync(s => s.SetProperty(u => u.MustChangePassword, true)));
        Assert.Contains("密码", (await program.GetAsync("/api/units")).Refused(HttpStatusCode.Unauthorized).Sentences);
        await site.LookAsync(db => db.Users.Where(u => u.UserName == "clerk").ExecuteUpdateAsync(s => s.SetProperty(u => u.MustChangePassword, false)));
        (await program.GetAsync("/api/units")).Answered();

        foreach (var forged in (string[])[text[..^1] + (text[^1] == 'A' ? 'E' : 'A'), text[..^2], "renda_", "x"])
        {
            using var thief = new ApiCaller(site.Address, forged);
            (await thief.GetAsync("/api/units")).Refused(HttpStatusCode.Unauthorized);
        }

        Assert.Contains("已经作废", (await browser.PostFormAsync("/tokens", [], handler: "Revoke")).Text);
        Assert.Contains("已经作废", (await program.GetAsync("/api/units")).Refused(HttpStatusCode.Unauthorized).Sentences);
        Assert.True(await site.LookAsync(db => db.AccountEvents.AnyAsync(e => e.What == "作废自己的令牌“试验程序”")));
    }

    [Fact]
    public async Task It_acts_with_the_posts_held_today()
    {
        await using var site = await DemoSite.StartAsync();
        using var program = await ApiCaller.AsAsync(site, "clerk");
        (await program.GetAsync("/api/matters")).Answered();
        var yesterday = ApiCaller.Today(site).AddDays(-1);
        await site.LookAsync(db => db.Posts.Where(p => db.Users.Any(u => u.UserName == "clerk" && u.PersonId == p.PersonId)).ExecuteUpdateAsync(s => s.SetProperty(p => p.To, yesterday)));
        (await program.GetAsync("/api/matters")).Refused(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_cookie_reads_and_never_writes_and_nobody_revokes_anothers()
    {
        await using var site = await DemoSite.StartAsync();
        using var browser = await site.SignInAsync("clerk");
        await ApiCaller.MakeAsync(site, browser, ["read"]);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetPageAsync("/api/matters")).Status);
        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.Http.PostAsync("/api/matters", json, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PostAsync("/api/papers", [], [("file", "甲.txt", "甲"u8.ToArray())])).Status);

        using var other = await site.SignInAsync("head");
        await ApiCaller.MakeAsync(site, other, ["read"]);
        var id = await site.LookAsync(db => db.AccessTokens.OrderBy(t => t.Id).Select(t => t.Id).FirstAsync());
        var form = SiteForm.Find((await other.GetPageAsync("/tokens")).Html, [], "Revoke")!;
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/tokens?handler=Revoke&id={id}", form.Values)).Status);
    }

    [Fact]
    public async Task Administrators_make_none_and_whoever_guesses_is_slowed_down()
    {
        await using var site = await DemoSite.StartAsync();
        foreach (var who in (string[])["system", "security", "audit"])
        {
            using var administrator = await site.SignInAsync(who);
            Assert.Equal(HttpStatusCode.Forbidden, (await administrator.GetPageAsync("/tokens")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await administrator.GetPageAsync("/api/matters")).Status);
            Assert.DoesNotContain("我的令牌", (await administrator.GetPageAsync("/")).Text);
        }

        using var good = await ApiCaller.AsAsync(site, "clerk");
        using var guesser = new ApiCaller(site.Address, TokenText.New(Guid.NewGuid()));
        for (var i = 0; i < Renda.Modules.Api.BadTokens.PerMinute; i++)
        {
            await guesser.GetAsync("/api/units");
        }

        (await guesser.GetAsync("/api/units")).Refused(HttpStatusCode.TooManyRequests);
        (await good.GetAsync("/api/units")).Answered();
    }

    private static Task<int> SetAsync(DemoSite site, System.Linq.Expressions.Expression<Func<AccessToken, DateOnly>> property, DateOnly day) =>
        site.LookAsync(db => db.AccessTokens.ExecuteUpdateAsync(s => s.SetProperty(property, day)));
}
