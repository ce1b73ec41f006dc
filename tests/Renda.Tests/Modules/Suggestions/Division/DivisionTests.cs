using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Modules.Suggestions.Release;
using Renda.Platform.Matters;
using Renda.Procedures;
using Renda.Tests.Modules.Suggestions.Joint;
using Xunit;

namespace Renda.Tests.Modules.Suggestions.Division;

/// <summary>A suggestion that several units handle separately (分别办理): a part for each, answered, evaluated and counted by itself.</summary>
public sealed class DivisionTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));

    public static TheoryData<string> All => Databases.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Each_unit_has_its_part_and_the_suggestion_counts_once(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var clerk = await site.SignInAsync("clerk");
        using var unit = await site.SignInAsync("unit");
        using var unit2 = await site.SignInAsync("unit2");
        using var deputy = await site.SignInAsync("deputy");
        var before = await FileCountAsync(site, deputy);
        var (wholes, counted) = (await site.LookAsync(db => db.Matters.CountAsync(m => m.Stage == "divided" && m.OpenedOn.Year == Today.Year)), await site.LookAsync(db => db.HandlingResults.CountAsync(r => r.Year == Today.Year)));
        var id = await site.FiledAsync("deputy", "关于北山学校供暖和校医的建议", secret: true);
        var number = await site.NumberAsync(id);
        await clerk.DoneAsync($"/suggestions/{id}/split", null,
            ("unit-1", await site.UnitAsync(Together.Education)), ("content-1", "改造教室供暖"), ("unit-2", await site.UnitAsync(Together.Health)), ("content-2", "配备校医"));

        Assert.Equal("divided", await site.StageAsync(id));
        var parts = await site.LookAsync(db => db.Matters.Where(m => m.OriginId == id).OrderBy(m => m.Number).ToListAsync());
        Assert.Equal([$"{number}-1", $"{number}-2"], parts.Select(p => p.Number));
        Assert.All(parts, p => Assert.Equal("handling", p.Stage));
        List<Guid> ids = [.. parts.Select(p => p.Id)];
        Assert.Equal(2, await site.LookAsync(db => db.Clocks.CountAsync(c => ids.Contains(c.MatterId) && c.Limit == "reply" && c.StartedOn == Today && c.StoppedOn == null)));
        Assert.Equal(0, await site.LookAsync(db => db.Clocks.CountAsync(c => c.MatterId == id && c.StoppedOn == null)));

        // A unit has its own part and neither the other's nor the whole; the deputy has all of them, each leading to the others.
        Assert.Contains("改造教室供暖", (await unit.GetPageAsync($"/suggestions/{ids[0]}")).Text);
        Assert.DoesNotContain("配备校医", (await unit.GetPageAsync($"/suggestions/{ids[0]}")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await unit.GetPageAsync($"/suggestions/{ids[1]}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await unit.GetPageAsync($"/suggestions/{id}")).Status);
        var whole = await deputy.GetPageAsync($"/suggestions/{id}");
        Assert.All(ids, part => Assert.Contains($"/suggestions/{part}", whole.Html));
        Assert.Contains("配备校医", whole.Text);
        Assert.Contains($"/suggestions/{id}", (await deputy.GetPageAsync($"/suggestions/{ids[1]}")).Html);

        // What the deputy wants kept back is kept back with every part of it.
        Assert.All(ids, part => Assert.True(site.LookAsync(db => ReleaseFlow.IsHeldBackAsync(db, Together.Congress, part)).Result));

        await AnswerAsync(site, unit, ids[0]);
        await AnswerAsync(site, unit2, ids[1]);
        await deputy.DoneAsync($"/suggestions/{ids[0]}/evaluate", null, ("attitude", "satisfied"), ("result", "satisfied"));
        await deputy.DoneAsync($"/suggestions/{ids[1]}/evaluate", null, ("attitude", "satisfied"), ("result", "basically"));
        var results = await site.LookAsync(db => db.HandlingResults.Where(r => ids.Contains(r.MatterId)).ToDictionaryAsync(r => r.MatterId));
        Assert.Equal(("satisfied", "basically"), (results[ids[0]].Result, results[ids[1]].Result));
        Assert.All(results.Values, r => Assert.True(r.Divided && r.Intake == "recess" && r.OpenedOn == Today));

        // The numbers: a result for each unit, one suggestion handed in, and each number is the list it opens.
        Assert.Equal(counted + 2, await site.LookAsync(db => db.HandlingResults.CountAsync(r => r.Year == Today.Year)));
        var divided = await site.LookAsync(db => db.HandlingResults.CountAsync(r => r.Year == Today.Year && r.Divided));
        var page = await clerk.GetPageAsync($"/suggestion-numbers?year={Today.Year}");
        Assert.Contains($"其中有{divided}件，是{wholes + 1}件建议分成的", page.Text.Replace(" ", "", StringComparison.Ordinal));
        Assert.Contains($"共 {divided} 件", (await clerk.GetPageAsync($"/suggestion-numbers/list?year={Today.Year}&figure=divided")).Text);
        Assert.Contains($"共 {wholes + 1} 件", (await clerk.GetPageAsync($"/suggestions?stage=divided&year={Today.Year}")).Text);
        Assert.Equal(before + 1, await FileCountAsync(site, deputy));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_part_begins_with_the_splitting_alone(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        var id = await office.Submitted();
        await office.Do("clerk", id, "file", ("subject", "agriculture"));
        var (education, health) = (office.Unit("省教育厅"), office.Unit("省卫生健康委"));
        Assert.Contains("写了两次", JointOffice.Refused(await office.Try("clerk", id, "split", given: [("unit-1", education), ("content-1", "一"), ("unit-2", education), ("content-2", "二")])));
        Assert.Contains("没有写明承办单位三办理的内容", JointOffice.Refused(await office.Try("clerk", id, "split", given: [("unit-1", education), ("content-1", "一"), ("unit-2", health), ("content-2", "二"), ("unit-3", office.Unit("省高级人民法院"))])));
        Assert.Equal("filed", await office.StageAsync(id));
        Assert.Contains("只能随“分别交办”", JointOffice.Refused(await PartAsync(office, id, education)));
        (string, string)[] split = [("unit-1", education), ("content-1", "一"), ("unit-2", health), ("content-2", "二")];
        var both = await Task.WhenAll(office.Try("clerk", id, "split", given: split), office.Try("clerk2", id, "split", given: split));
        Assert.Single(both.OfType<Outcome.Done>());
        Assert.Equal(2, await office.WithDb(db => db.Matters.CountAsync(m => m.OriginId == id)));
        Assert.Contains("只能随“分别交办”", JointOffice.Refused(await PartAsync(office, id, education)));
        Assert.Equal(2, await office.WithDb(db => db.Matters.CountAsync(m => m.OriginId == id)));

        // It was handed in: withdrawn, it does not vanish as a draft does.
        var part = await office.WithDb(db => db.Matters.Where(m => m.OriginId == id).OrderBy(m => m.Number).Select(m => m.Id).FirstAsync());
        await office.Do("deputy", part, "withdraw", ("reason", "已经解决"));
        Assert.Equal("withdrawn", await office.StageAsync(part));
    }

    private static async Task<Outcome> PartAsync(TestOffice office, Guid original, string unit)
    {
        var number = await office.WithDb(db => db.Matters.Where(m => m.Id == original).Select(m => m.Number).SingleAsync());
        await using var scope = office.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Acts>().BeginAsync(await office.Actor("clerk"), "suggestion", new ActRequest("part", Particulars.Of(
            ("original", $"{original}"), ("number", $"{number}-1"), ("content", "一"), ("title", "标题"), ("body", "内容"), ("subject", "agriculture"), ("lead-deputy", $"{office.Person("deputy")}"), ("submitted", "2026-01-05"), ("lead", unit)), null, Guid.CreateVersion7()));
    }

    private static async Task AnswerAsync(DemoSite site, SiteClient unit, Guid part)
    {
        var own = await site.LookAsync(db => db.Matters.Where(m => m.ParentId == part).Select(m => m.Id).SingleAsync());
        await unit.DoneAsync($"/suggestions/{own}/sign", null, ("handler", "张处长"));
        await unit.DoneAsync($"/suggestions/{part}/contact", null, Together.Contact(Today));
        Assert.Equal(HttpStatusCode.OK, (await unit.ReplyAsync($"/suggestions/{part}/reply")).Status);
    }

    // How many suggestions the deputy's file counts.
    private static async Task<int> FileCountAsync(DemoSite site, SiteClient deputy)
    {
        var person = await site.LookAsync(db => db.Users.Where(u => u.UserName == "deputy").Select(u => u.PersonId).SingleAsync());
        var page = await deputy.GetPageAsync($"/deputies/{person}/file?period={Today.Year}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page.Html.Split("href=\"/suggestions/").Length - 1;
    }
}
