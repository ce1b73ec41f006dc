using System.Net;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Renda.Tests.Modules.Suggestions;

/// <summary>Another program holds the database for longer than anybody waits, such as a large import.</summary>
public sealed class BusyDatabaseTests
{
    [Fact]
    public async Task What_was_typed_comes_back_and_everybody_is_told_to_try_later()
    {
        await using var site = await DemoSite.StartAsync();
        using var deputy = await site.SignInAsync("deputy");
        using var visitor = site.Visit();
        await using var other = new SqliteConnection($"Data Source={Path.Combine(site.Data, "renda.db")}");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var held = other.BeginTransaction(deferred: false);

        // Together, for each waits its half minute.
        var drafting = deputy.PostFormAsync("/suggestions/new", [("title", "关于水渠的建议"), ("body", "水渠年久失修。"), ("subject", "social"), ("cosigners", "")]);
        var withPaper = deputy.PostFormAsync("/suggestions/new", [("title", "关于路灯的建议"), ("body", "路灯不亮。"), ("subject", "social"), ("cosigners", "")], [("papers", "说明.txt", "说明"u8.ToArray())]);
        var signingIn = visitor.PostFormAsync("/sign-in", [("UserName", "clerk"), ("Password", "renda-demo-2026")]);
        foreach (var (page, typed) in ((SitePage, string)[])[(await drafting, "水渠年久失修。"), (await withPaper, "路灯不亮。")])
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains("数据库正在进行一次大的写入", page.Text);
            Assert.Contains(typed, WebUtility.HtmlDecode(page.Html));
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await signingIn).Status);
        Assert.Contains("数据库正在进行一次大的写入", (await signingIn).Text);
        await held.RollbackAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await deputy.PostFormAsync("/suggestions/new", [("title", "关于水渠的建议"), ("body", "水渠年久失修。"), ("subject", "social"), ("cosigners", "")])).Status);
    }
}
