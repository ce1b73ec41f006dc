using System.Net;
using Microsoft.EntityFrameworkCore;
using Renda.Modules.Contact;
using Xunit;

namespace Renda.Tests.Modules.Contact;

/// <summary>Who keeps in touch with whom, and the visits that were made.</summary>
public sealed class PairTests
{
    private static readonly string Today = $"{DateTime.UtcNow.AddHours(8):yyyy-MM-dd}";

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Many_pairs_are_arranged_at_once_and_a_visit_is_recorded_in_few_fields(string kind)
    {
        await using var site = await DemoSite.OnAsync(kind);
        using var clerk = await site.SignInAsync("clerk");
        using var member = await site.SignInAsync("member");
        var (me, name) = await site.LookAsync(async db =>
        {
            var who = await db.Users.Where(u => u.UserName == "member").Select(u => u.PersonId).SingleAsync();
            return (who, await db.People.Where(p => p.Id == who).Select(p => p.Name).SingleAsync());
        });
        var bad = await clerk.PostFormAsync("/contact/arrange", [("Title", "联系测试"), ("Kind", "member"), ("Lines", $"{name}：陈敏之、周若川\n查无此人：陈敏之\n林可为")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.Status);
        Assert.Contains("第 2 行", bad.Text, StringComparison.Ordinal);
        Assert.Contains("第 3 行", bad.Text, StringComparison.Ordinal);
        Assert.Equal(0, await site.LookAsync(db => db.Matters.CountAsync(m => m.Title.EndsWith("联系测试"))));

        var done = await clerk.PostFormAsync("/contact/arrange", [("Title", "联系测试"), ("Kind", "member"), ("Lines", $"{name}：陈敏之、周若川\n林可为\t赵文澜")]);
        Assert.Contains("已登记 2 件", done.Text, StringComparison.Ordinal);
        var plan = await site.LookAsync(db => db.Matters.SingleAsync(m => m.Title == $"{name}联系测试"));
        Assert.Equal((me, "member", "planned"), (plan.PersonId!.Value, plan.Subject!, plan.Stage));
        Assert.Contains("还没有联系", (await member.GetPageAsync("/contact")).Text, StringComparison.Ordinal);

        var visited = await member.PostFormAsync($"/contact/visits/new?plan={plan.Id}", [("subject", "走访两位代表"), ("summary", "了解履职情况。"), ("people", "2"), ("way", "visit"), ("plan", $"{plan.Id}")]);
        Assert.Contains("走访两位代表", visited.Text, StringComparison.Ordinal);
        var visit = await site.LookAsync(db => db.Visits.SingleAsync(v => v.PlanId == plan.Id));
        Assert.Equal((me, Today, 2), (visit.PersonId, $"{visit.On:yyyy-MM-dd}", visit.People));
        var page = await clerk.GetPageAsync("/contact");
        Assert.Contains($"{name}联系测试 周若川、陈敏之 1", page.Text, StringComparison.Ordinal);
        // The file of whoever went shows it, by the same record.
        Assert.Contains("走访两位代表", (await clerk.GetPageAsync($"/deputies/{me}/file")).Text, StringComparison.Ordinal);
        Assert.Contains("走访两位代表", (await clerk.GetPageAsync($"/contact/visits?name={Uri.EscapeDataString(name)}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await member.PostFormAsync("/contact/visits/new", [("plan", $"{Guid.NewGuid()}"), ("subject", "别人的")])).Status);
    }

    [Fact]
    public async Task A_deputy_sees_their_own_and_not_who_else_there_is()
    {
        await using var site = await DemoSite.StartAsync();
        using var deputy = await site.SignInAsync("deputy");
        var page = await deputy.GetPageAsync("/contact");
        Assert.DoesNotContain("没有组成人员联系的代表", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await deputy.GetPageAsync("/contact/arrange")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await deputy.GetPageAsync("/contact/pages")).Status);
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Rows_an_earlier_version_did_not_write_are_made_from_the_records(string kind)
    {
        await using var site = await DemoSite.OnAsync(kind);
        var (opinions, visits) = await site.LookAsync(async db => (await db.Opinions.AsNoTracking().Where(o => !db.Letters.Any(l => l.MatterId == o.MatterId)).OrderBy(o => o.MatterId).ToListAsync(), await db.Visits.AsNoTracking().OrderBy(v => v.MatterId).ToListAsync()));
        Assert.NotEmpty(opinions);
        Assert.NotEmpty(visits);
        await site.LookAsync(async db => await db.Opinions.ExecuteDeleteAsync() + await db.Visits.ExecuteDeleteAsync());
        await site.LookAsync(async db =>
        {
            await Filling.FillAsync(db);
            return true;
        });
        var made = await site.LookAsync(db => db.Opinions.ToDictionaryAsync(o => o.MatterId, o => o.Kind));
        Assert.All(opinions, o => Assert.Equal(o.Kind, made[o.MatterId]));
        Assert.Equal(visits.Select(v => (v.MatterId, v.PersonId, v.On, v.People)), (await site.LookAsync(db => db.Visits.OrderBy(v => v.MatterId).ToListAsync())).Select(v => (v.MatterId, v.PersonId, v.On, v.People)));
    }
}
