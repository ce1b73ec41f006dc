using System.Net;
using System.Net.Http.Headers;
using Microsoft.Playwright;
using Renda.Modules.Demo;
using Xunit;

namespace Renda.Browser.Tests;

/// <summary>Procedures that have no pages of their own, and the pages about procedures.</summary>
public sealed class OfficeJourneys(Site site)
{
    [Journey]
    public async Task A_finding_goes_from_the_office_to_a_unit_and_back_to_be_checked_and_closed()
    {
        const string title = "部分学校食堂未公示供货商";
        await using var clerk = await site.VisitAsync("clerk");
        await clerk.OpenAsync("/matters");
        await clerk.FollowAsync("登记问题");
        await clerk.PressAsync("登记问题");
        await clerk.SeesAsync("没有办成");
        await clerk.TypeAsync("问题", title);
        await clerk.TypeAsync("具体情况", "抽查十所学校，四所没有公示。");
        await clerk.TypeAsync("来源说明", "执法检查随机抽查");
        await clerk.ChooseAsync("督办机构", Cast.Office);
        await clerk.PressAsync("登记问题");
        await clerk.IsToldAsync("已登记问题。");
        await clerk.SeesAsync("待交办");
        var address = clerk.Page.Url;

        await clerk.FollowAsync("交办");
        await clerk.ChooseAsync("责任单位", Plan.Mine);
        await clerk.TypeAsync("整改要求", "全部公示，并每月更新。");
        await clerk.TypeAsync("整改期限", $"{Story.Today.AddDays(30):yyyy-MM-dd}");
        await clerk.PressAsync("交办");
        await clerk.IsToldAsync("已交办。");

        await using var unit = await site.VisitAsync("unit", Screen.Phone);
        await unit.OpenAsync("/");
        await unit.Page.Locator("tr", new() { HasText = title }).GetByRole(AriaRole.Link, new() { Name = "签收并报整改措施" }).ClickAsync();
        await unit.TypeAsync("整改措施", "一周内全部公示，纳入日常检查。");
        await unit.TypeAsync("责任人", "贺新年");
        await unit.PressAsync("签收并报整改措施");
        await unit.IsToldAsync("已签收并报整改措施。");
        await unit.FollowAsync("报告整改完成");
        await unit.TypeAsync("整改结果", "十所学校全部公示。");
        await unit.AttachAsync("证明材料", "公示照片说明.txt", "照片十张。");
        await unit.TypeAsync("签发人", "滕飞宇");
        await unit.PressAsync("报告整改完成");
        await unit.IsToldAsync("已报告整改完成。");
        await unit.FitsAsync();

        await clerk.OpenAsync(address);
        await clerk.FollowAsync("核查通过");
        await clerk.ChooseAsync("核查方式", "实地核查");
        await clerk.TypeAsync("核查日期", $"{Story.Today:yyyy-MM-dd}");
        await clerk.TypeAsync("核查意见", "抽查三所，均已公示。");
        await clerk.PressAsync("核查通过");
        await clerk.FollowAsync("销号");
        await clerk.PressAsync("销号");
        await clerk.IsToldAsync("已销号。");
        await clerk.SeesAsync("已销号");
        await clerk.OpenAsync("/matters");
        await clerk.FollowAsync("监督发现问题整改");
        await clerk.TypeAsync("标题或编号", "供货商");
        await clerk.PressAsync("筛选");
        await clerk.SeesAsync(title);
    }

    [Journey]
    public async Task Two_texts_of_a_procedure_are_laid_side_by_side()
    {
        await using var clerk = await site.VisitAsync("clerk");
        await clerk.OpenAsync("/procedures");
        await clerk.FollowAsync("代表建议、批评和意见");
        await clerk.FollowAsync("与其他版本对照");
        await clerk.Main.GetByLabel("甲").SelectOptionAsync("370000");
        await clerk.Main.GetByLabel("乙").SelectOptionAsync("310000");
        await clerk.PressAsync("对照");
        await clerk.SeesAsync("山东省、上海市对照");
        await Assertions.Expect(clerk.Main.Locator("tr.differs").First).ToBeVisibleAsync();
    }

    [Journey]
    public async Task A_token_made_on_the_page_opens_the_interface_until_it_is_revoked()
    {
        await using var clerk = await site.VisitAsync("clerk");
        await clerk.OpenAsync("/tokens");
        await clerk.TypeAsync("名称", "督查室报表");
        await clerk.TickAsync("查阅");
        await clerk.TypeAsync("有效期至", $"{Story.Today.AddDays(30):yyyy-MM-dd}");
        await clerk.PressAsync("制作");
        var token = await clerk.Main.Locator("code").InnerTextAsync();
        using var http = new HttpClient { BaseAddress = new Uri(site.Address) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/api/procedures", TestContext.Current.CancellationToken)).StatusCode);

        await clerk.Main.Locator("tr", new() { HasText = "督查室报表" }).GetByRole(AriaRole.Button, new() { Name = "作废" }).ClickAsync();
        await clerk.SeesAsync("已作废");
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync("/api/procedures", TestContext.Current.CancellationToken)).StatusCode);
    }
}
