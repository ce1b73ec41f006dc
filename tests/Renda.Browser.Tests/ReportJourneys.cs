using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Renda.Browser.Tests;

/// <summary>A report: numbers put in as one types, signed by another person, opened number by number.</summary>
public sealed class ReportJourneys(Site site)
{
    private readonly Story story = new(site);

    [Journey]
    public async Task A_report_is_written_with_figures_issued_and_opened()
    {
        var signer = await story.WithDbAsync(db => (from a in db.Users join p in db.People on a.PersonId equals p.Id where a.UserName == "secretariathead" select p.Name).SingleAsync());
        await using var writer = await site.VisitAsync("secretariat");
        await writer.OpenAsync("/matters/new/report/draft");
        await writer.TypeAsync("标题", "第三季度工作通报");
        await writer.ChooseAsync("种类", "单页通报");
        await writer.TypeAsync("统计起始日期", "2026-01-01");
        await writer.TypeAsync("统计截止日期", "2026-12-31");
        await writer.PressAsync("起草");
        var id = writer.Page.Url.Split('/')[^1];

        await writer.FollowAsync("编辑正文");
        var text = writer.Page.GetByLabel("正文", new() { Exact = true });
        await text.PressAsync("End");
        await writer.Page.GetByLabel("插入数字").PressSequentiallyAsync("代表建议");
        await Assertions.Expect(writer.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await writer.Page.GetByLabel("插入数字").PressAsync("Enter");
        await Assertions.Expect(text).ToBeFocusedAsync();
        Assert.Contains("{suggestions}", await text.InputValueAsync(), StringComparison.Ordinal);
        await Assertions.Expect(writer.Page.GetByText("已自动保存")).ToBeVisibleAsync();
        await site.LookAsync("secretariat", $"/reports/{id}/edit", $"/matters/{id}");

        await writer.OpenAsync($"/matters/{id}/submit");
        await writer.TypeAsync("签发人", signer);
        await writer.PressAsync("送签");
        await using var head = await site.VisitAsync("secretariathead");
        await head.OpenAsync($"/matters/{id}/issue");
        await head.SeesAsync("代表建议");
        await head.PressAsync("签发");
        await head.SeesAsync("所有数字与现在的记录一致");
        await head.Page.Locator("a.counted").First.ClickAsync();
        await head.SeesAsync("当时所依据的记录");
        await site.LookAsync("secretariathead", $"/matters/{id}", $"/reports/{id}/figures/1");
    }

    [Journey]
    public async Task Pages_of_figures_can_be_used_by_everybody() =>
        await site.LookAsync("clerk", "/figures", "/figures?q=没有这个", "/figures/suggestions?period=2026&by=unit", "/figures/suggestions-satisfied?period=2026", "/figures/compare?group=deputies&period=2026");
}
