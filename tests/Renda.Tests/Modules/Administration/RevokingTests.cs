using System.Net;
using Microsoft.EntityFrameworkCore;
using Renda.Modules.Demo;
using Xunit;

namespace Renda.Tests.Modules.Administration;

public sealed class RevokingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-30)]
    [InlineData(1)]
    public async Task A_post_given_by_mistake_is_revoked_at_once_and_its_row_stays(int days)
    {
        await using var site = await DemoSite.StartAsync();
        using var security = await site.SignInAsync("security");
        var person = await site.AddAccountAsync("newcomer");
        using var newcomer = await site.SignInAsync("newcomer");
        var post = await GiveAsync(site, security, person, days);
        Assert.Equal(days > 0 ? HttpStatusCode.Forbidden : HttpStatusCode.OK, (await newcomer.GetPageAsync("/suggestions")).Status);

        var page = await security.PostFormAsync($"/administration/accounts/{person}", [("post", $"{post}")], handler: "RevokePost");
        Assert.Equal(HttpStatusCode.Forbidden, (await newcomer.GetPageAsync("/suggestions")).Status);
        Assert.Contains("已经撤销", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("RevokePost", page.Html, StringComparison.Ordinal);
        Assert.Equal(1, await site.LookAsync(db => db.Posts.CountAsync(p => p.Id == post)));
        Assert.Equal(1, await site.LookAsync(db => db.AccountEvents.CountAsync(e => e.What.StartsWith("撤销newcomer的职务“代表工作机构经办人”"))));
        Assert.NotEqual(post, await GiveAsync(site, security, person, days < 0 ? 0 : days)); // It does not stand in the way of another.
    }

    private static async Task<Guid> GiveAsync(DemoSite site, SiteClient security, Guid person, int days)
    {
        var unit = await site.LookAsync(db => db.Units.Where(u => u.Name == Cast.Office).Select(u => u.Id).SingleAsync());
        var from = DateTime.UtcNow.AddHours(8).AddDays(days).ToString("yyyy-MM-dd");
        await security.PostFormAsync($"/administration/accounts/{person}", [("Kind", "office-clerk"), ("Unit", $"{unit}"), ("From", from)], handler: "AddPost");
        return await site.LookAsync(db => db.Posts.Where(p => p.PersonId == person).OrderByDescending(p => p.Id).Select(p => p.Id).FirstAsync());
    }
}
