using Microsoft.Playwright;
using Xunit;

namespace Renda.Browser.Tests;

/// <summary>From the office through the units to the deputy and back.</summary>
public sealed class HandlingJourneys(Site site)
{
    private readonly Story story = new(site);

    [Journey]
    public async Task The_clerk_files_and_assigns_a_lead_and_an_assisting_unit()
    {
        var id = await story.SubmittedAsync("关于增加县域普通高中学位的建议");
        await using var clerk = await site.VisitAsync("clerk");
        await clerk.OpenAsync(id);
        await clerk.FollowAsync("立案编号");
        await clerk.PressAsync("立案编号");
        await clerk.IsToldAsync("已立案编号。编为第 ");
        await clerk.SeesAsync("待交办");

        await clerk.FollowAsync("交办");
        await clerk.ChooseAsync("主办单位", "省教育厅");
        await clerk.TickAsync("省卫生健康委");
        await clerk.PressAsync("交办");
        await clerk.IsToldAsync("已交办。现在是“办理中”，等主办单位办理，答复期限");
        var units = clerk.Main.GetByRole(AriaRole.Table).Locator("tbody tr");
        await Assertions.Expect(units.Filter(new() { HasText = "省教育厅" })).ToContainTextAsync("主办");
        await Assertions.Expect(units.Filter(new() { HasText = "省卫生健康委" })).ToContainTextAsync("协办");
    }

    [Journey]
    public async Task The_units_sign_give_an_opinion_talk_to_the_deputy_and_reply_with_a_letter()
    {
        var id = await story.AssignedAsync("关于中小学生视力筛查的建议", "省卫生健康委");
        await using var lead = await site.VisitAsync("unit");
        await lead.OpenAsync(id);
        await lead.FollowAsync("签收（省教育厅）");
        await lead.TypeAsync("承办人", "贺新年 0000-1234");
        await lead.PressAsync("签收");
        await lead.IsToldAsync("已签收。");
        await lead.SeesAsync("贺新年 0000-1234");
        await lead.SeesAsync("答复 现在还不能办");

        await using var assisting = await site.VisitAsync("unit2");
        await assisting.OpenAsync(id);
        await assisting.FollowAsync("签收（省卫生健康委）");
        await assisting.PressAsync("签收");
        await assisting.FollowAsync("提出协办意见（省卫生健康委）");
        await assisting.TypeAsync("协办意见", "筛查经费由基本公共卫生服务列支。");
        await assisting.TypeAsync("签发人", "殷实秋");
        await assisting.PressAsync("提出协办意见");
        await assisting.IsToldAsync("已提出协办意见。");
        await assisting.SeesAsync("已提意见");

        await lead.OpenAsync(id);
        await lead.FollowAsync("记录沟通");
        await lead.ChooseAsync("方式", "走访");
        await lead.TypeAsync("日期", $"{Story.Today:yyyy-MM-dd}");
        await lead.TypeAsync("参加人员", "基础教育处、陈敏之");
        await lead.TypeAsync("代表的意见", "希望每学期筛查一次。");
        await lead.PressAsync("记录沟通");
        await lead.IsToldAsync("已记录沟通。");

        await ReplyAsync(lead, "答复", "每学期筛查一次，结果告知家长。");
        await lead.IsToldAsync("已答复。现在是“待代表评价”，等领衔代表办理");
        await Assertions.Expect(lead.Timeline.GetByRole(AriaRole.Link, new() { Name = "答复函.txt" })).ToBeVisibleAsync();
        var letter = await lead.Page.APIRequest.GetAsync((await lead.Timeline.GetByRole(AriaRole.Link, new() { Name = "答复函.txt" }).GetAttributeAsync("href"))!);
        Assert.Equal("答复函：每学期筛查一次，结果告知家长。", await letter.TextAsync());
    }

    [Journey]
    public async Task An_evaluation_sends_the_unit_back_to_work_and_stays_hidden_from_it_until_the_end()
    {
        const string secret = "两次电话都没有人接，只寄来一封套话。";
        const string request = "请说明试点扩大到全省的时间。";
        var id = await story.RepliedAsync("关于乡村教师周转宿舍的建议");
        await using var deputy = await site.VisitAsync("deputy");
        await EvaluateAsync(deputy, id, "不满意", secret, request);
        await deputy.IsToldAsync("已评价。现在是“重新办理”，等主办单位办理，再次答复期限");

        await using var unit = await site.VisitAsync("unit");
        await unit.OpenAsync(id);
        await unit.SeesAsync(request);
        await unit.DoesNotSeeAsync(secret);
        await Assertions.Expect(unit.Timeline).Not.ToContainTextAsync("办理态度");
        await unit.SeesAsync("再次答复 现在还不能办");
        await unit.FollowAsync("记录沟通");
        await unit.ChooseAsync("方式", "座谈");
        await unit.TypeAsync("日期", $"{Story.Today:yyyy-MM-dd}");
        await unit.TypeAsync("参加人员", "分管负责人");
        await unit.TypeAsync("代表的意见", "同意按年度推进。");
        await unit.PressAsync("记录沟通");
        await ReplyAsync(unit, "再次答复", "三年内扩大到全省。");
        await unit.IsToldAsync("已再次答复。");

        await EvaluateAsync(deputy, id, "满意", "这次讲清楚了。", request: null);
        await deputy.IsToldAsync("已评价。现在是“待办结”");
        await unit.OpenAsync(id);
        await unit.DoesNotSeeAsync("这次讲清楚了");

        await using var clerk = await site.VisitAsync("clerk");
        await clerk.OpenAsync(id);
        await clerk.FollowAsync("办结");
        await clerk.PressAsync("办结");
        await clerk.IsToldAsync("已办结。");
        await unit.OpenAsync(id);
        await unit.SeesAsync(secret);
        await unit.SeesAsync("这次讲清楚了");
    }

    private static async Task ReplyAsync(Visitor unit, string step, string text)
    {
        await unit.FollowAsync(step);
        await unit.ChooseAsync("办理结果", "已经解决或者部分解决");
        await unit.ChooseAsync("答复方式", "当面并书面答复");
        await unit.TypeAsync("答复意见", text);
        await unit.TypeAsync("签发人", "滕飞宇");
        await unit.AttachAsync("答复函", "答复函.txt", $"答复函：{text}");
        await unit.PressAsync(step);
    }

    internal static async Task EvaluateAsync(Visitor deputy, Guid id, string result, string opinion, string? request)
    {
        await deputy.OpenAsync(id);
        await deputy.FollowAsync("评价");
        await deputy.ChooseAsync("办理态度", result);
        await deputy.ChooseAsync("办理结果", result);
        await deputy.TypeAsync("具体意见", opinion);
        await deputy.TypeAsync("要求重新办理的事项", request ?? "");
        await deputy.PressAsync("评价");
    }
}
