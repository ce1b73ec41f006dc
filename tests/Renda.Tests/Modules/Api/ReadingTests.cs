using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Renda.Tests.Modules.Api;

/// <summary>What other programs read: the same as the pages, for the same people.</summary>
public sealed class ReadingTests
{
    [Fact]
    public async Task Procedures_are_laid_out_with_their_articles()
    {
        await using var site = await DemoSite.StartAsync();
        using var deputy = await ApiCaller.AsAsync(site, "deputy");
        using var unit = await ApiCaller.AsAsync(site, "unit");
        var all = (await deputy.GetAsync("/api/procedures")).Answered().Items.ToList();
        var suggestion = all.Single(p => p.GetProperty("id").GetString() == "suggestion");
        Assert.Equal(["draft"], suggestion.GetProperty("starts").EnumerateArray().Select(s => s.GetString()));
        Assert.Equal("deputies", suggestion.GetProperty("group").GetString());
        var draft = suggestion.GetProperty("steps").EnumerateArray().Single(s => s.GetProperty("id").GetString() == "draft");
        var subject = draft.GetProperty("asks").EnumerateArray().Single(f => f.GetProperty("id").GetString() == "subject");
        Assert.Equal(("choice", "always", "社会民生"), (subject.GetProperty("type").GetString(), subject.GetProperty("required").GetString(), subject.GetProperty("choices").GetProperty("social").GetString()));
        Assert.Equal("long-text", draft.GetProperty("asks").EnumerateArray().Single(f => f.GetProperty("id").GetString() == "body").GetProperty("type").GetString());
        Assert.All(suggestion.GetProperty("limits").EnumerateArray(), l => Assert.NotEmpty(l.GetProperty("basis").GetProperty("provenance").GetString()!));
        Assert.Empty((await unit.GetAsync("/api/procedures")).Items.Single(p => p.GetProperty("id").GetString() == "suggestion").GetProperty("starts").EnumerateArray());
        Assert.DoesNotContain("document", (await unit.GetAsync("/api/procedures")).Items.Select(p => p.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Limits_are_deadlines_earliest_or_latest_days()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await ApiCaller.AsAsync(site, "clerk");
        var kinds = site.Services.GetService(typeof(Renda.Platform.Rules.RuleShelf)) is Renda.Platform.Rules.RuleShelf shelf
            ? shelf.Book.Procedures.SelectMany(p => p.AllLimits()).Select(l => (l.Kind, Renda.Modules.Api.LimitAnswer.KindOf(l))).Distinct().ToList() : [];
        Assert.Equal("deadline", kinds.Single(k => k.Kind == Renda.Procedures.LimitKind.Deadline).Item2);
        Assert.Equal("earliest", kinds.Single(k => k.Kind == Renda.Procedures.LimitKind.Minimum).Item2);
        Assert.Equal("latest", kinds.Single(k => k.Kind == Renda.Procedures.LimitKind.Backwards).Item2);
    }

    [Fact]
    public async Task The_list_is_walked_to_its_end_and_shows_what_the_page_shows()
    {
        await using var site = await DemoSite.StartAsync();
        foreach (var who in (string[])["clerk", "unit", "deputy", "dispatcher"])
        {
            using var caller = await ApiCaller.AsAsync(site, who);
            using var browser = await site.SignInAsync(who);
            List<JsonElement> rows = [.. await AllAsync(caller, "/api/matters?procedure=suggestion")];
            List<JsonElement> page = [.. await PageAsync(browser)];
            Assert.NotEmpty(rows);
            Assert.Equal(page.Select(r => r.GetProperty("id").GetGuid()), rows.Select(r => r.GetProperty("id").GetGuid()));
            Assert.Equal(page.Select(r => r.GetProperty("stage").GetString()), rows.Select(r => r.GetProperty("stage").GetString()));
            Assert.Equal(rows.Select(r => r.GetProperty("id").GetGuid()), (await AllAsync(caller, "/api/matters")).Where(r => r.GetProperty("procedure").GetString() == "suggestion").Select(r => r.GetProperty("id").GetGuid()));
        }
    }

    [Fact]
    public async Task The_list_is_filtered_by_stage_day_and_words()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await ApiCaller.AsAsync(site, "clerk");
        var all = (await AllAsync(clerk, "/api/matters?procedure=suggestion")).ToList();
        var handling = (await AllAsync(clerk, "/api/matters?procedure=suggestion&stage=handling")).ToList();
        Assert.Equal(all.Count(r => r.GetProperty("stage").GetString() == "handling"), handling.Count);
        var due = handling.Where(r => r.TryGetProperty("due", out _)).Select(r => r.GetProperty("due").GetString()!).Order().ToList();
        var middle = due[due.Count / 2];
        Assert.Equal(due.Count(d => string.CompareOrdinal(d, middle) < 0), (await AllAsync(clerk, $"/api/matters?stage=handling&procedure=suggestion&due-before={middle}")).Count());
        var one = handling[0];
        var found = (await AllAsync(clerk, $"/api/matters?stage=handling&q={Uri.EscapeDataString(one.GetProperty("title").GetString()!)}")).ToList();
        Assert.Contains(one.GetProperty("id").GetGuid(), found.Select(r => r.GetProperty("id").GetGuid()));
        Assert.Empty(await AllAsync(clerk, $"/api/matters?stage=closed&q={Uri.EscapeDataString(one.GetProperty("number").GetString()!)}"));
        var searched = (await clerk.GetAsync($"/api/search?q={Uri.EscapeDataString(one.GetProperty("number").GetString()!)}")).Items.ToList();
        Assert.Contains(one.GetProperty("id").GetGuid(), searched.Select(r => r.GetProperty("id").GetGuid()));
        (await clerk.GetAsync("/api/matters?due-before=soon")).Refused(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_unit_sees_no_trace_of_the_evaluation_before_closing()
    {
        await using var site = await DemoSite.StartAsync();
        var (id, account) = await site.LookAsync(async db =>
        {
            var matter = await db.Matters.FirstAsync(m => m.Procedure == "suggestion" && m.Stage == "settled" && db.Users.Any(a => db.Posts.Any(p => p.PersonId == a.PersonId && p.UnitId == m.UnitId && p.Kind == "unit-clerk")));
            return (matter.Id, await db.Users.Where(a => db.Posts.Any(p => p.PersonId == a.PersonId && p.UnitId == matter.UnitId && p.Kind == "unit-clerk")).Select(a => a.UserName!).FirstAsync());
        });
        using var unit = await ApiCaller.AsAsync(site, account);
        using var clerk = await ApiCaller.AsAsync(site, "clerk");
        var matter = (await unit.GetAsync($"/api/matters/{id}")).Answered();
        Assert.Equal("replied", matter["stage"].GetString());
        var records = (await unit.GetAsync($"/api/matters/{id}/records")).Answered();
        Assert.All((string[])["办理态度", "settled", "dissatisfied", "evaluate", "待办结"], trace => Assert.DoesNotContain(trace, matter.Text + records.Text));
        Assert.Contains("evaluate", (await clerk.GetAsync($"/api/matters/{id}/records")).Text);
        Assert.Equal("settled", (await clerk.GetAsync($"/api/matters/{id}"))["stage"].GetString());
        Assert.DoesNotContain(id, (await AllAsync(unit, "/api/matters?stage=settled")).Select(r => r.GetProperty("id").GetGuid()));
        Assert.Contains(id, (await AllAsync(unit, "/api/matters?stage=replied&procedure=suggestion")).Select(r => r.GetProperty("id").GetGuid()));
        var number = matter["number"].GetString()!;
        Assert.Equal("replied", (await AllAsync(unit, $"/api/matters?q={Uri.EscapeDataString(number)}")).Single(r => r.GetProperty("id").GetGuid() == id).GetProperty("stage").GetString());
        // As if it had been looked at before the evaluation.
        var told = await unit.PostAsync($"/api/matters/{id}/steps/reply", new { particulars = new { }, key = Guid.NewGuid(), version = 99 });
        Assert.All((string[])["待办结", "办理“评价”"], trace => Assert.DoesNotContain(trace, told.Refused(HttpStatusCode.UnprocessableEntity).Sentences));
    }

    [Fact]
    public async Task Another_units_suggestion_is_not_there()
    {
        await using var site = await DemoSite.StartAsync();
        var id = await site.LookAsync(db => db.Matters.Where(m => m.Procedure == "suggestion" && m.Number != null && !db.Parties.Any(x => x.MatterId == m.Id && db.Units.Any(u => u.Id == x.UnitId && u.Name == "省教育厅"))).Select(m => m.Id).FirstAsync());
        using var unit = await ApiCaller.AsAsync(site, "unit");
        (await unit.GetAsync($"/api/matters/{id}")).Refused(HttpStatusCode.NotFound);
        (await unit.GetAsync($"/api/matters/{id}/records")).Refused(HttpStatusCode.NotFound);
        (await unit.PostAsync($"/api/matters/{id}/steps/reply", new { key = Guid.NewGuid(), version = 1 })).Refused(HttpStatusCode.NotFound);
        Assert.DoesNotContain(id, (await AllAsync(unit, "/api/matters")).Select(r => r.GetProperty("id").GetGuid()));
    }

    [Fact]
    public async Task Records_carry_the_hashes_of_the_ledger_and_people_and_units_are_found_by_name()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await ApiCaller.AsAsync(site, "clerk");
        var id = await site.LookAsync(db => db.Matters.Where(m => m.Procedure == "suggestion" && m.Stage == "closed").Select(m => m.Id).FirstAsync());
        var hashes = await site.LookAsync(db => db.Records.Where(r => r.MatterId == id && r.Step != "draft").OrderBy(r => r.Sequence).Select(r => r.Hash).ToListAsync());
        Assert.Subset((await clerk.GetAsync($"/api/matters/{id}/records")).Items.Select(r => r.GetProperty("hash").GetString()!).ToHashSet(), hashes.TakeLast(3).ToHashSet());
        var unit = (await clerk.GetAsync($"/api/units?q={Uri.EscapeDataString("教育")}")).Items.Single(u => u.GetProperty("name").GetString() == "省教育厅");
        Assert.True(unit.GetProperty("handles").GetBoolean());
        var name = await site.LookAsync(db => db.People.Where(p => db.Users.Any(u => u.UserName == "deputy" && u.PersonId == p.Id)).Select(p => p.Name).SingleAsync());
        Assert.Contains((await clerk.GetAsync($"/api/people?q={Uri.EscapeDataString(name)}")).Items, p => p.GetProperty("post").GetString() == "人大代表" && p.GetProperty("unit").GetString()!.Length > 0);
        Assert.Equal(20, (await clerk.GetAsync("/api/people")).Items.Count());
    }

    private static async Task<IEnumerable<JsonElement>> AllAsync(ApiCaller caller, string path)
    {
        List<JsonElement> rows = [];
        for (var next = path; next is not null;)
        {
            var page = (await caller.GetAsync(next)).Answered();
            rows.AddRange(page.Items);
            next = page.Json.TryGetProperty("next", out var link) ? link.GetString() : null;
        }

        return rows;
    }

    private static async Task<IEnumerable<JsonElement>> PageAsync(SiteClient browser)
    {
        List<JsonElement> rows = [];
        for (var next = "/suggestions.json"; next is not null;)
        {
            var page = JsonDocument.Parse((await browser.GetPageAsync(next)).Html).RootElement;
            rows.AddRange(page.GetProperty("items").EnumerateArray());
            next = page.GetProperty("next").GetString();
        }

        return rows;
    }
}
