using Microsoft.Playwright;

namespace Renda.Browser.Tests;

/// <summary>From the deputy's desk to the office; with scripts, and on a phone, in <see cref="PhoneJourneys"/>.</summary>
public sealed class DraftingJourneys(Site site)
{
    [Journey]
    public async Task A_deputy_drafts_with_a_cosigner_who_confirms_and_the_deputy_submits_without_scripts()
    {
        const string title = "关于海岛学生乘船上学补助的建议";
        await using var deputy = await site.VisitAsync("deputy", script: false);
        await deputy.OpenAsync("/");
        await deputy.FollowAsync("起草建议");
        await deputy.TypeAsync("标题", title);
        await deputy.TypeAsync("内容", "学生就近看病不便。\n建议每个教学点配备一名校医。");
        await deputy.ChooseAsync("类别", "教育科技文化");
        await deputy.TypeAsync("联名代表", "周若川");
        await deputy.PressAsync("起草");
        await deputy.IsToldAsync("已起草。");
        await deputy.SeesAsync("周若川（待确认）");
        await deputy.SeesAsync("提交 现在还不能办");
        var address = deputy.Page.Url;

        await using var cosigner = await site.VisitAsync("cosigner", script: false);
        await cosigner.OpenAsync("/");
        await cosigner.Page.Locator("tr", new() { HasText = title }).GetByRole(AriaRole.Link, new() { Name = "确认联名" }).ClickAsync();
        await cosigner.TickAsync("我已了解内容");
        await cosigner.PressAsync("确认联名");
        await cosigner.IsToldAsync("已确认联名。");
        await cosigner.DoesNotSeeAsync("（待确认）");

        await deputy.OpenAsync(address);
        await deputy.FollowAsync("提交");
        await deputy.ChooseAsync("提出时间", "闭会期间");
        await deputy.TickAsync("一事一议");
        await deputy.PressAsync("提交");
        await deputy.IsToldAsync("已提交。现在是“待审查”");
        await deputy.SeesAsync("待审查");
    }
}
