using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Renda.Browser.Tests;

/// <summary>Ten to six, fifty suggestions on the desk, no hand to spare for the mouse.</summary>
public sealed class KeyboardJourneys(Site site)
{
    private const int Many = 50;
    private const int Corrected = 7;
    private const int Skipped = 20;
    private const int Assigned = 5;

    private readonly Story story = new(site);
    private int keys;

    [Journey]
    public async Task Fifty_are_filed_with_a_key_each_and_handed_to_units_by_name()
    {
        // Without a limit they stand behind all that others wait for, in this order.
        var ids = new List<Guid>();
        for (var i = 0; i < Many; i++)
        {
            ids.Add(await story.SubmittedAsync($"关于第{i + 1}所乡村小学操场的建议", "session"));
        }

        await using var clerk = await site.VisitAsync("clerk");
        await clerk.OpenAsync("/");
        var way = clerk.Page.GetByRole(AriaRole.Navigation, new() { Name = "连着办" }).GetByRole(AriaRole.Link, new() { Name = "立案编号", Exact = true });
        await TabToAsync(clerk, way, most: 30);
        Assert.EndsWith("/file?then=next", await way.GetAttributeAsync("href"), StringComparison.Ordinal);

        await clerk.OpenAsync($"/suggestions/{ids[0]}/file?then=next");
        keys = 0;
        for (var i = 0; i < Many; i++)
        {
            await clerk.Page.WaitForURLAsync($"**/{ids[i]}/file?then=next");
            var last = i == Many - 1;
            await Visitor.IsAtAsync(Button(clerk, last ? "立案编号" : "立案编号，办下一件"));
            await FileAsync(clerk, i);
        }

        await clerk.IsToldAsync("后面没有等您立案编号的了。");
        Assert.InRange(keys, Many, Many + 10);
        var filed = await story.WithDbAsync(db => db.Matters.Where(m => ids.Contains(m.Id)).OrderBy(m => m.Id).Select(m => new { m.Id, m.Stage, m.Number, m.Subject }).ToListAsync());
        Assert.Equal([ids[Skipped]], filed.Where(f => f.Stage != "filed").Select(f => f.Id));
        Assert.Equal(Many - 1, filed.Select(f => f.Number).OfType<string>().Distinct().Count());
        Assert.Equal([ids[Corrected]], filed.Where(f => f.Subject != "education").Select(f => f.Id));
        await AssignAsync(clerk, ids);
    }

    // One has another category, one is left for later; for the rest the key is Enter.
    private async Task FileAsync(Visitor clerk, int i)
    {
        if (i == Corrected)
        {
            await PressAsync(clerk, "Shift+Tab", "Shift+Tab", "ArrowDown", "Control+Enter");
        }
        else if (i == Skipped)
        {
            await PressAsync(clerk, "Tab", "Enter");
        }
        else
        {
            await PressAsync(clerk, "Enter");
        }
    }

    private async Task AssignAsync(Visitor clerk, List<Guid> ids)
    {
        await clerk.OpenAsync($"/suggestions/{ids[0]}/assign?then=next");
        foreach (var id in ids.Take(Assigned))
        {
            await clerk.Page.WaitForURLAsync($"**/{id}/assign?then=next");
            await Visitor.IsAtAsync(clerk.Main.GetByLabel("主办单位"));
            await clerk.Page.Keyboard.InsertTextAsync("教育厅");
            await PressAsync(clerk, "Enter");
            await clerk.IsToldAsync("已交办。现在是“办理中”");
        }

        var leads = await story.WithDbAsync(db => db.Matters.Where(m => m.Part == "lead" && ids.Contains(m.ParentId!.Value)).Select(m => m.Title).ToListAsync());
        Assert.Equal(Enumerable.Repeat("省教育厅", Assigned), leads);
    }

    [Journey]
    public async Task A_name_that_fits_several_units_is_asked_for_again_and_nothing_is_lost()
    {
        var id = await story.SubmittedAsync("关于山村小学取暖的建议");
        await story.DoAsync("clerk", id, "file", ("subject", "education"));
        await using var clerk = await site.VisitAsync("clerk");
        await clerk.OpenAsync($"/suggestions/{id}/assign");
        await clerk.TypeAsync("主办单位", "省");
        await clerk.TypeAsync("交办说明", "请于雨季前办理。");
        await clerk.PressAsync("交办");
        await clerk.SeesAsync("名称里有“省”的不止一个，请写全：");
        Assert.Equal("请于雨季前办理。", await clerk.Main.GetByLabel("交办说明").InputValueAsync());
    }

    private static ILocator Button(Visitor clerk, string name) => clerk.Main.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private async Task PressAsync(Visitor clerk, params string[] pressed)
    {
        foreach (var key in pressed)
        {
            await clerk.Page.Keyboard.PressAsync(key);
            keys++;
        }
    }

    private async Task TabToAsync(Visitor clerk, ILocator place, int most)
    {
        for (var i = 0; i < most && !await place.EvaluateAsync<bool>("e => e === document.activeElement"); i++)
        {
            await PressAsync(clerk, "Tab");
        }

        await Visitor.IsAtAsync(place);
    }
}
