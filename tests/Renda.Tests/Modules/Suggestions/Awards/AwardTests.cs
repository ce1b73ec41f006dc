using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Spreadsheets;
using Xunit;

namespace Renda.Tests.Modules.Suggestions.Awards;

/// <summary>What is commended is proposed by people, from what the records say.</summary>
public sealed partial class AwardTests
{
    public static TheoryData<string> Both => Databases.All;

    [Theory, MemberData(nameof(Both))]
    public async Task Ticked_suggestions_are_nominated_together_with_their_evidence_and_only_once(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var clerk = await site.SignInAsync("clerk");
        var (award, years) = (await OpenAsync(clerk, "3"), await YearsAsync(site));
        var path = $"/awards/{award}/suggestions?{years}";
        Assert.Contains($"/awards/{award}/suggestions", (await clerk.GetPageAsync($"/matters/{award}")).Html, StringComparison.Ordinal);
        var key = await site.LookAsync(db => KeyedAsync(db));
        var page = await clerk.GetPageAsync($"{path}&sort=key");
        var first = Pick().Matches(page.Html).Select(m => Guid.Parse(m.Groups["id"].Value)).Take(3).ToList();
        Assert.Contains(first[0], key);

        var form = SiteForm.Find(page.Html, ["reason", "pick"], "/awards/")!;
        List<(string, string)> sent = [.. form.Values.Where(v => v.Name is not ("reason" or "pick")), ("reason", "办理扎实，群众受益。"), .. first.Select(i => ("pick", $"{i}"))];
        var done = await clerk.PostAsync(form.Action!, sent);
        Assert.Contains("已推荐 3 件", done.Text, StringComparison.Ordinal);
        Assert.Contains("名额 3 件", done.Text, StringComparison.Ordinal);
        Assert.Contains("sort=key", done.Path, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{first[0]}\"", done.Html, StringComparison.Ordinal);
        // The same form once more nominates nobody again.
        Assert.Contains("已推荐 3 件", (await clerk.PostAsync(form.Action!, sent)).Text, StringComparison.Ordinal);
        var nominated = await site.LookAsync(db => db.Matters.Where(m => m.ParentId == award).OrderBy(m => m.Id).ToListAsync());
        Assert.Equal(3, nominated.Count);
        var evidence = await site.LookAsync(db => db.Records.Where(r => r.MatterId == nominated[0].Id).Select(r => r.Particulars).SingleAsync());
        var named = RecordJson.ReadParticulars(evidence)["evidence"].Select(Guid.Parse).ToList();
        Assert.Contains(await site.LookAsync(db => db.Links.Where(l => l.TargetId == first[0] && named.Contains(l.MatterId)).Join(db.Matters, l => l.MatterId, m => m.Id, (_, m) => m.Procedure).ToListAsync()), p => p == "key-suggestion");

        // Another form that names one of them nominates none of its own.
        var fourth = Pick().Matches(done.Html).Select(m => Guid.Parse(m.Groups["id"].Value)).First();
        var again = await clerk.PostFormAsync(path, [("reason", "再推荐一次。"), ("pick", $"{fourth}"), ("pick", $"{first[1]}")], handler: "/awards/");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("已经在本次评选中推荐", again.Text, StringComparison.Ordinal);
        Assert.Contains("再推荐一次。", again.Html, StringComparison.Ordinal);
        Assert.Matches($"value=\"{fourth}\" checked", again.Html);
        Assert.Equal(3, await site.LookAsync(db => db.Matters.CountAsync(m => m.ParentId == award)));
        // One more than there is room for is told and not refused.
        Assert.Contains("多于名额 1 件", (await clerk.PostFormAsync(path, [("reason", "也很好。"), ("pick", $"{fourth}")], handler: "/awards/")).Text, StringComparison.Ordinal);
        // The form of the procedure knows it too.
        Assert.Contains("已经在本次评选中推荐", (await clerk.PostFormAsync($"/matters/{award}/nominate-suggestion", [("name", "再来"), ("suggestion", $"{first[0]}"), ("reason", "好")])).Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Each_order_and_each_narrowing_keeps_to_what_it_says(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var clerk = await site.SignInAsync("clerk");
        var award = await OpenAsync(clerk);
        var years = await YearsAsync(site);
        var results = await site.LookAsync(db => db.HandlingResults.ToDictionaryAsync(r => r.MatterId));
        var cosigners = await site.LookAsync(db => db.Parties.Where(p => p.Role == "cosigner").GroupBy(p => p.MatterId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        var again = await site.LookAsync(db => db.Passages.Where(p => p.ToStage == "rehandling").Select(p => p.MatterId).Distinct().ToListAsync());
        var key = await site.LookAsync(db => KeyedAsync(db));

        await KeepsAsync("sort=result", ids => Falls(ids.Select(i => Array.IndexOf(["satisfied", "basically", "dissatisfied", "silent", ""], results[i].Result))));
        await KeepsAsync("sort=attitude", ids => Falls(ids.Select(i => Array.IndexOf(["satisfied", "basically", "dissatisfied", "silent", ""], results[i].Attitude))));
        await KeepsAsync("sort=solved", ids => Falls(ids.Select(i => results[i].Reply switch { "solved" => 0, "" => 2, _ => 1 })));
        await KeepsAsync("sort=kept", ids => Falls(ids.Select(i => Array.IndexOf(["kept", "open", "dropped", ""], results[i].Promise))));
        await KeepsAsync("sort=cosigners", ids => Falls(ids.Select(i => -cosigners.GetValueOrDefault(i))));
        await KeepsAsync("sort=key", ids => Falls(ids.Select(i => key.Contains(i) ? 0 : 1)));
        await KeepsAsync("sort=rehandled", ids => Falls(ids.Select(i => again.Contains(i) ? 1 : 0)));
        await KeepsAsync("sort=opinions", _ => true);
        await KeepsAsync("sort=day", ids => Falls(ids.Select(i => -results[i].OpenedOn.DayNumber)));
        await KeepsAsync("has=kept", ids => ids.All(i => results[i].Promise == "kept"));
        await KeepsAsync("has=result&has=solved", ids => ids.All(i => results[i] is { Result: "satisfied", Reply: "solved" }));
        await KeepsAsync("has=once&has=cosigned", ids => ids.All(i => !again.Contains(i) && cosigners.ContainsKey(i)));
        await KeepsAsync("has=key", ids => ids.All(key.Contains));
        foreach (var other in (string[])["has=attitude", "has=opinions", "has=closed", "has=nonsense&sort=nonsense", "subject=education", "fresh=true"])
        {
            await KeepsAsync(other, _ => true);
        }

        async Task KeepsAsync(string asked, Func<List<Guid>, bool> holds)
        {
            var page = await clerk.GetPageAsync($"/awards/{award}/suggestions?{years}&{asked}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            var ids = Pick().Matches(page.Html).Select(m => Guid.Parse(m.Groups["id"].Value)).ToList();
            Assert.True((ids.Count > 0 || asked is "has=opinions" or "subject=education") && holds(ids), $"{asked}: {ids.Count}");
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_units_numbers_open_onto_as_many_and_go_along_with_its_nomination(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var clerk = await site.SignInAsync("clerk");
        var years = await YearsAsync(site);
        var award = await OpenAsync(clerk, period: $"{years.Split('=')[^1]}年度");
        var page = await clerk.GetPageAsync($"/awards/{award}/units?{years}&sort=late");
        Assert.Contains("按逾期答复排列，少的在前", page.Text, StringComparison.Ordinal);
        var numbers = Number().Matches(page.Html).Select(m => (Path: WebUtility.HtmlDecode(m.Groups["path"].Value), Count: m.Groups["count"].Value)).ToList();
        Assert.True(numbers.Count > 20, page.Text);
        foreach (var (path, count) in numbers.Where((_, i) => i % 7 == 0))
        {
            Assert.Contains($"共 {count} 件", (await clerk.GetPageAsync(path)).Text, StringComparison.Ordinal);
        }

        var unit = await site.LookAsync(db => db.Units.Where(u => u.Name == "省教育厅").Select(u => u.Id).SingleAsync());
        var done = await clerk.PostFormAsync($"/awards/{award}/units?{years}", [("reason", "办理认真。"), ("pick", $"{unit}")], handler: "/awards/");
        Assert.Contains("已推荐 1 个", done.Text, StringComparison.Ordinal);
        var again = await clerk.PostFormAsync($"/awards/{award}/units?{years}", [("reason", "办理认真。"), ("pick", $"{unit}")], handler: "/awards/");
        Assert.Contains("一个单位推荐一次", again.Text, StringComparison.Ordinal);
        var child = await site.LookAsync(db => db.Matters.Where(m => m.ParentId == award && m.UnitId == unit).Select(m => m.Id).SingleAsync());
        Assert.Contains("提出的建议：主办", (await clerk.GetPageAsync($"/matters/{child}/document")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_nominated_without_a_tick_a_reason_and_a_round_that_takes_it()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await site.SignInAsync("clerk");
        using var deputy = await site.SignInAsync("deputy");
        var award = await OpenAsync(clerk);
        var path = $"/awards/{award}/suggestions?{await YearsAsync(site)}";
        var empty = await clerk.PostFormAsync(path, [("reason", "")], handler: "/awards/");
        Assert.Contains("还没有选中建议", empty.Text, StringComparison.Ordinal);
        Assert.Contains("请填写推荐理由", empty.Text, StringComparison.Ordinal);
        Assert.Contains("不是已交办的建议", (await clerk.PostFormAsync(path, [("reason", "好"), ("pick", $"{Guid.NewGuid()}")], handler: "/awards/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await deputy.GetPageAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetPageAsync($"/awards/{await site.LookAsync(db => db.HandlingResults.Select(r => r.MatterId).FirstAsync())}/suggestions")).Status);
        await clerk.PostFormAsync($"/matters/{award}/stop", [("reason", "不评了。")]);
        Assert.Contains("现在不能推荐", (await clerk.GetPageAsync(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheets_say_the_same_and_mark_what_is_to_be_kept_back()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await site.SignInAsync("clerk");
        var (award, years) = (await OpenAsync(clerk), await YearsAsync(site));
        var handed = await site.LookAsync(db => db.Records.Where(r => r.Step == "submit" && db.HandlingResults.Any(h => h.MatterId == r.MatterId)).OrderBy(r => r.MatterId).FirstAsync());
        var secret = RecordJson.Write(new Renda.Procedures.Particulars(new Dictionary<string, IReadOnlyList<string>>(RecordJson.ReadParticulars(handed.Particulars).Values) { ["confidential"] = ["yes"] }));
        await site.LookAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER IF EXISTS records_no_update");
            return await db.Records.Where(r => r.MatterId == handed.MatterId && r.Sequence == handed.Sequence).ExecuteUpdateAsync(s => s.SetProperty(r => r.Particulars, secret));
        });
        Assert.Contains("要求不公开", (await clerk.GetPageAsync($"/awards/{award}/suggestions?{years}")).Text, StringComparison.Ordinal);
        var sheet = await SheetAsync(clerk, $"/awards/{award}/suggestions.xlsx?{years}");
        Assert.Equal(await site.LookAsync(db => db.HandlingResults.CountAsync()), sheet.Rows.Count - 1);
        var column = sheet.Rows[0].Cells.ToList().FindIndex(c => c.Text == "要求不公开");
        Assert.Equal(1, sheet.Rows.Count(r => r.Cells[column].Text == "是"));
        Assert.Contains((await SheetAsync(clerk, $"/awards/{award}/units.xlsx?{years}&sort=handed")).Rows, r => r.Cells[0].Text == "省教育厅");
    }

    private static async Task<Sheet> SheetAsync(SiteClient client, string path) =>
        Assert.IsType<Sheet>(SheetReader.Read(new MemoryStream(await client.Http.GetByteArrayAsync(path, TestContext.Current.CancellationToken))));

    private static async Task<Guid> OpenAsync(SiteClient clerk, string? room = null, string period = "本年度")
    {
        var begun = await clerk.PostFormAsync("/matters/new/award/open", [("title", "评选测试"), ("period", period), ("body", "范围和条件。"), .. room is null ? [] : new[] { ("quota-suggestions", room) }]);
        return Guid.Parse(MatterId().Match(begun.Path).Value);
    }

    private static async Task<string> YearsAsync(DemoSite site)
    {
        var (first, last) = await site.LookAsync(async db => (await db.HandlingResults.MinAsync(r => r.Year), await db.HandlingResults.MaxAsync(r => r.Year)));
        return $"year={first}&until={last}";
    }

    private static Task<List<Guid>> KeyedAsync(Renda.Database.RendaDb db) =>
        (from l in db.Links join m in db.Matters on l.MatterId equals m.Id where m.Procedure == "key-suggestion" && m.Number != null && m.Stage != "removed" && m.Stage != "not-chosen" select l.TargetId).Distinct().ToListAsync();

    private static bool Falls(IEnumerable<int> ranks) => ranks.ToList() is var all && all.Zip(all.Skip(1)).All(p => p.First <= p.Second);

    [GeneratedRegex("name=\"pick\" value=\"(?<id>[0-9a-f-]{36})\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pick();

    [GeneratedRegex("href=\"(?<path>/suggestion-numbers/(units/[0-9a-f-]{36}/)?list[^\"]+)\"[^>]*>(?<count>\\d+)</a>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex("[0-9a-f-]{36}", RegexOptions.None, 1000)]
    private static partial Regex MatterId();
}
