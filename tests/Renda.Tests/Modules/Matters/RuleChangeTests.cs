using Xunit;

namespace Renda.Tests.Modules.Matters;

/// <summary>Rules change while matters run: each keeps the text it began under, and its page says which.</summary>
public sealed class RuleChangeTests
{
    [Fact]
    public async Task A_new_version_holds_for_new_matters_and_the_page_of_a_running_one_says_so()
    {
        await using var errands = await ErrandSite.StartAsync();
        using var clerk = await errands.Site.SignInAsync("clerk");
        var running = $"/matters/{await errands.BeginAsync("老办法的一件")}";
        Assert.DoesNotContain("新开始的", (await clerk.GetPageAsync(running)).Text, StringComparison.Ordinal);

        await errands.WriteAsync("errand-newer.yaml", text => text.Replace("in-force: 2026-01-01", $"in-force: {errands.Today:yyyy-MM-dd}", StringComparison.Ordinal).Replace("title: 起草督办", "title: 拟办督办", StringComparison.Ordinal));
        Assert.Contains($"新开始的专项督办按 {errands.Today:yyyy-MM-dd} 起的《机关工作规则》办理；本件按开始时的规则办完。", (await clerk.GetPageAsync(running)).Text, StringComparison.Ordinal);
        var later = (await clerk.GetPageAsync($"/matters/{await errands.BeginAsync("新办法的一件")}")).Text;
        Assert.DoesNotContain("新开始的", later, StringComparison.Ordinal);
        Assert.Contains("拟办督办", later, StringComparison.Ordinal);
        Assert.DoesNotContain("拟办督办", (await clerk.GetPageAsync(running)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_edited_without_a_new_day_is_told_apart_by_its_version()
    {
        await using var errands = await ErrandSite.StartAsync();
        using var clerk = await errands.Site.SignInAsync("clerk");
        var running = $"/matters/{await errands.BeginAsync("改前的一件")}";
        var before = (await clerk.GetPageAsync(running)).Text;
        Assert.Matches("2026-01-01 起施行），版本 [0-9a-f]{8}。", before);

        await errands.WriteAsync("errand.yaml", text => text.Replace("title: 起草督办", "title: 拟办督办", StringComparison.Ordinal));
        var after = (await clerk.GetPageAsync(running)).Text;
        Assert.Contains("规则文件后来改过，没有写明新的施行日期。", after, StringComparison.Ordinal);
        Assert.DoesNotContain("拟办督办", after, StringComparison.Ordinal);
    }
}
