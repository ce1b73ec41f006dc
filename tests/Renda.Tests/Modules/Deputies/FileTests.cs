using System.Net;
using Microsoft.EntityFrameworkCore;
using Renda.Modules.Demo;
using Renda.Platform.Spreadsheets;
using Xunit;

namespace Renda.Tests.Modules.Deputies;

public sealed class FileTests
{
    private const string Term = "t14";

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_file_lists_what_a_deputy_did_to_the_deputy_the_office_and_the_chair_and_to_nobody_else(string kind)
    {
        await using var site = await DemoSite.OnAsync(kind);
        var deputy = await PersonAsync(site, "deputy");
        foreach (var (who, status) in (IEnumerable<(string, HttpStatusCode)>)
            [("deputy", HttpStatusCode.OK), ("clerk", HttpStatusCode.OK), ("head", HttpStatusCode.OK), ("chair", HttpStatusCode.OK), ("cosigner", HttpStatusCode.NotFound), ("member", HttpStatusCode.NotFound), ("unit", HttpStatusCode.NotFound), ("system", HttpStatusCode.Forbidden)])
        {
            using var reader = await site.SignInAsync(who);
            Assert.Equal(status, (await reader.GetPageAsync($"/deputies/{deputy}/file")).Status);
            Assert.Equal(status, (await reader.Http.GetAsync($"/deputies/{deputy}/file.xlsx", TestContext.Current.CancellationToken)).StatusCode);
        }

        using var own = await site.SignInAsync("deputy");
        var page = await own.GetPageAsync($"/deputies/{deputy}/file?period={Term}");
        Assert.Contains("代表建议", page.Text, StringComparison.Ordinal);
        Assert.Contains("领衔代表", page.Text, StringComparison.Ordinal);
        Assert.Contains("出席（部分会议请假）", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_entry_leads_to_something_the_reader_may_open_and_drafts_are_no_part_of_it()
    {
        await using var site = await DemoSite.StartAsync();
        var deputy = await PersonAsync(site, "deputy");
        foreach (var who in (string[])["deputy", "clerk", "chair"])
        {
            using var reader = await site.SignInAsync(who);
            var page = await reader.GetPageAsync($"/deputies/{deputy}/file?period={Term}");
            var links = page.Html.Split("<td class=\"title\"><a href=\"").Skip(1).Select(l => l.Split('"')[0]).Distinct().ToList();
            Assert.NotEmpty(links);
            foreach (var link in links)
            {
                Assert.Equal(HttpStatusCode.OK, (await reader.GetPageAsync(link)).Status);
            }

            var drafts = await site.LookAsync(db => db.Matters.Where(m => m.Private && db.Parties.Any(p => p.MatterId == m.Id && p.PersonId == deputy)).Select(m => m.Id).ToListAsync());
            Assert.DoesNotContain(drafts, d => page.Html.Contains($"{d}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Who_only_took_part_in_an_activity_reads_so_in_their_own_file()
    {
        await using var site = await DemoSite.StartAsync();
        using var staff = await site.SignInAsync("staff");
        using var deputy = await site.SignInAsync("deputy");
        var (me, branch) = (await PersonAsync(site, "deputy"), await site.LookAsync(db => db.Units.Where(u => u.Name == Cast.Branches[0]).Select(u => u.Id).SingleAsync()));
        var on = $"{DateTime.UtcNow.AddHours(8):yyyy-MM-dd}";
        var logged = await staff.PostFormAsync("/matters/new/activity/log",
            [("title", "春季义务植树"), ("kind", "joint"), ("scope", "branch"), ("branch", $"{branch}"), ("held-on", on), ("place", "望湖社区"), ("people", "2"), ("participants", "陈敏之"), ("body", "植树二十株。")]);
        Assert.StartsWith("/matters/", logged.Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await deputy.GetPageAsync(logged.Path)).Status);
        var file = await deputy.GetPageAsync($"/deputies/{me}/file");
        Assert.Contains("春季义务植树", file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(logged.Path, file.Html, StringComparison.Ordinal);
        using var clerk = await site.SignInAsync("clerk");
        Assert.DoesNotContain("春季义务植树", (await clerk.GetPageAsync($"/deputies/{me}/file")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leave_is_no_absence_and_nobody_is_due_before_taking_office_or_after_leaving()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await site.SignInAsync("clerk");
        var excused = await FileAsync(clerk, await PersonAsync(site, "cosigner"));
        Assert.Contains("请假", excused, StringComparison.Ordinal);
        Assert.DoesNotContain("出席（部分会议请假）", excused, StringComparison.Ordinal);

        // The session of the story was 191 to 188 days ago; one deputy left before that and one came before it.
        Assert.DoesNotContain("第一次全体会议 请假", await FileAsync(clerk, await NamedAsync(site, RosterRows.Resigned)), StringComparison.Ordinal);
        var story = await site.LookAsync(db => db.Records.Where(r => r.Step == "roll" && r.Particulars.Contains("第二次全体会议")).Select(r => r.MatterId).FirstAsync());
        Assert.DoesNotContain($"{story}", await HtmlAsync(clerk, await NamedAsync(site, RosterRows.Resigned)), StringComparison.Ordinal);
        Assert.Contains($"{story}", await HtmlAsync(clerk, await NamedAsync(site, RosterRows.ByElected)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_workbook_says_what_the_page_says()
    {
        await using var site = await DemoSite.StartAsync();
        var deputy = await PersonAsync(site, "deputy");
        using var own = await site.SignInAsync("deputy");
        var page = await HtmlAsync(own, deputy);
        var sheet = Assert.IsType<Sheet>(SheetReader.Read(new MemoryStream(await own.Http.GetByteArrayAsync($"/deputies/{deputy}/file.xlsx?period={Term}", TestContext.Current.CancellationToken))));
        Assert.Equal(page.Split("<td class=\"title\">").Length - 1, sheet.Rows.Count - 1);
    }

    [Fact]
    public async Task The_report_asked_for_starts_from_the_records_and_is_handed_in_as_usual()
    {
        await using var site = await DemoSite.StartAsync();
        var deputy = await PersonAsync(site, "deputy");
        using var own = await site.SignInAsync("deputy");
        var file = await own.GetPageAsync($"/deputies/{deputy}/file?period={Term}");
        var form = WebUtility.HtmlDecode(file.Html.Split("button-primary\" href=\"")[1].Split('"')[0]);
        var opened = await own.GetPageAsync(form);
        var text = SiteForm.Find(opened.Html, ["body"], null)!.Values.Single(v => v.Name == "body").Value;
        Assert.Contains("第十四届以来履职情况报告如下", text, StringComparison.Ordinal);
        Assert.Contains("人民代表大会会议全体会议应出席", text, StringComparison.Ordinal);
        var led = await site.LookAsync(db => db.Matters.Where(m => m.Procedure == "suggestion" && !m.Private && m.PersonId == deputy && m.OriginId == null && m.Stage != "withdrawn").Select(m => m.Title).ToListAsync());
        Assert.Contains($"领衔代表 {led.Count} 件", text, StringComparison.Ordinal);
        Assert.Contains($"《{led[0]}》", text, StringComparison.Ordinal);
        var done = await own.PostFormAsync(form, [("body", $"{text}\n补充一句。")]);
        Assert.Contains("已提交报告", done.Text, StringComparison.Ordinal);
        Assert.Contains("现在没有安排您报告履职情况", (await own.GetPageAsync($"/deputies/{deputy}/file")).Text, StringComparison.Ordinal);
    }

    private static async Task<string> FileAsync(SiteClient client, Guid person) => SiteForm.Plain(await HtmlAsync(client, person));

    private static async Task<string> HtmlAsync(SiteClient client, Guid person) => (await client.GetPageAsync($"/deputies/{person}/file?period={Term}")).Html;

    private static Task<Guid> PersonAsync(DemoSite site, string account) => site.LookAsync(db => db.Users.Where(u => u.UserName == account).Select(u => u.PersonId).SingleAsync());

    private static Task<Guid> NamedAsync(DemoSite site, string name) => site.LookAsync(db => db.People.Where(p => p.Name == name).Select(p => p.Id).SingleAsync());
}
