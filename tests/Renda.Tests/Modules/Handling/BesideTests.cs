using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Renda.Tests.Modules.Handling;

/// <summary>What stands beside a unit's forms: the assisting units' opinions and how far an extension may go.</summary>
public sealed class BesideTests
{
    [Fact]
    public async Task The_assisting_units_opinions_stand_beside_the_reply_and_those_missing_are_named()
    {
        await using var site = await DemoSite.StartAsync();
        var (id, user, given, missing) = await site.LookAsync(async db =>
        {
            var accounts = from a in db.Users join p in db.Posts on a.PersonId equals p.PersonId where p.Kind == "unit-clerk" select new { a.UserName, p.UnitId };
            var matter = await db.Matters.Where(m => m.Procedure == "suggestion" && m.Stage == "handling" && accounts.Any(a => a.UnitId == m.UnitId)
                && db.Matters.Any(c => c.ParentId == m.Id && c.Part == "assisting" && c.Stage == "working")).OrderBy(m => m.Id).FirstAsync();
            var children = await db.Matters.Where(c => c.ParentId == matter.Id && c.Part == "assisting").ToListAsync();
            return (matter.Id, await accounts.Where(a => a.UnitId == matter.UnitId).Select(a => a.UserName).FirstAsync(), children.Where(c => c.Stage == "opined").ToList(), children.Where(c => c.Stage == "working").ToList());
        });
        using var unit = await site.SignInAsync(user!);
        var page = await unit.GetPageAsync($"/suggestions/{id}/reply");
        Assert.Contains("协办单位的意见", page.Text);
        Assert.All(missing, m => Assert.Contains($"{m.Title} 还没有提出", page.Text));
        Assert.All(given, g => Assert.Contains($"opinion-{g.Id}", page.Html));
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Before_one_asks_the_form_says_how_far_the_limit_can_be_extended_and_by_which_article(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var unit = await site.SignInAsync("unit");
        var id = await UnitWorkTests.FreshAsync(site);
        var clock = await site.LookAsync(db => db.Clocks.SingleAsync(c => c.MatterId == id && c.Limit == "reply" && c.StoppedOn == null));
        var page = await unit.GetPageAsync($"/suggestions/{id}/ask-extension");
        Assert.Contains("最晚可以延到", page.Text);
        Assert.Contains($"{clock.Due:yyyy-MM-dd}", page.Text);
        // Six months from the same start; a rest day rolls on.
        var latest = clock.StartedOn.AddMonths(6);
        Assert.Contains(Enumerable.Range(0, 12).Select(n => $"{latest.AddDays(n):yyyy-MM-dd}"), day => page.Text.Contains(day, StringComparison.Ordinal));
        Assert.DoesNotContain("最晚可以延到", (await unit.GetPageAsync($"/suggestions/{id}/contact")).Text);
    }
}
