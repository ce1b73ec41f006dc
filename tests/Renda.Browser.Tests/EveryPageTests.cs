using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Renda.Browser.Tests;

/// <summary>The pages of suggestions: nothing <see cref="Looking"/> finds, nothing heavy.</summary>
public sealed class EveryPageTests(Site site)
{
    private const int HeaviestPage = 100 * 1024;

    private readonly Story story = new(site);

    [Journey]
    public async Task Strangers_pages_can_be_used_by_everybody() => await site.LookAsync(null, "/sign-in", "/status/404", "/public", $"/public/{await ReleasedAsync()}");

    [Journey]
    public async Task A_deputys_pages_can_be_used_by_everybody()
    {
        var replied = await story.RepliedAsync("关于农村校车安全的建议");
        await site.LookAsync("deputy", "/", "/suggestions", "/suggestions/new", $"/suggestions/{replied}", $"/suggestions/{replied}/evaluate", $"/suggestions/{replied}/withdraw", $"/suggestions/{replied}/revise", "/password");
    }

    [Journey]
    public async Task A_clerks_pages_can_be_used_by_everybody()
    {
        var submitted = await story.SubmittedAsync("关于老旧校舍加固的建议");
        await site.LookAsync(
            "clerk", "/", "/suggestions", "/suggestions?stage=handling&overdue=true", "/suggestions?lead=无此人", "/search", "/search?q=建议", "/search?q=没有的词语", "/suggestion-numbers", "/suggestion-numbers?by=delegation", "/suggestion-numbers/list?figure=late",
            $"/suggestions/{await LongestAsync()}", $"/suggestions/{submitted}/file", $"/suggestions/{submitted}/as-letter", $"/suggestions/{submitted}/assign", "/nowhere");
    }

    [Journey]
    public async Task A_units_pages_can_be_used_by_everybody()
    {
        var signed = await story.SignedAsync("关于中职学校实训基地的建议");
        await site.LookAsync("unit", "/", "/suggestions", $"/suggestions/{signed}", $"/suggestions/{signed}/contact", $"/suggestions/{signed}/reply", $"/suggestions/{signed}/ask-extension", "/handling", "/handling?kind=sign", "/handling?q=没有的词语");
        await site.LookAsync("unit2", "/");
        await site.LookAsync("unithead", "/");
        await site.LookAsync("head", "/", "/handling/letter");
        await site.LookAsync("dispatcher", "/", $"/suggestions/{signed}");
    }

    [Journey]
    public async Task A_refused_form_can_be_used_by_everybody()
    {
        await using var deputy = await site.VisitAsync("deputy");
        await deputy.OpenAsync("/suggestions/new");
        await deputy.TypeAsync("联名代表", "李明、查无此人");
        await deputy.PressAsync("起草");
        await deputy.SeesAsync("没有办成");
        await deputy.SeesAsync("在任代表中没有“查无此人”");
        Assert.Equal("", await Looking.FaultsAsync(deputy));
    }

    [Journey]
    public async Task A_cold_page_weighs_little()
    {
        var suggestion = await LongestAsync();
        foreach (var (account, path) in (IEnumerable<(string?, string)>)[(null, "/sign-in"), ("unit", "/"), ("clerk", "/suggestions"), ("clerk", $"/suggestions/{suggestion}"), ("deputy", "/suggestions/new")])
        {
            await using var visitor = await site.VisitAsync(account);
            var parts = new List<IRequest>();
            visitor.Page.RequestFinished += (_, request) => parts.Add(request);
            await visitor.OpenAsync(path);
            await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            var weighed = parts.Where(r => r.ResourceType is "document" or "stylesheet" or "script").ToList();
            Assert.Equal(3, weighed.Count);
            var weight = (await Task.WhenAll(weighed.Select(r => r.SizesAsync()))).Sum(s => s.ResponseBodySize);
            TestContext.Current.TestOutputHelper?.WriteLine($"{path}: {weight} bytes");
            Assert.True(weight <= HeaviestPage, $"{path} weighs {weight} bytes.");
        }
    }

    /// <summary>The suggestion in hand with the most behind it.</summary>
    private Task<Guid> LongestAsync() => story.WithDbAsync(db =>
        db.Matters.Where(m => m.ParentId == null && m.Stage == "rehandling").OrderByDescending(m => m.Revision).Select(m => m.Id).FirstAsync());

    private Task<Guid> ReleasedAsync() => story.WithDbAsync(db =>
        db.Matters.Where(m => m.Procedure == "suggestion-release" && m.Stage == "public").OrderBy(m => m.Id).Select(m => m.Id).FirstAsync());
}
