using Microsoft.Playwright;

namespace Renda.Browser.Tests;

/// <summary>A unit's morning: sign for all of it, give it out, draft, the head's signature, the reply.</summary>
public sealed class UnitJourneys(Site site)
{
    private readonly Story story = new(site);

    [Journey]
    public async Task Three_are_signed_for_at_once_and_one_goes_through_the_house_to_the_deputy()
    {
        var id = await story.AssignedAsync("关于翠屏山小学食堂改造的建议");
        await story.AssignedAsync("关于翠屏山小学图书室的建议");
        await story.AssignedAsync("关于翠屏山小学校门的建议");
        await using var unit = await site.VisitAsync("unit");
        await unit.OpenAsync("/handling?kind=sign&q=翠屏山");
        await unit.TickAsync("选中本页待签收的");
        await unit.TypeAsync("承办人和电话", "贺新年 0000-1234");
        await unit.PressAsync("签收选中的");
        await unit.IsToldAsync("已签收 3 件。");

        await unit.OpenAsync($"/suggestions/{id}/contact");
        await unit.ChooseAsync("方式", "座谈");
        await unit.TypeAsync("参加人员", "基础教育处、陈敏之");
        await unit.TypeAsync("代表的意见", "同意暑假施工。");
        await unit.PressAsync("记录沟通");
        await unit.IsToldAsync("已记录沟通。");

        await unit.OpenAsync("/handling?q=食堂改造");
        await unit.FollowAsync("分办");
        await unit.TypeAsync("承办处室", "基础教育处");
        await unit.PressAsync("分办");
        await unit.FollowAsync("拟稿");
        await unit.ChooseAsync("办理结果", "已经解决或者部分解决");
        await unit.ChooseAsync("答复方式", "当面并书面答复");
        await unit.TypeAsync("正文", "暑假完成改造，开学启用。");
        await unit.PressAsync("拟稿");
        await unit.FollowAsync("送签");
        await unit.PressAsync("送签");
        var inside = unit.Page.Url;

        await using var head = await site.VisitAsync("unithead");
        await head.OpenAsync(inside);
        await head.FollowAsync("签发");
        await head.SeesAsync("暑假完成改造，开学启用。");
        await head.PressAsync("签发");
        await head.IsToldAsync("已签发。");

        await unit.OpenAsync($"/suggestions/{id}/reply");
        await unit.SeesAsync("按签发的文稿");
        await unit.PressAsync("答复"); // All of it is filled in, the letter attached.
        await unit.IsToldAsync("已答复。现在是“待代表评价”");
        await Assertions.Expect(unit.Timeline.GetByRole(AriaRole.Link, new() { Name = ".docx" }).First).ToBeVisibleAsync();
    }
}
