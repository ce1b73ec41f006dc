using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Xunit;

namespace Renda.Tests.Modules.Suggestions;

/// <summary>What is hidden from somebody is nowhere: not in a list, a search, an export, JSON, a paper.</summary>
public sealed class HidingTests
{
    [Fact]
    public async Task A_suggestion_handed_to_another_unit_does_not_exist_for_this_one()
    {
        await using var site = await DemoSite.StartAsync();
        var (id, title, number, paper) = await site.LookAsync(async db =>
        {
            var education = await db.Units.Where(u => u.Name == "省教育厅").Select(u => u.Id).SingleAsync();
            var paper = await db.Papers.FirstAsync(p => p.MatterId != null && db.Matters.Any(m => m.Id == p.MatterId && m.Procedure == "suggestion")
                && !db.Parties.Any(x => x.MatterId == p.MatterId && x.UnitId == education));
            var matter = await db.Matters.SingleAsync(m => m.Id == paper.MatterId);
            return (matter.Id, matter.Title, matter.Number!, paper.Id);
        });
        using var unit = await site.SignInAsync("unit");
        using var clerk = await site.SignInAsync("clerk");
        foreach (var path in (string[])[$"/suggestions/{id}", $"/suggestions/{id}.json", $"/suggestions/{id}/contact", $"/papers/{paper}"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await unit.GetPageAsync(path)).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await clerk.GetPageAsync($"/papers/{paper}")).Status);
        Assert.Contains(title, (await clerk.GetPageAsync($"/search?q={Uri.EscapeDataString(number)}")).Text);
        Assert.DoesNotContain($"/suggestions/{id}", (await unit.GetPageAsync($"/search?q={Uri.EscapeDataString(number)}")).Html);
        Assert.DoesNotContain($"/suggestions/{id}", (await unit.GetPageAsync($"/search?q={Uri.EscapeDataString(title[^8..^3])}")).Html);
        Assert.DoesNotContain(id.ToString(), (await unit.GetPageAsync("/suggestions")).Html);
        Assert.DoesNotContain(id.ToString(), (await unit.GetPageAsync("/suggestions.json")).Html);
        Assert.DoesNotContain(number, await Export.TextAsync(unit));
        Assert.Contains(number, await Export.TextAsync(clerk));
        Assert.Equal(HttpStatusCode.NotFound, (await unit.PostAsync($"/suggestions/{id}/contact", await Token(unit))).Status);
    }

    [Fact]
    public async Task The_unit_sees_no_trace_of_the_evaluation_before_closing()
    {
        const string stage = "settled";
        await using var site = await DemoSite.StartAsync();
        var (id, lead) = await site.LookAsync(async db =>
        {
            var matter = await db.Matters.FirstAsync(m => m.Procedure == "suggestion" && m.Stage == stage && db.Users.Any(a => db.Posts.Any(p => p.PersonId == a.PersonId && p.UnitId == m.UnitId && p.Kind == "unit-clerk")));
            var person = await db.Users.Where(a => db.Posts.Any(p => p.PersonId == a.PersonId && p.UnitId == matter.UnitId && p.Kind == "unit-clerk")).Select(a => a.UserName!).FirstAsync();
            return (matter.Id, person);
        });
        using var unit = await site.SignInAsync(lead);
        using var clerk = await site.SignInAsync("clerk");
        string[] traces = ["办理态度", "不满意", "待研究重办", "dissatisfied", "settled", "evaluate"];
        var page = await unit.GetPageAsync($"/suggestions/{id}");
        var main = page.Html[..page.Html.IndexOf("aria-labelledby=\"map\"", StringComparison.Ordinal)];
        Assert.Contains("待代表评价", main);
        Assert.All(traces, t => Assert.DoesNotContain(t, main));
        var json = (await unit.GetPageAsync($"/suggestions/{id}.json")).Html;
        Assert.All(traces, t => Assert.DoesNotContain(t, json));
        Assert.Contains("办理态度", (await clerk.GetPageAsync($"/suggestions/{id}")).Html);
        Assert.DoesNotContain(id.ToString(), (await unit.GetPageAsync($"/suggestions?stage={stage}")).Html);
        Assert.Contains(id.ToString(), (await unit.GetPageAsync("/suggestions.json?stage=replied")).Html + (await unit.GetPageAsync("/suggestions?stage=replied")).Html);
    }

    [Fact]
    public async Task A_second_dissatisfaction_looks_to_the_unit_like_a_reply_not_yet_evaluated()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var id = await office.Replied();
        (string, string)[] marks = [("attitude", "satisfied"), ("result", "dissatisfied"), ("opinion", "没有解决"), ("request", "请再办")];
        await office.Do("deputy", id, "evaluate", marks);
        await office.Do("unit", id, "contact", ("way", "visit"), ("on", "2026-02-05"), ("who", "张处长"), ("summary", "再办"));
        await office.Do("unit", id, "reply-again", ("kind", "solved"), ("way", "both"), ("text", "再次答复"), ("signed-by", "李厅长"), ("letter", await office.Paper("unit")));
        await office.Do("deputy", id, "evaluate", marks);
        foreach (var (who, stage, evaluations) in (IEnumerable<(string, string, int)>)[("clerk", "dissatisfied", 2), ("deputy", "dissatisfied", 2), ("unit", "replied", 0), ("dispatcher", "replied", 0)])
        {
            var actor = await office.Actor(who);
            var view = await office.WithDb(db => MatterView.LoadAsync(db, office.App.Services.GetRequiredService<RuleShelf>(), actor, id));
            Assert.Equal((stage, evaluations), (view!.Stage.Id, view.Timeline().Count(x => x.Record.Step == "evaluate")));
        }
    }

    [Fact]
    public async Task Neither_a_page_nor_an_answer_tells_the_unit_the_hidden_stage()
    {
        await using var site = await DemoSite.StartAsync();
        using var unit = await site.SignInAsync("unit");
        var (replied, hidden) = await site.LookAsync(async db =>
        {
            var mine = db.Matters.Where(m => m.Procedure == "suggestion" && db.Units.Any(u => u.Id == m.UnitId && u.Name == "省教育厅"));
            return (await mine.Where(m => m.Stage == "replied").Select(m => m.Id).FirstAsync(),
                await mine.Where(m => m.Stage == "settled" || m.Stage == "dissatisfied").Select(m => m.Id).FirstAsync());
        });
        var steps = site.Services.GetRequiredService<RuleShelf>().Book.Find("suggestion", "370000", new DateOnly(2026, 6, 1)).Procedure!.Steps.Values.Where(s => !s.Begins);
        var token = await Token(unit);
        foreach (var step in steps.Select(s => s.Id))
        {
            var (get, like) = (await unit.GetPageAsync($"/suggestions/{hidden}/{step}"), await unit.GetPageAsync($"/suggestions/{replied}/{step}"));
            Assert.Equal((like.Status, Refusals(like)), (get.Status, Refusals(get)));
            // As from a page left open since before the evaluation.
            var told = Refusals(await unit.PostAsync($"/suggestions/{hidden}/{step}", token));
            Assert.Contains("您的操作没有执行", told);
            Assert.All((string[])["办理“评价”", "待研究重办", "待办结"], trace => Assert.DoesNotContain(trace, told));
        }

        static string Refusals(SitePage page) => page.Html.IndexOf("class=\"refusals\"", StringComparison.Ordinal) is >= 0 and var at ? page.Html[at..page.Html.IndexOf("</section>", at, StringComparison.Ordinal)] : "";
    }

    [Fact]
    public async Task Once_closed_the_unit_sees_how_it_was_evaluated()
    {
        await using var site = await DemoSite.StartAsync();
        var id = await site.LookAsync(db => db.Matters.Where(m => m.Procedure == "suggestion" && m.Stage == "closed" && db.Units.Any(u => u.Id == m.UnitId && u.Name == "省教育厅") && db.Records.Any(r => r.MatterId == m.Id && r.Step == "evaluate")).Select(m => m.Id).FirstAsync());
        using var unit = await site.SignInAsync("unit");
        Assert.Contains("办理态度", (await unit.GetPageAsync($"/suggestions/{id}")).Html);
    }

    private static async Task<IEnumerable<(string, string)>> Token(SiteClient client)
    {
        var html = (await client.GetPageAsync("/")).Html;
        var at = html.IndexOf("__RequestVerificationToken", StringComparison.Ordinal);
        var value = html.IndexOf("value=\"", at, StringComparison.Ordinal) + 7;
        return [("__RequestVerificationToken", html[value..html.IndexOf('"', value)]), ("key", Guid.NewGuid().ToString()), ("seen", "1")];
    }
}
