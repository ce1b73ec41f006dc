using System.Net;
using Microsoft.EntityFrameworkCore;
using Renda.Modules.Demo;
using Renda.Modules.Deputies.Roster;
using Renda.Platform.Access;
using Xunit;

namespace Renda.Tests.Modules.Deputies;

public sealed class RosterTests
{
    private static readonly string Today = DateTime.UtcNow.AddHours(8).ToString("yyyy-MM-dd");

    [Fact]
    public async Task The_roster_pages_through_a_term_and_filters_it()
    {
        await using var site = await DemoSite.StartAsync();
        using var deputy = await site.SignInAsync("deputy");
        var first = await deputy.GetPageAsync("/deputies");
        Assert.Contains("第十四届", first.Text, StringComparison.Ordinal);
        Assert.Contains("后 50 件", first.Text, StringComparison.Ordinal);
        var next = await deputy.GetPageAsync(WebUtility.HtmlDecode(first.Html.Split("rel=\"next\" href=\"")[1].Split('"')[0]));
        Assert.Contains("已到末尾", next.Text, StringComparison.Ordinal);
        Assert.Contains(RosterRows.ByElected, next.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("登记代表", first.Text, StringComparison.Ordinal);

        Assert.Contains("辞职", (await deputy.GetPageAsync($"/deputies?name={RosterRows.Resigned}")).Text, StringComparison.Ordinal);
        Assert.Contains("没有符合条件", (await deputy.GetPageAsync($"/deputies?name={RosterRows.Resigned}&serving=true")).Text, StringComparison.Ordinal);
        Assert.Contains("共 8 段", (await deputy.GetPageAsync("/deputies?elector=990800")).Text, StringComparison.Ordinal);
        var committee = await site.LookAsync(db => db.Units.Where(u => u.Name == Cast.Committees[0]).Select(u => u.Id).SingleAsync());
        Assert.Contains("共 3 段", (await deputy.GetPageAsync($"/deputies?committee={committee}")).Text, StringComparison.Ordinal);
        Assert.Contains("共 20 段", (await deputy.GetPageAsync("/deputies?term=13")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_by_election_and_a_resignation_are_written_down_with_their_post_and_their_trace(string kind)
    {
        await using var site = await DemoSite.OnAsync(kind);
        using var clerk = await site.SignInAsync("clerk");
        var delegation = await DelegationAsync(site);
        var made = await clerk.PostFormAsync("/deputies/new?began=ByElection", [("Name", "新当选"), ("Elector", "岚江市"), ("Delegation", $"{delegation}")]);
        Assert.Contains("已登记新当选的代表资格", made.Text, StringComparison.Ordinal);
        Assert.Contains("补选", made.Text, StringComparison.Ordinal);
        var person = await site.LookAsync(db => db.People.Where(p => p.Name == "新当选").Select(p => p.Id).SingleAsync());
        var post = await site.LookAsync(db => db.Posts.SingleAsync(p => p.PersonId == person));
        Assert.Equal((Posts.Deputy, delegation, (DateOnly?)null), (post.Kind, post.UnitId, post.To));

        var mandate = await site.LookAsync(db => db.Mandates.Where(m => m.PersonId == person).Select(m => m.Id).SingleAsync());
        var committee = await site.LookAsync(db => db.Units.Where(u => u.Name == Cast.Committees[1]).Select(u => u.Id).SingleAsync());
        await clerk.PostFormAsync($"/deputies/mandates/{mandate}/periods", [("Unit", $"{committee}"), ("Office", ""), ("PeriodFrom", Today)]);
        var gone = await clerk.PostFormAsync($"/deputies/mandates/{mandate}/end?how=Resigned", [("Last", Today)]);
        Assert.Contains($"新当选的代表资格在 {Today} 结束（辞职）", gone.Text, StringComparison.Ordinal);
        Assert.Equal(DateOnly.Parse(Today), await site.LookAsync(db => db.MandatePeriods.Where(p => p.MandateId == mandate).Select(p => p.To).SingleAsync()));
        Assert.Equal(DateOnly.Parse(Today), await site.LookAsync(db => db.Posts.Where(p => p.PersonId == person).Select(p => p.To).SingleAsync()));
        Assert.Equal(3, await site.LookAsync(db => db.RosterEvents.CountAsync(e => e.PersonId == person)));
        Assert.Contains("变动记录", gone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Impossible_mandates_are_refused_with_a_sentence()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await site.SignInAsync("clerk");
        var delegation = $"{await DelegationAsync(site)}";
        Task<SitePage> Try(string name, params (string, string)[] given) => clerk.PostFormAsync("/deputies/new", [("Name", name), ("Elector", "岚江市"), ("Delegation", delegation), .. given]);
        Assert.Contains("行政区划里没有“岚河市”", (await clerk.PostFormAsync("/deputies/new", [("Name", "甲某"), ("Elector", "岚河市"), ("Delegation", delegation)])).Text, StringComparison.Ordinal);
        Assert.Contains("请选择代表团", (await clerk.PostFormAsync("/deputies/new", [("Name", "甲某"), ("Elector", "岚江市"), ("Delegation", $"{Guid.NewGuid()}")])).Text, StringComparison.Ordinal);
        Assert.Contains("不在第十四届任期内", (await Try("甲某", ("From", "2001-01-01"))).Text, StringComparison.Ordinal);
        Assert.Contains("没有执行", (await Try("甲某", ("From", "昨天"))).Text, StringComparison.Ordinal);
        var known = await Try("陈敏之");
        Assert.Contains("请选是哪一位", known.Text, StringComparison.Ordinal);
        var chen = await site.LookAsync(db => db.People.Where(p => p.Name == "陈敏之").Select(p => p.Id).SingleAsync());
        Assert.Contains("重叠", (await Try("陈敏之", ("Person", $"{chen}"))).Text, StringComparison.Ordinal);
        Assert.Equal(0, await site.LookAsync(db => db.People.CountAsync(p => p.Name == "甲某")));
        Assert.Contains("已登记陈敏之", (await Try("陈敏之", ("Person", "new"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_term_ends_the_mandates_seats_and_posts_of_the_one_before()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await site.SignInAsync("clerk");
        Assert.Contains("依次衔接", (await clerk.PostFormAsync("/deputies/terms", [("Number", "15"), ("From", "2020-01-01")])).Text, StringComparison.Ordinal);
        var next = DateOnly.Parse(Today).AddDays(30);
        Assert.Contains("任期届满", (await clerk.PostFormAsync("/deputies/terms", [("Number", "第十五届"), ("From", $"{next:yyyy-MM-dd}")])).Text, StringComparison.Ordinal);
        var last = next.AddDays(-1);
        Assert.Equal(0, await site.LookAsync(db => db.Mandates.CountAsync(m => m.Term == 14 && m.To == null)));
        Assert.Equal(1, await site.LookAsync(db => db.Mandates.CountAsync(m => m.Term == 14 && m.Ended == Ended.Resigned)));
        Assert.Equal(0, await site.LookAsync(db => db.MandatePeriods.CountAsync(p => p.To == null)));
        Assert.Equal(0, await site.LookAsync(db => db.Posts.CountAsync(p => p.Kind == Posts.Deputy && p.To != last)));
    }

    [Fact]
    public async Task A_suspension_is_seen_by_the_office_and_the_deputy_alone()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await site.SignInAsync("clerk");
        var mandate = await site.LookAsync(db => db.Mandates.Where(m => m.Term == 14 && db.People.Any(p => p.Id == m.PersonId && p.Name == "陈敏之")).SingleAsync());
        await clerk.PostFormAsync($"/deputies/mandates/{mandate.Id}/periods", [("PeriodFrom", Today)], handler: "Suspend");
        foreach (var (who, sees) in (IEnumerable<(string, bool)>)[("clerk", true), ("deputy", true), ("chair", true), ("cosigner", false), ("unit", false)])
        {
            using var reader = await site.SignInAsync(who);
            Assert.Equal(sees, (await reader.GetPageAsync($"/deputies/{mandate.PersonId}")).Text.Contains("暂时停止执行代表职务", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_history_of_the_roster_cannot_be_altered()
    {
        await using var site = await DemoSite.StartAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => site.LookAsync(db => db.RosterEvents.ExecuteDeleteAsync(TestContext.Current.CancellationToken)));
        await Assert.ThrowsAnyAsync<Exception>(() => site.LookAsync(db => db.RosterEvents.ExecuteUpdateAsync(s => s.SetProperty(e => e.What, "别的"), TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("deputy")]
    [InlineData("chair")]
    [InlineData("system")]
    public async Task Only_the_deputies_office_keeps_the_roster(string who)
    {
        await using var site = await DemoSite.StartAsync();
        using var client = await site.SignInAsync(who);
        foreach (var path in (string[])["/deputies/new", "/deputies/terms", "/deputies/import", "/deputies/template.xlsx"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetPageAsync(path)).Status);
        }

        Assert.Equal(who == "system" ? HttpStatusCode.Forbidden : HttpStatusCode.OK, (await client.GetPageAsync("/deputies")).Status);
    }

    private static Task<Guid> DelegationAsync(DemoSite site) => site.LookAsync(db => db.Units.Where(u => u.Name == "岚江代表团").Select(u => u.Id).SingleAsync());
}
