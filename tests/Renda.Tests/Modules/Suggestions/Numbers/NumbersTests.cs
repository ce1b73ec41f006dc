using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Database;
using Renda.Modules.Suggestions.Numbers;
using Renda.Platform.Access;
using Renda.Platform.Spreadsheets;
using Xunit;

namespace Renda.Tests.Modules.Suggestions.Numbers;

/// <summary>The statistics of handling: every number opens onto what it counts, to those who may know it.</summary>
public sealed partial class NumbersTests
{
    public static TheoryData<string> Both => Databases.All;

    [Theory, MemberData(nameof(Both))]
    public async Task Every_number_opens_onto_as_many_suggestions_as_it_says(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var clerk = await site.SignInAsync("clerk");
        var year = await BusiestYearAsync(site);
        foreach (var by in (string[])["unit", "subject", "delegation", "intake"])
        {
            var page = await clerk.GetPageAsync($"/suggestion-numbers?year={year}&by={by}");
            var numbers = Number().Matches(page.Html).Select(m => (Path: WebUtility.HtmlDecode(m.Groups["path"].Value), Count: int.Parse(m.Groups["count"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))).Distinct().ToList();
            Assert.True(numbers.Count > 20, $"{numbers.Count} numbers");
            foreach (var (path, count) in numbers.Where((_, i) => i % 3 == 0))
            {
                var list = await clerk.GetPageAsync(path);
                Assert.True(list.Html.Contains($"共 {count:N0} 件", StringComparison.Ordinal), $"{path} should be {count}: {list.Text}");
                Assert.Equal(Math.Min(count, 50), Row().Count(list.Html));
            }
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Made_anew_from_the_records_the_results_are_what_the_acts_left(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RendaDb>();
        var kept = await db.HandlingResults.AsNoTracking().OrderBy(r => r.MatterId).ToListAsync(TestContext.Current.CancellationToken);
        await db.HandlingResults.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        await ResultKeeping.FillAsync(db);
        Assert.Equal(kept, await db.HandlingResults.AsNoTracking().OrderBy(r => r.MatterId).ToListAsync(TestContext.Current.CancellationToken));
        // Worth comparing: all that can become of a suggestion is among them.
        Assert.Subset(kept.Select(r => r.Reply).ToHashSet(), new HashSet<string> { "", "solved", "planned", "later" });
        Assert.Subset(kept.Select(r => r.Result).ToHashSet(), new HashSet<string> { "", "satisfied", "dissatisfied" });
        Assert.Subset(kept.Select(r => r.Intake).ToHashSet(), new HashSet<string> { "session", "recess" });
        Assert.True(kept.Select(r => r.DelegationId).Distinct().Count() > 3);
        Assert.Subset(kept.Select(r => r.Promise).ToHashSet(), new HashSet<string> { "", HandlingResult.Open, HandlingResult.Kept });
    }

    [Fact]
    public async Task A_unit_counts_its_own_and_learns_no_evaluation_before_the_end()
    {
        await using var site = await DemoSite.StartAsync();
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RendaDb>();
        var secret = await db.HandlingResults.AsNoTracking().Where(r => !r.Ended && r.Result != "").ToListAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(secret);
        var education = await db.Units.Where(u => u.Name == "省教育厅").Select(u => u.Id).SingleAsync(TestContext.Current.CancellationToken);
        using var unit = await site.SignInAsync("unit");
        foreach (var year in secret.Select(r => r.Year).Distinct())
        {
            var evaluated = await db.HandlingResults.CountAsync(r => r.Year == year && r.UnitId == education && r.Ended && r.Result == "satisfied", TestContext.Current.CancellationToken);
            Assert.Contains($"共 {evaluated:N0} 件", (await unit.GetPageAsync($"/suggestion-numbers/list?year={year}&figure=result-satisfied")).Text);
            var own = await db.HandlingResults.CountAsync(r => r.Year == year && r.UnitId == education, TestContext.Current.CancellationToken);
            Assert.Contains($"共 {own:N0} 件", (await unit.GetPageAsync($"/suggestion-numbers/list?year={year}&figure=handed")).Text);
        }

        var other = secret.First(r => r.UnitId != education);
        Assert.Contains("共 0 件", (await unit.GetPageAsync($"/suggestion-numbers/list?year={other.Year}&figure=handed&by=unit&of={other.UnitId}")).Text);
        using var deputy = await site.SignInAsync("deputy");
        Assert.Equal(HttpStatusCode.Forbidden, (await deputy.GetPageAsync("/suggestion-numbers")).Status);
    }

    [Fact]
    public async Task The_sheet_says_what_the_page_says_and_odd_addresses_still_open()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await site.SignInAsync("clerk");
        var year = await BusiestYearAsync(site);
        var page = (await clerk.GetPageAsync($"/suggestion-numbers?year={year}&by=subject")).Text;
        var sheet = Assert.IsType<Sheet>(SheetReader.Read(new MemoryStream(await clerk.Http.GetByteArrayAsync($"/suggestion-numbers.xlsx?year={year}&by=subject", TestContext.Current.CancellationToken))));
        var total = sheet.Rows[^1].Cells.Select(c => c.Text).ToList();
        Assert.Equal("合计", total[0]);
        Assert.All(total[^3..], share => Assert.Contains(share, page));
        foreach (var odd in (string[])["?year=abc", "?year=99999", "?by=%27", "?year=1950"])
        {
            Assert.Equal(HttpStatusCode.OK, (await clerk.GetPageAsync($"/suggestion-numbers{odd}")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetPageAsync("/suggestion-numbers/list?figure=nothing")).Status);
    }

    private static async Task<int> BusiestYearAsync(DemoSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RendaDb>().HandlingResults.GroupBy(r => r.Year).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("href=\"(?<path>/suggestion-numbers/list[^\"]+)\"[^>]*>(?<count>[\\d,]+)(?: 件)?</a>", RegexOptions.None, 1000)]
    private static partial Regex Number();

    [GeneratedRegex("href=\"/suggestions/[0-9a-f-]{36}\"", RegexOptions.None, 1000)]
    private static partial Regex Row();
}
