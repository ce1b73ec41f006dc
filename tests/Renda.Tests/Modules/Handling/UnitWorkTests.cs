using System.Net;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Renda.Tests.Modules.Handling;

/// <summary>Work inside the unit: seen by it alone, signed by its head alone, and then the reply is filled in.</summary>
public sealed partial class UnitWorkTests
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_drafted_inside_exists_for_nobody_outside(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var unit = await site.SignInAsync("unit");
        var suggestion = await FreshAsync(site);
        var work = await BegunAsync(unit, suggestion);
        Assert.Equal(HttpStatusCode.OK, (await ActAsync(unit, work, "write", ("kind", "solved"), ("way", "written"), ("text", "绝密性质的内部草稿文字。"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await unit.GetPageAsync($"/handling/drafts/{work}/letter.docx")).Status);
        Assert.Contains("绝密性质的内部草稿文字", (await unit.GetPageAsync($"/matters/{work}")).Text);
        Assert.Contains($"/matters/{work}", (await unit.GetPageAsync($"/search?q={Uri.EscapeDataString("绝密性质的内部草稿")}")).Html);
        Assert.Contains($"/matters/{work}", (await unit.GetPageAsync($"/suggestions/{suggestion}")).Html);
        foreach (var user in (string[])["clerk", "head", "dispatcher", "unit2", "deputy", "chair", "committee", "system", "audit"])
        {
            using var other = await site.SignInAsync(user);
            foreach (var path in (string[])[$"/matters/{work}", $"/matters/{work}/write", $"/matters/{work}/void", $"/handling/drafts/{work}/letter.docx", $"/api/v1/matters/{work}"])
            {
                Assert.Contains((await other.GetPageAsync(path)).Status, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized]);
            }

            foreach (var path in (string[])[$"/search?q={Uri.EscapeDataString("绝密性质的内部草稿")}", $"/suggestions/{suggestion}", $"/suggestions/{suggestion}.json", "/matters/of/unit-work", "/matters/of/unit-work.xlsx", "/"])
            {
                var page = await other.GetPageAsync(path);
                Assert.DoesNotContain(work.ToString(), page.Html);
                Assert.DoesNotContain("草稿文字", page.Html); // What was looked for stands in the search box.
            }
        }
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_head_alone_signs_and_the_reply_starts_from_what_was_signed(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var unit = await site.SignInAsync("unit");
        using var head = await site.SignInAsync("unithead");
        var suggestion = await FreshAsync(site);
        var work = await BegunAsync(unit, suggestion);
        Assert.Contains("已经分办了", (await BeginAsync(unit, suggestion)).Text);
        await ActAsync(unit, work, "write", ("kind", "planned"), ("way", "both"), ("text", "第一段：<已经>开工 & 推进。\n第二段：明年完工。"), ("promise", "明年六月底前完工。"),
            ("promised-by", $"{DateTime.UtcNow.AddDays(200):yyyy-MM-dd}"), ("contact", "赵科长"), ("phone", "0500-8612345"));
        await ActAsync(unit, work, "send");
        Assert.Contains("不能", (await unit.GetPageAsync($"/matters/{work}/sign")).Text);
        Assert.Equal("to-sign", await StageAsync(site, work));
        // It waits for the head, not for the clerk.
        var (ofHead, ofUnit) = await site.LookAsync(async db => (await db.Waitings.CountAsync(w => w.MatterId == work && w.Role == "unit-work.head"), await db.Waitings.CountAsync(w => w.MatterId == work)));
        Assert.Equal((1, 1), (ofHead, ofUnit));
        Assert.DoesNotContain("/sign\">签发</a>", await ToDoAsync(unit));
        Assert.Contains($"/matters/{work}/sign", await ToDoAsync(head));
        await ActAsync(head, work, "return", ("reason", "补充时间安排。"));
        // Revised, the draft is there as it was.
        Assert.Contains("第二段：明年完工。", (await unit.GetPageAsync($"/matters/{work}/write")).Html);
        await ActAsync(unit, work, "write", ("kind", "planned"));
        await ActAsync(unit, work, "send");
        Assert.Equal(HttpStatusCode.OK, (await ActAsync(head, work, "sign", ("number", "示办函〔2026〕7号"))).Status);
        Assert.Equal("signed", await StageAsync(site, work));

        await unit.PostFormAsync($"/suggestions/{suggestion}/contact", [("way", "phone"), ("who", "张处长"), ("summary", "同意")]);
        var form = await unit.GetPageAsync($"/suggestions/{suggestion}/reply");
        Assert.Contains("第二段：明年完工。", form.Html);
        Assert.Contains("明年六月底前完工。", form.Html);
        Assert.Contains("答复.docx", form.Text);
        var paper = KeptPaper().Match(form.Html).Groups["id"].Value;
        // Looked at twice, the letter is one paper.
        Assert.Contains(paper, (await unit.GetPageAsync($"/suggestions/{suggestion}/reply")).Html);
        await CheckLetterAsync(unit, paper);

        var sent = await unit.PostFormAsync($"/suggestions/{suggestion}/reply", [("letter", paper)], []);
        Assert.Equal($"/suggestions/{suggestion}", sent.Path);
        Assert.Equal("replied", await StageAsync(site, suggestion));
        var signer = await site.LookAsync(db => (from a in db.Users where a.UserName == "unithead" join p in db.People on a.PersonId equals p.Id select p.Name).SingleAsync());
        var reply = await site.LookAsync(db => db.Records.SingleAsync(r => r.MatterId == suggestion && r.Step == "reply"));
        Assert.Contains(signer, Regex.Unescape(reply.Particulars));
        Assert.Contains("planned", reply.Particulars);
    }

    [Fact]
    public async Task Of_two_who_begin_at_once_one_begins()
    {
        await using var site = await DemoSite.StartAsync();
        using var unit = await site.SignInAsync("unit");
        using var head = await site.SignInAsync("unithead");
        var suggestion = await FreshAsync(site);
        await Task.WhenAll(BeginAsync(unit, suggestion), BeginAsync(head, suggestion));
        Assert.Equal(1, await site.LookAsync(db => db.UnitWorks.CountAsync(w => w.SuggestionId == suggestion)));
    }

    [Fact]
    public async Task Only_people_of_the_unit_are_given_work_there()
    {
        await using var site = await DemoSite.StartAsync();
        using var unit = await site.SignInAsync("unit");
        var suggestion = await FreshAsync(site);
        var other = await site.LookAsync(db => (from a in db.Users where a.UserName == "unit2" join p in db.People on a.PersonId equals p.Id select p.Name).SingleAsync());
        Assert.Contains("不在本单位任职", (await BeginAsync(unit, suggestion, ("handler", other))).Text);
        Assert.Contains("主办这件建议", (await BeginAsync(unit, suggestion, ("task", "opinion"))).Text);
    }

    // The whole list of what has no date by law, page by page.
    private static async Task<string> ToDoAsync(SiteClient who)
    {
        var all = "";
        for (var path = "/"; path is not null;)
        {
            var html = (await who.GetPageAsync(path)).Html;
            all += html;
            path = Since().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups["href"].Value)).LastOrDefault(h => h.StartsWith("/?since=", StringComparison.Ordinal));
        }

        return all;
    }

    private static async Task CheckLetterAsync(SiteClient unit, string paper)
    {
        var bytes = await unit.Http.GetByteArrayAsync($"/papers/{paper}", TestContext.Current.CancellationToken);
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
        var said = document.MainDocumentPart!.Document!.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(p => p.InnerText).ToList();
        Assert.Contains("第一段：<已经>开工 & 推进。", said);
        Assert.Contains("第二段：明年完工。", said);
        Assert.Contains("示办函〔2026〕7号", said);
        Assert.Contains("办理结果：B", said);
        Assert.Contains("（联系人：赵科长）", said);
        Assert.Contains("（联系电话：0500-8612345）", said);
        Assert.Contains(said, s => s.EndsWith("代表：", StringComparison.Ordinal));
        Assert.Contains(said, s => DateInFigures().IsMatch(s));
        Assert.DoesNotContain(said, s => s.Contains("{{", StringComparison.Ordinal));
    }

    internal static Task<SitePage> BeginAsync(SiteClient who, Guid suggestion, params (string, string)[] given) =>
        who.PostFormAsync($"/matters/new/unit-work/assign?about={suggestion}", [.. given, ("department", "综合处")]);

    internal static async Task<Guid> BegunAsync(SiteClient who, Guid suggestion)
    {
        var page = await BeginAsync(who, suggestion);
        Assert.True(page.Status == HttpStatusCode.OK, page.Text);
        return Guid.Parse(page.Path.Split('/')[^1]);
    }

    internal static async Task<SitePage> ActAsync(SiteClient who, Guid work, string step, params (string, string)[] given)
    {
        var page = await who.PostFormAsync($"/matters/{work}/{step}", [.. given, ("send", "send")]);
        Assert.True(page.Path == $"/matters/{work}", page.Text);
        return page;
    }

    /// <summary>One the unit has signed for as the only one, with nothing begun inside.</summary>
    internal static Task<Guid> FreshAsync(DemoSite site) => site.LookAsync(async db =>
    {
        var own = await InboxTests.UnitAsync(db, "unit");
        return await db.Matters.Where(m => m.Procedure == "suggestion" && m.Stage == "handling" && m.UnitId == own
            && db.Matters.Any(c => c.ParentId == m.Id && c.UnitId == own && c.Stage == "working")
            && !db.Matters.Any(c => c.ParentId == m.Id && c.Part == "assisting")
            && db.Clocks.Any(c => c.MatterId == m.Id && c.Limit == "reply" && c.StoppedOn == null)
            && !db.UnitWorks.Any(w => w.SuggestionId == m.Id)).OrderBy(m => m.Id).Select(m => m.Id).FirstAsync();
    });

    private static Task<string> StageAsync(DemoSite site, Guid id) => site.LookAsync(db => db.Matters.Where(m => m.Id == id).Select(m => m.Stage).SingleAsync());

    [GeneratedRegex(@"rel=""next"" href=""(?<href>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Since();

    [GeneratedRegex(@"name=""letter"" value=""(?<id>[0-9a-f-]{36})""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeptPaper();

    [GeneratedRegex(@"^20\d\d年[1-9]\d?月[1-9]\d?日$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DateInFigures();
}
