using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Renda.Browser.Tests;

/// <summary>Every kind of page, light and dark, at a desk and on a phone: nothing axe objects to, nothing wider than the screen, nothing heavy.</summary>
public sealed class EveryPageTests(Site site)
{
    private const int HeaviestPage = 100 * 1024;

    // All that a dark page can have which a light one has not.
    private static readonly AxeRunOptions Colours = new() { RunOnly = RunOnlyOptions.Rules("color-contrast") };

    private readonly Story story = new(site);

    [Journey]
    public async Task Strangers_pages_can_be_used_by_everybody() => await LookAsync(null, "/sign-in", "/status/404", "/public", $"/public/{await ReleasedAsync()}");

    [Journey]
    public async Task Pages_of_keeping_in_touch_can_be_used_by_everybody()
    {
        var deputy = await story.WithDbAsync(db => db.Users.Where(u => u.UserName == "deputy").Select(u => u.PersonId).SingleAsync());
        var letter = await story.WithDbAsync(db => db.Letters.Where(l => l.DeputyId == deputy).OrderBy(l => l.MatterId).Select(l => l.MatterId).FirstAsync());
        await LookAsync(null, "/public/deputies", $"/public/deputies/{deputy}", $"/public/deputies/{deputy}/poster", "/public/receipts");
        await LookAsync("clerk", "/contact", "/contact/opinions", "/contact/arrange", "/contact/pages", $"/contact/pages/{deputy}", "/contact/visits", $"/contact/letters/{letter}/sender", $"/matters/{letter}");
        await LookAsync("deputy", "/contact", "/contact/opinions", $"/contact/pages/{deputy}", $"/suggestions/new?about={letter}");
        await LookAsync("member", "/contact", "/contact/visits/new");
    }

    [Journey]
    public async Task A_deputys_pages_can_be_used_by_everybody()
    {
        var replied = await story.RepliedAsync("关于农村校车安全的建议");
        await LookAsync("deputy", "/", "/suggestions", "/suggestions/new", $"/suggestions/{replied}", $"/suggestions/{replied}/evaluate", $"/suggestions/{replied}/withdraw", $"/suggestions/{replied}/revise", "/password");
    }

    [Journey]
    public async Task A_clerks_pages_can_be_used_by_everybody()
    {
        var submitted = await story.SubmittedAsync("关于老旧校舍加固的建议");
        await LookAsync(
            "clerk", "/", "/suggestions", "/suggestions?stage=handling&overdue=true", "/suggestions?lead=无此人", "/search", "/search?q=建议", "/search?q=没有的词语", "/suggestion-numbers", "/suggestion-numbers?by=delegation", "/suggestion-numbers/list?figure=late",
            $"/suggestions/{await LongestAsync()}", $"/suggestions/{submitted}/file", $"/suggestions/{submitted}/as-letter", $"/suggestions/{submitted}/assign", "/nowhere");
    }

    [Journey]
    public async Task A_units_pages_can_be_used_by_everybody()
    {
        var signed = await story.SignedAsync("关于中职学校实训基地的建议");
        await LookAsync("unit", "/", "/suggestions", $"/suggestions/{signed}", $"/suggestions/{signed}/contact", $"/suggestions/{signed}/reply", $"/suggestions/{signed}/ask-extension", "/handling", "/handling?kind=sign", "/handling?q=没有的词语");
        await LookAsync("unit2", "/");
        await LookAsync("unithead", "/");
        await LookAsync("head", "/", "/handling/letter");
        await LookAsync("dispatcher", "/", $"/suggestions/{signed}");
    }

    [Journey]
    public async Task Pages_of_the_roster_can_be_used_by_everybody()
    {
        var (person, mandate) = await story.WithDbAsync(async db =>
        {
            var deputy = await db.Users.Where(u => u.UserName == "deputy").Select(u => u.PersonId).SingleAsync();
            return (deputy, await db.Mandates.Where(m => m.PersonId == deputy && m.To == null).Select(m => m.Id).SingleAsync());
        });
        await LookAsync(
            "clerk", "/deputies", "/deputies?name=无此人", $"/deputies/{person}", $"/deputies/{person}/file?period=t14", "/deputies/new?began=ByElection", "/deputies/terms", "/deputies/import",
            $"/deputies/mandates/{mandate}", $"/deputies/mandates/{mandate}/end?how=Resigned", $"/deputies/mandates/{mandate}/periods");
        await LookAsync("deputy", "/deputies", $"/deputies/{person}", $"/deputies/{person}/file");
    }

    [Journey]
    public async Task Pages_of_supervision_can_be_used_by_everybody()
    {
        var unit = await story.WithDbAsync(db => db.Units.Where(u => u.Name == "省教育厅").Select(u => u.Id).SingleAsync());
        var year = await story.WithDbAsync(db => db.HandlingResults.Where(r => r.UnitId == unit).MaxAsync(r => r.Year));
        await LookAsync("clerk", "/supervision", "/supervision/list?figure=late", "/supervision/list?figure=in-30&part=lead", $"/suggestion-numbers/units/{unit}?year={year}", $"/suggestion-numbers/units/{unit}/list?figure=handed&year={year}", "/notices");
        await LookAsync("unit", "/notices", "/notices?unread=true", "/notices/settings", "/supervision");
        await LookAsync("system", "/administration/deliveries");
    }

    [Journey]
    public async Task Pages_of_awards_and_of_the_change_of_term_can_be_used_by_everybody()
    {
        var award = await story.WithDbAsync(db => db.Matters.Where(m => m.Procedure == "award" && !m.Ended).OrderBy(m => m.Id).Select(m => m.Id).FirstAsync());
        var year = await story.WithDbAsync(db => db.HandlingResults.MaxAsync(r => r.Year));
        await LookAsync("clerk", $"/awards/{award}/suggestions?year={year}&sort=key", $"/awards/{award}/units?year={year}&sort=late", "/suggestions/carried", "/contact/import");
    }

    [Journey]
    public async Task Administration_pages_can_be_used_by_everybody()
    {
        var unit = await story.WithDbAsync(db => db.Units.Where(u => u.Name == "省教育厅").Select(u => u.Id).SingleAsync());
        var person = await story.WithDbAsync(db => db.Users.Where(u => u.UserName == "unit").Select(u => u.PersonId).SingleAsync());
        await LookAsync("system", "/", "/administration/units", "/administration/units/new", $"/administration/units/{unit}", "/administration/rules");
        await LookAsync("security", "/administration/accounts", "/administration/accounts/new", $"/administration/accounts/{person}", "/administration/ledger");
        await LookAsync("audit", "/administration/events", "/administration/ledger");
    }

    [Journey]
    public async Task Pages_of_any_procedure_can_be_used_by_everybody()
    {
        await LookAsync(
            "clerk", "/matters", "/matters/of/finding", "/matters/new/finding/record", "/procedures", "/procedures/suggestion", "/procedures/admission",
            "/procedures/suggestion/compare?a=370000&b=310000&c=CN", "/procedures/suggestion/flow", "/tokens");
        await LookAsync("deputy", "/matters", "/tokens");
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
        Assert.Equal("", await FaultsAsync(deputy));
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

    private async Task LookAsync(string? account, params string[] paths)
    {
        await using var visitor = await site.VisitAsync(account);
        var faults = "";
        foreach (var path in paths)
        {
            await visitor.OpenAsync(path);
            faults += await FaultsAsync(visitor);
        }

        Assert.True(faults.Length == 0, faults);
    }

    private static async Task<string> FaultsAsync(Visitor visitor)
    {
        var faults = "";
        foreach (var screen in (Screen[])[Screen.Desk, Screen.Phone])
        {
            var size = Visitor.Size(screen);
            await visitor.Page.SetViewportSizeAsync(size.Width, size.Height);
            if (await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"))
            {
                faults += $"\n{visitor.Page.Url} ({screen}): wider than the screen";
            }

            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                var found = await ObjectionsAsync(visitor.Page, all: scheme == ColorScheme.Light);
                faults = found.Aggregate(faults, (all, v) => $"{all}\n{visitor.Page.Url} ({screen}, {scheme}): {v}");
            }
        }

        return faults;
    }

    /// <summary>The package brings axe into the page once; after that asking axe itself spares a blank page a time.</summary>
    private static async Task<string[]> ObjectionsAsync(IPage page, bool all)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.RunAxe(Colours);
        }

        return await page.EvaluateAsync<string[]>(
            "async only => (await axe.run(only.length ? {runOnly: only} : {})).violations.map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | ')}`)",
            all ? [] : Colours.RunOnly!.Values.ToArray());
    }

    /// <summary>The suggestion in hand with the most behind it.</summary>
    private Task<Guid> LongestAsync() => story.WithDbAsync(db =>
        db.Matters.Where(m => m.ParentId == null && m.Stage == "rehandling").OrderByDescending(m => m.Revision).Select(m => m.Id).FirstAsync());

    private Task<Guid> ReleasedAsync() => story.WithDbAsync(db =>
        db.Matters.Where(m => m.Procedure == "suggestion-release" && m.Stage == "public").OrderBy(m => m.Id).Select(m => m.Id).FirstAsync());
}
