using Microsoft.Playwright;
using Xunit;

namespace Renda.Browser.Tests;

/// <summary>A deputy and a telephone: from the first word to what becomes of the evaluation.</summary>
public sealed class PhoneJourneys(Site site)
{
    private readonly Story story = new(site);

    [Journey]
    public async Task Two_deputies_write_sign_and_hand_in_a_suggestion()
    {
        const string title = "关于沙湾渡口学生乘船安全的建议";
        var earlier = await story.SubmittedAsync("关于沙湾渡口渡船更新的建议");
        await using var deputy = await site.VisitAsync(screen: Screen.Phone);
        await deputy.OpenAsync("/sign-in");
        await SuitsAsync(deputy);
        await Assertions.Expect(deputy.Main.Locator("#field-UserName")).ToHaveAttributeAsync("autocomplete", "username");
        await Assertions.Expect(deputy.Main.Locator("#field-Password")).ToHaveAttributeAsync("autocomplete", "current-password");
        await deputy.TypeAsync("账号", "deputy");
        await deputy.TypeAsync("密码", Modules.Demo.DemoAccounts.Password);
        await deputy.PressAsync("登录");

        await SuitsAsync(deputy);
        await deputy.FollowAsync("起草建议");
        await deputy.TypeAsync("标题", title);
        await deputy.TypeAsync("内容", "沙湾渡口的学生每天乘船，渡船没有救生衣。\n建议配齐。");
        var similar = deputy.Page.Locator($"#similar a[href='/suggestions/{earlier}']");
        await Assertions.Expect(similar).ToBeVisibleAsync();
        await SuitsAsync(deputy);
        var other = await deputy.Page.Context.NewPageAsync(); // Opened beside, what is written stays.
        await other.GotoAsync((await similar.GetAttributeAsync("href"))!);
        await Assertions.Expect(other.Locator("h1")).ToContainTextAsync("渡船更新");
        await other.CloseAsync();

        await deputy.ChooseAsync("类别", "教育科技文化");
        await deputy.TypeAsync("联名代表", "周若川");
        await deputy.PressAsync("起草");
        await deputy.IsToldAsync("已起草。");
        await SuitsAsync(deputy);
        var address = deputy.Page.Url;

        await ConfirmAsync(title);
        await deputy.OpenAsync(address);
        await deputy.FollowAsync("提交");
        await deputy.SeesAsync("联名代表 周若川");
        await SuitsAsync(deputy);
        await deputy.ChooseAsync("提出时间", "闭会期间");
        await deputy.TickAsync("一事一议");
        await deputy.PressAsync("提交");
        await deputy.IsToldAsync("已提交。现在是“待审查”");
        await SuitsAsync(deputy);
    }

    private async Task ConfirmAsync(string title)
    {
        await using var cosigner = await site.VisitAsync("cosigner", Screen.Phone);
        await cosigner.OpenAsync("/");
        await SuitsAsync(cosigner);
        await cosigner.Page.Locator("tr", new() { HasText = title }).GetByRole(AriaRole.Link, new() { Name = "确认联名" }).ClickAsync();
        await cosigner.SeesAsync("渡船没有救生衣");
        await SuitsAsync(cosigner);
        await cosigner.TickAsync("我已了解内容");
        await cosigner.PressAsync("确认联名");
        await cosigner.IsToldAsync("已确认联名。");
    }

    [Journey]
    public async Task A_deputy_reads_the_reply_evaluates_it_and_sees_what_comes_next()
    {
        var id = await story.RepliedAsync("关于寄宿制学校热水供应的建议");
        await using var deputy = await site.VisitAsync("deputy", Screen.Phone);
        foreach (var path in (string[])["/suggestions", "/suggestions/new", "/search?q=建议", "/notices", $"/suggestions/{id}"])
        {
            await deputy.OpenAsync(path);
            await SuitsAsync(deputy);
        }

        await deputy.Page.GetByRole(AriaRole.Button, new() { Name = "菜单" }).ClickAsync();
        await SuitsAsync(deputy);
        await deputy.OpenAsync($"/suggestions/{id}/evaluate");
        await deputy.SeesAsync("已在两个县先行试点。");
        await SuitsAsync(deputy);
        await HandlingJourneys.EvaluateAsync(deputy, id, "不满意", "", request: null);
        await deputy.SeesAsync("没有办成");
        await deputy.SeesAsync("具体意见");
        await SuitsAsync(deputy);
        await deputy.TypeAsync("具体意见", "没有讲清楚。");
        await deputy.TypeAsync("要求重新办理的事项", "请说明推广的时间。");
        await deputy.PressAsync("评价");
        await deputy.IsToldAsync("已评价。现在是“重新办理”，等主办单位办理，再次答复期限");
        await SuitsAsync(deputy);
    }

    private static async Task SuitsAsync(Visitor visitor)
    {
        await visitor.FitsAsync();
        await visitor.SuitsFingersAsync();
    }
}
