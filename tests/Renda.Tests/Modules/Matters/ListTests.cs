using System.Net;
using System.Text.RegularExpressions;
using Renda.Platform.Matters;
using Renda.Platform.Spreadsheets;
using Xunit;

namespace Renda.Tests.Modules.Matters;

/// <summary>The list of a procedure: in pages, filtered, exported, as far as one may see.</summary>
public sealed class ListTests
{
    [Fact]
    public async Task Pages_follow_on_each_other_and_filters_find_what_they_say()
    {
        await using var errands = await ErrandSite.StartAsync();
        using var clerk = await errands.Site.SignInAsync("clerk");
        for (var i = 0; i <= Register.PageSize; i++)
        {
            await errands.BeginAsync($"第 {i} 件督办");
        }

        var first = await clerk.GetPageAsync("/matters/of/errand");
        Assert.Contains($"共 {Register.PageSize + 1} 件", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("第 0 件督办", first.Text, StringComparison.Ordinal);
        var next = Regex.Match(first.Html, "rel=\"next\" href=\"(?<next>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["next"].Value;
        var second = await clerk.GetPageAsync(WebUtility.HtmlDecode(next));
        Assert.Contains("第 0 件督办", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("第 1 件督办", second.Text, StringComparison.Ordinal);

        Assert.Contains("共 1 件（已筛选）", (await clerk.GetPageAsync("/matters/of/errand?q=第 7 件督办")).Text, StringComparison.Ordinal);
        Assert.Contains($"共 {Register.PageSize + 1} 件", (await clerk.GetPageAsync($"/matters/of/errand?stage=draft&year={errands.Today.Year}")).Text, StringComparison.Ordinal);
        foreach (var none in (string[])["stage=asked", "year=2001", "overdue=true", "q=供水", $"unit={Guid.NewGuid()}"])
        {
            Assert.Contains("没有符合条件的事项", (await clerk.GetPageAsync($"/matters/of/errand?{none}")).Text, StringComparison.Ordinal);
        }

        Assert.Equal(Register.PageSize + 2, await RowsAsync(clerk, ""));
        Assert.Equal(2, await RowsAsync(clerk, "?q=第 7 件督办"));
        Assert.Equal(1, await RowsAsync(clerk, "?stage=asked"));
        using var head = await errands.Site.SignInAsync("head");
        Assert.Equal(1, await RowsAsync(head, ""));
    }

    private static async Task<int> RowsAsync(SiteClient client, string query)
    {
        var bytes = await client.Http.GetByteArrayAsync($"/matters/of/errand.xlsx{query}", TestContext.Current.CancellationToken);
        return Assert.IsType<Sheet>(SheetReader.Read(new MemoryStream(bytes))).Rows.Count;
    }
}
