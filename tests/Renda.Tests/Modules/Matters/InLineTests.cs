using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Renda.Tests.Modules.Matters;

/// <summary>What waits for the same step is done one after another, in the order of the to-do list.</summary>
public sealed class InLineTests
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task One_after_another_by_due_date_the_passed_over_stay_behind_and_the_last_leads_home(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var clerk = await site.SignInAsync("clerk");
        var line = await site.LookAsync(async db => (await db.Waitings.Where(w => w.Step == "file" && w.Role == "suggestion.office").ToListAsync())
            .OrderByDescending(w => w.Dated).ThenBy(w => w.DueOn).ThenBy(w => w.Id).Select(w => w.MatterId).ToList());
        Assert.True(line.Count > 3);

        var home = await clerk.GetPageAsync("/");
        Assert.Contains($"href=\"{Form(line[0])}\"", home.Html, StringComparison.Ordinal);
        var first = await clerk.GetPageAsync(Form(line[0]));
        Assert.Contains($"除这件外还有 {line.Count - 1} 件等您立案编号。", first.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Form(line[1])}\">跳过这件", first.Html, StringComparison.Ordinal);
        Assert.Contains("autofocus", first.Html, StringComparison.Ordinal); // The category is there already: the key left is the button's.

        foreach (var (id, next) in line.Skip(1).Zip([.. line.Skip(2).Select(Form), "/"]))
        {
            var shown = await clerk.PostFormAsync(Form(id), [("subject", "education"), ("then", "next")]);
            Assert.Equal(next.Split('?')[0], shown.Path.Split('?')[0]);
            Assert.Contains("：已立案编号。", shown.Text, StringComparison.Ordinal);
        }

        // The one passed over is the last now.
        var last = await clerk.PostFormAsync(Form(line[0]), [("subject", "education"), ("then", "next")]);
        Assert.Contains("后面没有等您立案编号的了。", last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grave_step_stands_alone_and_so_does_what_waits_for_nobody()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await site.SignInAsync("clerk");
        var id = await site.LookAsync(db => db.Waitings.Where(w => w.Step == "file" && w.Role == "suggestion.office").Select(w => w.MatterId).FirstAsync());
        Assert.All(await Task.WhenAll(clerk.GetPageAsync($"/suggestions/{id}/decline?then=next"), clerk.GetPageAsync($"/suggestions/{id}/return-for-revision?then=next")), page =>
        {
            Assert.DoesNotContain("办下一件", page.Text, StringComparison.Ordinal);
            Assert.Contains("建议内容", page.Text, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_unit_goes_by_part_of_its_name_where_only_one_is_meant(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var clerk = await site.SignInAsync("clerk");
        var id = await site.LookAsync(db => db.Waitings.Where(w => w.Step == "assign" && w.Role == "suggestion.office").Select(w => w.MatterId).FirstAsync());
        var form = $"/suggestions/{id}/assign";
        Assert.Contains("承办单位中没有“教育局”。", (await clerk.PostFormAsync(form, [("lead", "教育局")])).Text, StringComparison.Ordinal);
        var several = await clerk.PostFormAsync(form, [("lead", "省"), ("note", "请抓紧。")]);
        Assert.Contains("名称里有“省”的不止一个，请写全：", several.Text, StringComparison.Ordinal);
        Assert.Contains("请抓紧。", several.Html, StringComparison.Ordinal);
        var done = await clerk.PostFormAsync(form, [("lead", "教育厅")]);
        Assert.Contains("已交办。", done.Text, StringComparison.Ordinal);
        Assert.Equal("省教育厅", await site.LookAsync(db => db.Matters.Where(m => m.ParentId == id && m.Part == "lead").Select(m => m.Title).SingleAsync()));
    }

    private static string Form(Guid id) => $"/suggestions/{id}/file?then=next";
}
