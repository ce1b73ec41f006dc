using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Renda.Platform.Matters;
using Renda.Platform.Search;
using Xunit;

namespace Renda.Tests.Modules.Suggestions;

/// <summary>What the public reads of a suggestion: what was released, and nothing before or after.</summary>
public sealed partial class ReleaseTests
{
    [Fact]
    public async Task The_public_reads_what_was_approved_until_it_is_taken_back()
    {
        await using var site = await DemoSite.StartAsync();
        using var nobody = site.Visit();
        using var clerk = await site.SignInAsync("clerk");
        using var head = await site.SignInAsync("head");
        var suggestion = await ReleasableAsync(site);
        Assert.Contains($"about={suggestion.Id}", (await clerk.GetPageAsync($"/suggestions/{suggestion.Id}")).Html);

        var begun = await clerk.PostFormAsync($"/matters/new/suggestion-release/propose?about={suggestion.Id}", [("body", "公开的内容，不含个人信息。"), ("clean", "yes")]);
        Assert.Equal(HttpStatusCode.OK, begun.Status);
        var id = Guid.Parse(MatterId().Match(begun.Path).Value);
        var release = await site.LookAsync(db => db.Matters.SingleAsync(m => m.Id == id));
        Assert.Equal((suggestion.Title, suggestion.UnitId, suggestion.Subject), (release.Title, release.UnitId, release.Subject));
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetPageAsync($"/public/{id}")).Status);

        Assert.Contains("已经公开或者正在审定", (await clerk.PostFormAsync($"/matters/new/suggestion-release/propose?about={suggestion.Id}", [("clean", "yes")])).Text);
        await DoneAsync(head, id, "approve", ("clean", "yes"));
        var page = await nobody.GetPageAsync($"/public/{id}");
        Assert.Contains("公开的内容，不含个人信息。", page.Text);
        Assert.Contains("办理结果：", page.Text);
        Assert.Contains($"/public/{id}", (await nobody.GetPageAsync("/public")).Html);
        Assert.Contains($"/public/{id}", (await nobody.GetPageAsync($"/public?q={Uri.EscapeDataString("不含个人信息")}")).Html);
        Assert.DoesNotContain($"/public/{id}", (await nobody.GetPageAsync("/public?year=1999")).Html);
        // Nor by what the index alone knows of it.
        Assert.DoesNotContain($"/public/{id}", (await nobody.GetPageAsync($"/public?q={SearchIndex.Procedure("suggestion-release")}")).Html);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetPageAsync($"/public/{suggestion.Id}")).Status);

        await DoneAsync(clerk, id, "correct", ("body", "更正后的内容。"), ("clean", "yes"));
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetPageAsync($"/public/{id}")).Status);
        await DoneAsync(head, id, "approve", ("clean", "yes"));
        page = await nobody.GetPageAsync($"/public/{id}");
        Assert.Contains("更正后的内容。", page.Text);
        Assert.DoesNotContain("公开的内容，不含个人信息。", page.Text);
        await DoneAsync(head, id, "retract", ("ground", "privacy"), ("reason", "涉及个人信息。"));
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetPageAsync($"/public/{id}")).Status);
        Assert.DoesNotContain($"/public/{id}", (await nobody.GetPageAsync($"/public?q={Uri.EscapeDataString("更正后的内容")}")).Html);
    }

    [Fact]
    public async Task What_is_not_answered_or_held_back_or_still_hidden_is_refused()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await site.SignInAsync("clerk");
        var handling = await site.LookAsync(db => db.Matters.Where(m => m.Procedure == "suggestion" && m.Stage == "handling").OrderBy(m => m.Id).Select(m => m.Id).FirstAsync());
        Assert.Contains("还没有答复", (await ProposeAsync(clerk, handling)).Text);
        var evaluated = await site.LookAsync(db => db.HandlingResults.Where(r => !r.Ended && r.Result != "").OrderBy(r => r.MatterId).Select(r => r.MatterId).FirstAsync());
        var offered = await clerk.GetPageAsync($"/matters/new/suggestion-release/propose?about={evaluated}");
        Assert.DoesNotContain("办理结果：", offered.Text);
        Assert.Contains("还没有办结", (await ProposeAsync(clerk, evaluated, ("feedback", "满意"))).Text);
        // One the clerk cannot see fills nothing in.
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetPageAsync($"/matters/new/suggestion-release/propose?about={Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task Whoever_wants_it_kept_back_is_heard()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var id = await office.Draft("关于保密的建议");
        await office.Do("deputy", id, "submit", ("intake", "recess"), ("signed", "yes"), ("confidential", "yes"));
        Assert.True(await office.WithDb(db => Renda.Modules.Suggestions.Release.ReleaseFlow.IsHeldBackAsync(db, db.Congresses.Select(c => c.Code).First(), id)));
        var other = await office.Submitted("关于公开的建议");
        Assert.False(await office.WithDb(db => Renda.Modules.Suggestions.Release.ReleaseFlow.IsHeldBackAsync(db, db.Congresses.Select(c => c.Code).First(), other)));
    }

    private static Task<SitePage> ProposeAsync(SiteClient clerk, Guid about, params (string, string)[] more) =>
        clerk.PostFormAsync($"/matters/new/suggestion-release/propose?about={about}", [("clean", "yes"), ("body", "内容"), .. more]);

    private static async Task DoneAsync(SiteClient client, Guid id, string step, params (string, string)[] given)
    {
        var page = await client.PostFormAsync($"/matters/{id}/{step}", given);
        Assert.True(page.Status == HttpStatusCode.OK && !page.Path.EndsWith($"/{step}", StringComparison.Ordinal), page.Text);
    }

    // Closed, with a reply and an evaluation, and not released by the demo.
    private static Task<Matter> ReleasableAsync(DemoSite site) => site.LookAsync(db => db.Matters.AsNoTracking()
        .Where(m => m.Procedure == "suggestion" && m.Stage == "closed" && !db.Links.Any(l => l.TargetId == m.Id) && db.HandlingResults.Any(r => r.MatterId == m.Id && r.Result == "satisfied")).OrderBy(m => m.Id).FirstAsync());

    [GeneratedRegex("[0-9a-f-]{36}", RegexOptions.None, 1000)]
    private static partial Regex MatterId();
}
