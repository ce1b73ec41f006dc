using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Renda.Tests.Modules.Administration;

public sealed partial class AdministrationTests
{
    private static readonly string[] Security = ["/administration/accounts", "/administration/accounts/new"];
    private static readonly string[] System = ["/administration/units", "/administration/units/new", "/administration/rules"];
    private static readonly string[] Audit = ["/administration/events", "/administration/ledger"];

    [Theory]
    [InlineData("security")]
    [InlineData("system")]
    [InlineData("audit")]
    public async Task Each_administrator_opens_only_their_own_pages(string who)
    {
        await using var site = await DemoSite.StartAsync();
        using var client = await site.SignInAsync(who);
        var own = who switch { "security" => Security, "system" => System, _ => Audit };
        foreach (var path in (string[])[.. Security, .. System, .. Audit, "/suggestions"])
        {
            Assert.Equal(own.Contains(path) ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await client.GetPageAsync(path)).Status);
        }
    }

    [Fact]
    public async Task A_new_account_gets_a_password_shown_once_that_must_be_changed()
    {
        await using var site = await DemoSite.StartAsync();
        using var security = await site.SignInAsync("security");
        var made = await security.PostFormAsync("/administration/accounts/new", [("Name", "新来的"), ("UserName", "新人")]);
        var password = Password().Match(made.Text).Value;
        Assert.DoesNotContain(password, (await security.GetPageAsync(made.Path)).Text, StringComparison.Ordinal);
        using var newcomer = site.Visit();
        Assert.Equal("/password", (await newcomer.PostFormAsync("/sign-in", [("UserName", "新人"), ("Password", password)])).Path);
        Assert.Equal(1, await site.LookAsync(db => db.AccountEvents.CountAsync(e => e.What == "为新来的开设账号“新人”")));
    }

    [Fact]
    public async Task Nobody_gets_two_administrator_posts_or_one_beside_business()
    {
        await using var site = await DemoSite.StartAsync();
        using var security = await site.SignInAsync("security");
        var (audit, clerk) = (await PersonAsync(site, "audit"), await PersonAsync(site, "clerk"));
        Assert.Contains("必须由三个人分别担任", (await AddPostAsync(site, security, audit, "system-administrator", "省人大常委会办公厅")).Text, StringComparison.Ordinal);
        Assert.Contains("管理员不能兼任业务职务", (await AddPostAsync(site, security, clerk, "audit-administrator", "省人大常委会办公厅")).Text, StringComparison.Ordinal);
        Assert.Contains("管理员不能兼任业务职务", (await AddPostAsync(site, security, audit, "unit-clerk", "省公安厅")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_security_administrator_cannot_change_their_own_posts_or_account()
    {
        await using var site = await DemoSite.StartAsync();
        using var security = await site.SignInAsync("security");
        var own = await PersonAsync(site, "security");
        var token = (await security.GetPageAsync($"/administration/accounts/{await PersonAsync(site, "audit")}")).Html;
        var given = ("__RequestVerificationToken", Token().Match(token).Groups["value"].Value);
        foreach (var handler in (string[])["Reset", "Lock", "AddPost&Kind=deputy&From=2026-01-01", "EndPost&last=2026-01-01"])
        {
            var page = await security.PostAsync($"/administration/accounts/{own}?handler={handler}", [given]);
            Assert.Contains("没有办成", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_post_that_ended_yesterday_opens_nothing_today()
    {
        await using var site = await DemoSite.StartAsync();
        using var security = await site.SignInAsync("security");
        using var system = await site.SignInAsync("system");
        var person = await PersonAsync(site, "system");
        var yesterday = DateTime.UtcNow.AddHours(8).AddDays(-1).ToString("yyyy-MM-dd");
        await security.PostFormAsync($"/administration/accounts/{person}", [("last", yesterday)], handler: "EndPost");
        Assert.Equal(HttpStatusCode.Forbidden, (await system.GetPageAsync("/administration/units")).Status);
    }

    [Fact]
    public async Task A_locked_account_is_let_in_again_once_unlocked()
    {
        await using var site = await DemoSite.StartAsync();
        using var security = await site.SignInAsync("security");
        var unit = await PersonAsync(site, "unit");
        await security.PostFormAsync($"/administration/accounts/{unit}", [], handler: "Lock");
        using var visitor = site.Visit();
        Assert.Contains("已被停用", (await visitor.PostFormAsync("/sign-in", [("UserName", "unit"), ("Password", "renda-demo-2026")])).Text, StringComparison.Ordinal);
        await security.PostFormAsync($"/administration/accounts/{unit}", [], handler: "Unlock");
        using var client = await site.SignInAsync("unit");
    }

    [Fact]
    public async Task A_unit_is_added_and_renamed_but_never_named_as_another()
    {
        await using var site = await DemoSite.StartAsync();
        using var system = await site.SignInAsync("system");
        await system.PostFormAsync("/administration/units/new", [("Name", "省文化和旅游厅"), ("System", "Government"), ("Handles", "yes")]);
        var id = await site.LookAsync(db => db.Units.Where(u => u.Name == "省文化和旅游厅").Select(u => u.Id).SingleAsync());
        Assert.Contains("已经有名为", (await system.PostFormAsync($"/administration/units/{id}", [("Name", "省公安厅")])).Text, StringComparison.Ordinal);
        await system.PostFormAsync($"/administration/units/{id}", [("Name", "省文旅厅")]);
        Assert.Contains("省文旅厅", (await system.GetPageAsync("/administration/units")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_go_on_where_the_page_ended()
    {
        await using var site = await DemoSite.StartAsync();
        using var security = await site.SignInAsync("security");
        List<string> people = [];
        for (var next = "/administration/accounts"; next.Length > 0;)
        {
            var page = await security.GetPageAsync(next);
            people.AddRange(Rows().Matches(page.Html).Select(m => m.Value));
            next = WebUtility.HtmlDecode(More().Match(page.Html).Groups["href"].Value);
        }

        Assert.Equal(await site.LookAsync(db => db.People.CountAsync()), people.Count);
        Assert.Distinct(people);
    }

    [Fact]
    public async Task The_audit_administrator_sees_acts_without_what_they_hold()
    {
        await using var site = await DemoSite.StartAsync();
        using var audit = await site.SignInAsync("audit");
        var page = await audit.GetPageAsync("/administration/ledger");
        Assert.Contains("签收", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("关于", page.Text, StringComparison.Ordinal);
        var events = await audit.GetPageAsync("/administration/events?q=%E5%BC%80%E8%AE%BE");
        Assert.Contains("为陈敏之开设账号", events.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("登录 ", events.Text[events.Text.IndexOf("事项", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    private static Task<Guid> PersonAsync(DemoSite site, string userName) => site.LookAsync(db => db.Users.Where(a => a.UserName == userName).Select(a => a.PersonId).SingleAsync());

    private static async Task<SitePage> AddPostAsync(DemoSite site, SiteClient security, Guid person, string kind, string unit)
    {
        var id = await site.LookAsync(db => db.Units.Where(u => u.Name == unit).Select(u => u.Id).SingleAsync());
        return await security.PostFormAsync($"/administration/accounts/{person}", [("Kind", kind), ("Unit", id.ToString())], handler: "AddPost");
    }

    [GeneratedRegex("[a-z]{6}-[2-9]{5}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Password();

    [GeneratedRegex(@"__RequestVerificationToken"" type=""hidden"" value=""(?<value>[^""]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"rel=""next"" href=""(?<href>[^""]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex More();

    [GeneratedRegex(@"accounts/[0-9a-f-]{36}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rows();
}
