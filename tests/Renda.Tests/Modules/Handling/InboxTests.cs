using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Renda.Tests.Modules.Handling;

/// <summary>The unit's inbox over HTTP: all that waits, what is due first on top, signing for several at once.</summary>
public sealed partial class InboxTests
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task All_that_waits_for_the_unit_is_listed_by_what_is_due_first_and_nothing_of_others(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var unit = await site.SignInAsync("unit");
        var own = await site.LookAsync(db => UnitAsync(db, "unit"));
        List<string> found = [];
        for (var path = "/handling"; path is not null;)
        {
            var page = await unit.GetPageAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            found.AddRange(Suggestions().Matches(page.Html).Select(m => m.Groups["id"].Value));
            path = Onward().Match(page.Html) is { Success: true } next ? WebUtility.HtmlDecode(next.Groups["href"].Value) : null;
        }

        var waiting = await site.LookAsync(async db => await (
            from w in db.Waitings
            where w.UnitId == own && (w.Role == "suggestion.unit" || w.Role == "suggestion.lead-unit")
                && !(w.Step == "reply" && db.Matters.Any(c => c.ParentId == w.MatterId && c.UnitId == own && c.Stage == "assigned"))
            join m in db.Matters on w.MatterId equals m.Id
            orderby w.AllDueOn, w.Id
            select m.ParentId ?? m.Id).ToListAsync());
        Assert.NotEmpty(waiting);
        Assert.Equal(waiting.Select(w => $"{w}"), found);

        var late = await unit.GetPageAsync("/handling?overdue=true");
        Assert.Contains("逾期", late.Text);
        Assert.All((await unit.GetPageAsync("/handling?kind=sign")).Html.Split("<tr>").Skip(2), row => Assert.Contains("签收", row));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync("clerk")).GetPageAsync("/handling")).Status);
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Several_are_signed_for_at_once_each_with_its_record_and_those_that_cannot_be_are_named(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var unit = await site.SignInAsync("unit");
        var page = await unit.GetPageAsync("/handling?kind=sign");
        var picks = Picks().Matches(page.Html).Select(m => m.Groups["pick"].Value).Take(3).ToList();
        Assert.Equal(3, picks.Count);
        var ids = picks.Select(p => Guid.Parse(p.Split(':')[0])).ToList();
        var foreign = await site.LookAsync(async db =>
        {
            var own = await UnitAsync(db, "unit");
            return await db.Matters.Where(m => m.Procedure == "handling" && m.Stage == "assigned" && m.UnitId != own && !db.Parties.Any(p => p.MatterId == m.ParentId && p.UnitId == own)).Select(m => m.Id).FirstAsync();
        });

        // The third is signed for by a colleague after the page was opened; another unit's is sent along.
        Assert.Equal(HttpStatusCode.OK, (await unit.PostFormAsync($"/suggestions/{ids[2]}/sign", [("handler", "先签")])).Status);
        var form = SiteForm.Find(page.Html, ["key", "handler"], "Sign")!;
        List<(string, string)> fields = [.. form.Values.Where(v => v.Name is not ("handler" or "pick")), ("handler", "王处长"), .. picks.Select(p => ("pick", p)), ("pick", $"{foreign}:1")];
        var answer = await unit.PostAsync(form.Action!, fields);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("已签收 2 件，2 件没有签收", answer.Text);
        Assert.Contains("签收", answer.Text);
        Assert.Contains("您打开页面之后", answer.Text);
        Assert.Contains("看不到此件", answer.Text);

        // Sent again, nothing is signed twice.
        Assert.Contains("已签收 2 件，2 件没有签收", (await unit.PostAsync(form.Action!, fields)).Text);
        var signs = await site.LookAsync(db => db.Records.Where(r => ids.Contains(r.MatterId) && r.Step == "sign").ToListAsync());
        Assert.Equal(3, signs.Count);
        Assert.Equal(2, signs.Count(s => s.Particulars.Contains("王处长", StringComparison.Ordinal)));
        Assert.Equal("assigned", await site.LookAsync(db => db.Matters.Where(m => m.Id == foreign).Select(m => m.Stage).SingleAsync()));
        Assert.Contains("没有选中", (await unit.PostAsync(form.Action!, fields.Where(f => f.Item1 != "pick"))).Text);
    }

    [Fact]
    public async Task A_page_of_the_inbox_is_one_range_of_its_index()
    {
        await using var site = await DemoSite.StartAsync();
        var plan = await site.LookAsync(async db =>
        {
            var own = await UnitAsync(db, "unit");
            await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"EXPLAIN QUERY PLAN SELECT id, matter_id, step, all_due_on FROM waitings WHERE congress = 370000 AND unit_id = '{own.ToString().ToUpperInvariant()}' AND role IN ('suggestion.unit', 'suggestion.lead-unit') AND all_due_on >= '2026-01-01' ORDER BY all_due_on, id LIMIT 51";
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            List<string> lines = [];
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                lines.Add(reader.GetString(3));
            }

            return string.Join('\n', lines);
        });
        Assert.Contains("ix_waitings_congress_unit_id_all_due_on", plan);
        Assert.DoesNotContain("TEMP B-TREE", plan);
    }

    internal static Task<Guid> UnitAsync(Renda.Database.RendaDb db, string user) =>
        (from a in db.Users where a.UserName == user join p in db.Posts on a.PersonId equals p.PersonId where p.Kind.StartsWith("unit-") select p.UnitId).FirstAsync();

    [GeneratedRegex(@"class=""title"" data-label=""标题""><a href=""/suggestions/(?<id>[0-9a-f-]{36})""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Suggestions();

    [GeneratedRegex(@"rel=""next"" href=""(?<href>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Onward();

    [GeneratedRegex(@"name=""pick"" value=""(?<pick>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Picks();
}
