using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Renda.Platform.Spreadsheets;
using Xunit;

namespace Renda.Tests.Modules.Suggestions.Scorecard;

/// <summary>A unit's year: facts from the records, each number with its list.</summary>
public sealed partial class UnitYearTests
{
    public static TheoryData<string> Both => Databases.All;

    [Theory, MemberData(nameof(Both))]
    public async Task Every_number_of_a_units_year_opens_onto_as_many(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var clerk = await site.SignInAsync("clerk");
        var (unit, year) = await BusiestAsync(site, "省教育厅");
        var page = await clerk.GetPageAsync($"/suggestion-numbers/units/{unit}?year={year}");
        var numbers = Number().Matches(page.Html).Select(m => (Path: WebUtility.HtmlDecode(m.Groups["path"].Value), Count: int.Parse(m.Groups["count"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))).Distinct().ToList();
        Assert.True(numbers.Count >= 4, page.Text);
        foreach (var (path, count) in numbers)
        {
            var list = await clerk.GetPageAsync(path);
            Assert.True(list.Html.Contains($"共 {count:N0} 件", StringComparison.Ordinal), $"{path} should be {count}: {list.Text}");
            Assert.Equal(Math.Min(count, 50), Row().Count(list.Html));
        }

        // Replied and not replied are all there is.
        var handed = numbers.Single(n => n.Path.EndsWith("figure=handed", StringComparison.Ordinal) && n.Path.Contains("/units/", StringComparison.Ordinal)).Count;
        Assert.Equal(handed, await site.LookAsync(db => db.HandlingResults.CountAsync(r => r.Year == year && r.UnitId == unit)));
        var replied = await site.LookAsync(db => db.Passages.Where(p => p.Step == "reply" && db.HandlingResults.Any(r => r.MatterId == p.MatterId && r.Year == year && r.UnitId == unit)).Select(p => p.MatterId).Distinct().CountAsync());
        Assert.Equal(replied, numbers.Where(n => n.Path.Contains("/units/", StringComparison.Ordinal) && (n.Path.EndsWith("figure=in-time", StringComparison.Ordinal) || n.Path.EndsWith("figure=late", StringComparison.Ordinal))).Sum(n => n.Count));
    }

    [Fact]
    public async Task A_unit_opens_its_own_year_and_no_other_and_the_sheet_says_the_same()
    {
        await using var site = await DemoSite.StartAsync();
        using var unit = await site.SignInAsync("unit");
        var (own, year) = await BusiestAsync(site, "省教育厅");
        var (other, _) = await BusiestAsync(site, "省卫生健康委");
        Assert.Equal(HttpStatusCode.OK, (await unit.GetPageAsync($"/suggestion-numbers/units/{own}?year={year}")).Status);
        foreach (var path in (string[])[$"/suggestion-numbers/units/{other}", $"/suggestion-numbers/units/{other}/list?figure=handed", $"/suggestion-numbers/units/{other}.xlsx", $"/suggestion-numbers/units/{own}/list?figure=best"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await unit.GetPageAsync(path)).Status);
        }

        var sheet = Assert.IsType<Sheet>(SheetReader.Read(new MemoryStream(await unit.Http.GetByteArrayAsync($"/suggestion-numbers/units/{own}.xlsx?year={year}", TestContext.Current.CancellationToken))));
        Assert.Contains(sheet.Rows, r => r.Cells[0].Text == "按期答复");
        Assert.DoesNotContain(sheet.Rows, r => r.Cells[0].Text.Contains("总分", StringComparison.Ordinal));
    }

    private static Task<(Guid Unit, int Year)> BusiestAsync(DemoSite site, string name) => site.LookAsync(async db =>
    {
        var unit = await db.Units.Where(u => u.Name == name).Select(u => u.Id).SingleAsync();
        return (unit, await db.HandlingResults.Where(r => r.UnitId == unit).GroupBy(r => r.Year).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync());
    });

    [GeneratedRegex("href=\"(?<path>/suggestion-numbers/(units/[0-9a-f-]{36}/)?list[^\"]+)\"[^>]*>(?<count>[\\d,]+)(?: 件)?</a>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex("href=\"/suggestions/[0-9a-f-]{36}\"", RegexOptions.None, 1000)]
    private static partial Regex Row();
}
