using System.Net;
using Microsoft.EntityFrameworkCore;
using Renda.Modules.Suggestions.Joint;
using Xunit;

namespace Renda.Tests.Modules.Suggestions.Joint;

/// <summary>Suggestions of the same content, walked from joining to their evaluations: one reply, and every deputy is answered (并案办理).</summary>
public sealed class JointReplyTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));

    public static TheoryData<string> All => Databases.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task One_reply_answers_every_deputy_and_each_says_what_they_think_of_it(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var unit = await site.SignInAsync("unit");
        using var deputy = await site.SignInAsync("deputy");
        using var cosigner = await site.SignInAsync("cosigner");
        var (one, other) = (await site.InHandAsync("deputy", "关于东街小学错峰放学的建议"), await site.InHandAsync("cosigner", "关于西街小学错峰放学的建议"));
        Guid[] both = [one, other];

        var begun = await unit.PostFormAsync($"/matters/new/joint-handling/join?about={one}&about={other}", [("reason", "措施相同，合并办理。")]);
        Assert.True(begun.Status == HttpStatusCode.OK, begun.Text);
        var joint = Guid.Parse(Together.MatterId().Match(begun.Path).Value);
        Assert.Contains("西街小学", begun.Text);

        // Each deputy is told on their own suggestion, and of the other's no more than that there is one.
        var told = await deputy.GetPageAsync($"/suggestions/{one}");
        Assert.Contains("另外 1 件内容相同的建议并案办理", told.Text);
        Assert.Contains("措施相同，合并办理。", told.Text);
        Assert.DoesNotContain("西街小学", told.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await deputy.GetPageAsync($"/matters/{joint}")).Status);
        Assert.Contains("一并答复", (await unit.GetPageAsync($"/handling?q={Uri.EscapeDataString("错峰放学")}")).Text);

        // Not heard yet: the sentence names both, and nothing is done.
        var early = await unit.ReplyAsync($"/matters/{joint}/reply");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("《关于东街小学错峰放学的建议》：还没有记录与代表的沟通", early.Text);
        Assert.Contains("《关于西街小学错峰放学的建议》：还没有记录与代表的沟通", early.Text);
        Assert.All(both, id => Assert.Equal("handling", site.StageAsync(id).Result));

        await unit.DoneAsync($"/matters/{joint}/contact", null, Together.Contact(Today));
        Assert.Equal(2, await site.LookAsync(db => db.Records.CountAsync(r => both.Contains(r.MatterId) && r.Step == "contact")));

        // By itself it cannot be answered any more, and the form says where it can.
        Assert.Contains($"/matters/{joint}/reply", (await unit.GetPageAsync($"/suggestions/{one}/reply")).Html);
        Assert.Contains("正在并案办理", (await unit.ReplyAsync($"/suggestions/{one}/reply")).Text);

        var replied = await unit.ReplyAsync($"/matters/{joint}/reply");
        Assert.True(replied.Status == HttpStatusCode.OK && replied.Path == $"/matters/{joint}", replied.Text);
        Assert.Equal("replied", await site.StageAsync(joint));
        Assert.All(both, id => Assert.Equal("replied", site.StageAsync(id).Result));
        Assert.Equal(2, await site.LookAsync(db => db.Clocks.CountAsync(c => both.Contains(c.MatterId) && c.Limit == "reply" && c.StoppedOn == Today)));

        // Each has a letter of its own, which its deputy can open.
        var letters = await site.LookAsync(db => db.Papers.Where(p => both.Contains(p.MatterId!.Value)).ToListAsync());
        Assert.Equal(2, letters.Select(l => l.MatterId).Distinct().Count());
        Assert.Equal(HttpStatusCode.OK, (await deputy.GetPageAsync($"/papers/{letters.Single(l => l.MatterId == one).Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await deputy.GetPageAsync($"/papers/{letters.Single(l => l.MatterId == other).Id}")).Status);

        await deputy.DoneAsync($"/suggestions/{one}/evaluate", null, ("attitude", "satisfied"), ("result", "satisfied"));
        await cosigner.DoneAsync($"/suggestions/{other}/evaluate", null, ("attitude", "satisfied"), ("result", "dissatisfied"), ("opinion", "停车位没有增加。"), ("request", "请说明停车位何时增加。"));
        var results = await site.LookAsync(db => db.HandlingResults.Where(r => both.Contains(r.MatterId)).ToDictionaryAsync(r => r.MatterId));
        Assert.Equal(("solved", "satisfied"), (results[one].Reply, results[one].Result));
        Assert.Equal(("solved", "dissatisfied"), (results[other].Reply, results[other].Result));

        // What one of them found wanting is handled again by itself.
        Assert.Equal("rehandling", await site.StageAsync(other));
        await unit.DoneAsync($"/suggestions/{other}/contact", null, Together.Contact(Today));
        var again = await unit.ReplyAsync($"/suggestions/{other}/reply-again");
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal("settled", await site.StageAsync(one));
        Assert.Contains("已与另外 1 件内容相同的建议并案答复", (await deputy.GetPageAsync($"/suggestions/{one}")).Text);
    }

    [Fact]
    public async Task The_office_joins_similar_ones_while_it_files_and_hands_them_over_together()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await site.SignInAsync("clerk");
        var (one, other) = (await site.FiledAsync("deputy", "关于实验小学课后服务的建议"), await site.FiledAsync("cosigner", "关于实验小学课后服务的建议"));
        var page = await clerk.GetPageAsync($"/suggestions/{one}");
        Assert.Contains($"name=\"about\" value=\"{other}\"", page.Html);
        var begun = await clerk.PostFormAsync($"/matters/new/joint-handling/join?about={one}&about={other}", [("lead", await site.UnitAsync(Together.Education)), ("assisting", await site.UnitAsync(Together.Health)), ("reason", "内容相同。")]);
        Assert.True(begun.Status == HttpStatusCode.OK, begun.Text);
        foreach (var id in (Guid[])[one, other])
        {
            Assert.Equal("handling", await site.StageAsync(id));
            Assert.Equal(2, await site.LookAsync(db => db.Matters.CountAsync(m => m.ParentId == id)));
            Assert.Equal(1, await site.LookAsync(db => db.Clocks.CountAsync(c => c.MatterId == id && c.Limit == "reply" && c.StartedOn == Today)));
        }

        using var unit = await site.SignInAsync("unit");
        using var unit2 = await site.SignInAsync("unit2");
        var joint = await site.LookAsync(db => db.JoinedSuggestions.Where(j => j.SuggestionId == one).Select(j => j.MatterId).SingleAsync());
        Assert.Equal(HttpStatusCode.OK, (await unit.GetPageAsync($"/matters/{joint}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await unit2.GetPageAsync($"/matters/{joint}")).Status);
        Assert.DoesNotContain("已移出", (await clerk.GetPageAsync($"/matters/{joint}")).Text);
        Assert.True(await site.LookAsync(db => db.JoinedSuggestions.AllAsync(j => j.MatterId != joint || j.Open && j.Left != JoinedSuggestion.Replied)));
    }
}
