using System.Globalization;
using Microsoft.Playwright;
using Xunit;

namespace Renda.Browser.Tests;

/// <summary>When handling takes another turn, another screen, another post.</summary>
public sealed class TurnsJourneys(Site site)
{
    private readonly Story story = new(site);

    [Journey]
    public async Task An_extension_granted_shows_six_months_from_the_assignment()
    {
        var id = await story.SignedAsync("关于跨市学籍转接的建议");
        await using var unit = await site.VisitAsync("unit");
        await unit.OpenAsync(id);
        await unit.FollowAsync("申请延期");
        await unit.TypeAsync("申请延期的理由", "涉及八个市的系统改造。");
        await unit.PressAsync("申请延期");
        await unit.IsToldAsync("现在是“申请延期”");

        await using var dispatcher = await site.VisitAsync("dispatcher");
        await dispatcher.OpenAsync(id);
        await dispatcher.FollowAsync("同意延期");
        await dispatcher.PressAsync("同意延期");
        await dispatcher.IsToldAsync("延期答复期限");

        await unit.OpenAsync(id);
        var due = unit.Main.Locator("aside .due", new() { HasText = "延期答复" });
        await due.GetByText("怎么算的").ClickAsync();
        await Assertions.Expect(due).ToContainTextAsync($"{Story.Today:yyyy-MM-dd}");
        var shown = DateOnly.Parse(await due.Locator("time").InnerTextAsync(), CultureInfo.InvariantCulture);
        Assert.InRange(shown, Story.Today.AddMonths(6), Story.Today.AddMonths(6).AddDays(12)); // Rest days may push it on.
    }

    [Journey]
    public async Task A_unit_that_hands_its_part_back_no_longer_finds_the_suggestion_once_another_has_it()
    {
        var id = await story.SignedAsync("关于蔬菜大棚保险的建议");
        await using var unit = await site.VisitAsync("unit");
        await unit.OpenAsync(id);
        await unit.FollowAsync("申请退办（省教育厅）");
        await unit.TypeAsync("不属于本单位职责的理由", "大棚保险由农业农村部门主管。");
        await unit.TypeAsync("建议由哪个单位承办", "省农业农村厅");
        await unit.PressAsync("申请退办");
        await unit.IsToldAsync("已申请退办。");

        await using var dispatcher = await site.VisitAsync("dispatcher");
        await dispatcher.OpenAsync(id);
        await dispatcher.FollowAsync("改派（省教育厅）");
        await dispatcher.ChooseAsync("改派单位", "省农业农村厅");
        await dispatcher.PressAsync("改派");
        await dispatcher.IsToldAsync("已改派。");
        await dispatcher.SeesAsync("已改派");

        Assert.Equal(404, await unit.OpenAsync(id));
        await unit.SeesAsync("没有这一页，或者它不对您开放。");
    }

    [Journey]
    public async Task Each_administrator_reaches_only_their_own_pages()
    {
        var pages = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["system"] = ["/administration/units", "/administration/rules"],
            ["security"] = ["/administration/accounts"],
            ["audit"] = ["/administration/events", "/administration/ledger"],
        };
        foreach (var account in pages.Keys)
        {
            await using var administrator = await site.VisitAsync(account);
            foreach (var (owner, path) in pages.SelectMany(p => p.Value.Select(path => (p.Key, path))))
            {
                Assert.Equal((path, owner == account ? 200 : 403), (path, await administrator.OpenAsync(path)));
                await Assertions.Expect(administrator.Page.Locator($"nav a[href='{path}']")).ToHaveCountAsync(owner == account ? 1 : 0);
            }

            Assert.Equal(403, await administrator.OpenAsync("/suggestions"));
            await administrator.SeesAsync("您现在的职务不能打开这一页。");
        }
    }
}
