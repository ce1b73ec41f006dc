using Microsoft.Playwright;
using Xunit;

namespace Renda.Browser.Tests;

/// <summary>Similar suggestions beside the form while somebody writes.</summary>
public sealed class SimilarJourneys(Site site)
{
    private readonly Story story = new(site);

    [Journey]
    public async Task They_appear_by_themselves_once_typing_pauses()
    {
        var earlier = await story.SubmittedAsync("关于在灯塔岛小学设置旱雪滑道的建议");
        await using var deputy = await site.VisitAsync("deputy");
        await deputy.OpenAsync("/suggestions/new");
        await deputy.TypeAsync("标题", "关于灯塔岛修建旱雪滑道的建议");
        await deputy.TypeAsync("内容", "灯塔岛没有旱雪滑道。");
        var found = deputy.Page.Locator("#similar .hits a").First;
        await Assertions.Expect(found).ToHaveAttributeAsync("href", $"/suggestions/{earlier}");
        await Assertions.Expect(found.Locator("mark").First).ToHaveTextAsync("灯塔岛");
        await deputy.FitsAsync();
        await deputy.TypeAsync("标题", "无");
        await deputy.TypeAsync("内容", "无");
        await deputy.PressAsync("查找相似建议");
        await deputy.SeesAsync("没有找到与此相近的");
    }

    [Journey]
    public async Task The_button_finds_them_without_scripts_and_the_form_stays()
    {
        var earlier = await story.SubmittedAsync("关于给盲盒菜园配水的建议");
        await using var deputy = await site.VisitAsync("deputy", Screen.Phone, script: false);
        await deputy.OpenAsync("/suggestions/new");
        await deputy.TypeAsync("标题", "关于盲盒菜园用水的建议");
        await deputy.TypeAsync("内容", "盲盒菜园没有水。");
        await deputy.PressAsync("查找相似建议");
        await Assertions.Expect(deputy.Page.Locator($"#similar a[href='/suggestions/{earlier}']")).ToBeVisibleAsync();
        Assert.Equal("盲盒菜园没有水。", await deputy.Page.Locator("textarea[name=body]").InputValueAsync());
        await deputy.FitsAsync();
        await deputy.ChooseAsync("类别", "教育科技文化");
        await deputy.PressAsync("起草");
        await deputy.IsToldAsync("已起草。");
    }
}
