using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Renda.Platform.Records;
using Renda.Statutes;
using Renda.Statutes.Amending;
using Renda.Statutes.Docx;
using Xunit;

namespace Renda.Tests.Modules.Legislation;

/// <summary>An amendment from the suggestion to the gazette: written once, compared, voted on and published as that text.</summary>
public sealed class LegislationTests
{
    private const string Current = "示范省公园管理条例\n\n（2015年3月1日示范省第十二届人民代表大会常务委员会第三次会议通过）\n\n第一章　总则\n\n第一条　为了管理公园，制定本条例。\n\n第二条　公园应当向公众开放。\n\n第三条　市政府负责本行政区域的公园工作。\n\n第二章　附则\n\n第四条　违反本条例第二条规定的，责令改正。\n\n第五条　本条例自2015年6月1日起施行。\n";

    public static TheoryData<string> Both => Databases.All;

    [Theory, MemberData(nameof(Both))]
    public async Task A_text_is_written_once_and_goes_on_to_the_gazette(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var legal = await site.SignInAsync("legal");
        using var secretariat = await site.SignInAsync("secretariat");
        var id = await DraftingAsync(site, legal, "示范省公园管理条例（修改）");

        // Two people change two articles they both read at the same moment.
        using var other = await site.SignInAsync("legalhead");
        var second = SiteForm.Find((await legal.GetPageAsync($"/legislation/{id}/text?edit=art-2")).Html, ["words"], "Save")!;
        var third = SiteForm.Find((await other.GetPageAsync($"/legislation/{id}/text?edit=art-3")).Html, ["words"], "Save")!;
        await SaveAsync(legal, id, second, "第二条　公园应当免费向公众开放。\n公园不得改作他用。");
        await SaveAsync(other, id, third, "第三条　县级以上人民政府负责本行政区域的公园工作。");
        var text = await TextAsync(site, id);
        Assert.Contains("公园不得改作他用。", text, StringComparison.Ordinal);
        Assert.Contains("县级以上人民政府", text, StringComparison.Ordinal);

        // On the same article both see both.
        var clash = await other.PostAsync($"/legislation/{id}/text?handler=Save", [.. Token(third), ("block", "art-2"), ("seen", Value(second, "seen")), ("words", "第二条　公园应当收费开放。"), ("after", "false")]);
        Assert.Equal(HttpStatusCode.Conflict, clash.Status);
        Assert.Contains("公园应当免费向公众开放。", clash.Html, StringComparison.Ordinal);
        Assert.Contains("公园应当收费开放。", clash.Html, StringComparison.Ordinal);

        // A new article, then numbered through: the reference follows.
        await legal.PostFormAsync($"/legislation/{id}/text?edit=art-3&after=true", [("words", "第三条之一　公园应当设置无障碍设施。"), ("after", "true")], handler: "Save");
        await legal.PostFormAsync($"/legislation/{id}/text?edit=art-1&after=true", [("words", "第一条之一　本条例所称公园，是指供公众游览的绿地。"), ("after", "true")], handler: "Save");
        await legal.PostFormAsync($"/legislation/{id}/whole", [], handler: "Number");
        text = await TextAsync(site, id);
        Assert.Contains("第六条　违反本条例第三条规定的", text, StringComparison.Ordinal);
        Assert.Contains("现行", (await legal.GetPageAsync($"/legislation/{id}/compare")).Text, StringComparison.Ordinal);

        // The papers of the bill are there, made from the text.
        var submitted = await legal.PostFormAsync(
            $"/matters/{id}/submit", [("kind", "amend"), ("addressee", "standing"), ("proposer", "chairs")], [("explanation", "说明.txt", "说明"u8.ToArray()), ("references", "参阅.txt", "参阅"u8.ToArray())]);
        Assert.Contains("已提案", submitted.Text, StringComparison.Ordinal);
        Assert.Contains("提请审议稿", submitted.Text, StringComparison.Ordinal);
        var papers = await PapersAsync(site, id, "submit");
        Assert.Contains(papers, p => p.Name.EndsWith("对照表.docx", StringComparison.Ordinal));
        Assert.Contains(papers, p => p.Name.StartsWith("关于修改", StringComparison.Ordinal));

        await TakeAsync(secretariat, id, "list", ("decided-on", Day(0)), ("meeting-on", Day(30)), ("review", "no"));
        await TakeAsync(secretariat, id, "send-out");
        await TakeAsync(secretariat, id, "first-reading", ("held-on", Day(0)), ("meeting", "示范省第十四届人民代表大会常务委员会第二十次会议"));

        // What was said is answered before the text goes on.
        await legal.PostFormAsync($"/legislation/{id}/opinions", [("source", "committee"), ("whose", "城环委"), ("to", "第三条"), ("text", "收费应当由省规定。")], handler: "Enter");
        var held = await legal.PostFormAsync($"/matters/{id}/propose-text", [("once", "partial"), ("unpublished", "主任会议决定不公布")], [("report", "报告.txt", "报告"u8.ToArray())]);
        Assert.Contains("还有 1 条对草案的意见没有处理结果", held.Text, StringComparison.Ordinal);
        await legal.PostFormAsync($"/legislation/{id}/opinions", [("result", "declined"), ("reason", "已有规定。")], handler: "Settle");
        Assert.Contains("收费应当由省规定。 未采纳：已有规定。", (await legal.GetPageAsync($"/matters/{id}/propose-text")).Html, StringComparison.Ordinal);

        // Another text than the one worked on does not go on.
        var foreign = await legal.PostFormAsync(
            $"/matters/{id}/propose-text", [("once", "partial"), ("unpublished", "主任会议决定不公布"), ("text", "")], [("report", "报告.txt", "报告"u8.ToArray()), ("text", "别的.txt", Encoding.UTF8.GetBytes(Current))]);
        Assert.Contains("与文本页上的草案不一致", foreign.Text, StringComparison.Ordinal);
        await TakeAsync(legal, id, "propose-text", [("report", "报告.txt", "报告"u8.ToArray())], ("once", "partial"), ("unpublished", "主任会议决定不公布"));
        Assert.Equal(HttpStatusCode.NotFound, (await legal.GetPageAsync($"/legislation/{id}/whole")).Status); // What is voted on is no longer changed.

        await TakeAsync(secretariat, id, "vote", [], ("held-on", Day(0)), ("eligible", "60"), ("present", "58"), ("for", "57"), ("against", "0"), ("abstain", "1"), ("sent", "yes"));
        var voted = Assert.Single(await PapersAsync(site, id, "vote"), p => p.Name.Contains("表决的文本", StringComparison.Ordinal) && !p.Name.StartsWith("关于修改", StringComparison.Ordinal));
        await TakeAsync(secretariat, id, "promulgate", [], ("number", "12"), ("promulgated-on", Day(0)), ("effective-on", Day(60)));

        var versions = await site.LookAsync(db => db.TextVersions.Where(t => t.MatterId == id).OrderBy(t => t.Number).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["提请审议稿", "表决稿", "表决的文本", "公布的文本"], versions.Select(v => v.Label));
        Assert.Equal(Day(60), $"{versions[^1].From:yyyy-MM-dd}");
        Assert.Single(versions.Select(v => Amendment.Normative(Statute.Parse(v.Text))).Distinct());
        var paper = await secretariat.Http.GetByteArrayAsync($"/papers/{voted.Id}", TestContext.Current.CancellationToken);
        Assert.Equal(Amendment.Normative(Statute.Parse(versions[^1].Text)), Amendment.Normative(Statute.Parse(WordReading.Read(paper).Text)));

        // It is filed with the papers it was published with, and nobody looks for them.
        await TakeAsync(secretariat, id, "gazette", [], ("issue", "2026年第六期"), ("media", "示范日报"));
        var filing = await legal.PostFormAsync($"/matters/new/filing/prepare?about={id}", [("send", "send")]);
        var sent = await legal.PostFormAsync($"/matters/{filing.Path.Split('/', '?')[2]}/send", [("number", "常备〔2026〕1号"), ("recipients", "both"), ("electronic", "yes")]);
        Assert.Contains("已报送", sent.Text, StringComparison.Ordinal);
        Assert.Contains("公报文本", sent.Text, StringComparison.Ordinal);
        Assert.Contains("说明.txt", sent.Text, StringComparison.Ordinal);

        // The decision, carried out on the law in force, gives the text passed.
        var decision = WordReading.Read(await legal.Http.GetByteArrayAsync($"/legislation/{id}/decision.docx", TestContext.Current.CancellationToken)).Text;
        var applied = Amendment.Apply(Statute.Parse(Current), decision);
        Assert.Empty(applied.Refused);
        Assert.Equal(Amendment.Normative(Statute.Parse(versions[^1].Text)), Amendment.Normative(Statute.Parse(applied.Text)));
    }

    [Fact]
    public async Task Bad_input_is_refused_in_a_sentence_and_strangers_see_nothing()
    {
        await using var site = await DemoSite.StartAsync();
        using var legal = await site.SignInAsync("legal");
        var id = await BeginAsync(legal, "示范省节水条例");
        var empty = await legal.PostFormAsync($"/legislation/{id}/text", [("from", "file")], [("file", "空.txt", "没有条文"u8.ToArray())], "Begin");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Contains("没有“第一条”这样的条文", empty.Text, StringComparison.Ordinal);
        await legal.PostFormAsync($"/legislation/{id}/text", [("from", "blank")], handler: "Begin");
        await legal.PostFormAsync($"/legislation/{id}/text?edit=art-1", [("words", "第一条　依照本条例第九条。")], handler: "Save");
        Assert.Contains("这里没有第九条", (await legal.GetPageAsync($"/legislation/{id}/text")).Text, StringComparison.Ordinal);
        Assert.Contains("请选择采纳", (await legal.PostFormAsync($"/legislation/{id}/opinions", [("source", "note"), ("whose", ""), ("to", ""), ("text", "看一下")], handler: "Enter") is { } ? await legal.PostFormAsync($"/legislation/{id}/opinions", [("reason", "无")], handler: "Settle") : null)!.Text, StringComparison.Ordinal);
        var longest = await legal.PostFormAsync($"/legislation/{id}/whole", [("text", new string('长', 1_000_001))], []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, longest.Status);
        Assert.Contains("超过 1000000 个，没有保存", longest.Text, StringComparison.Ordinal);
        var edits = await legal.GetPageAsync($"/legislation/{id}/edits");
        Assert.Contains("依照本条例第九条", edits.Text, StringComparison.Ordinal);
        using var unit = await site.SignInAsync("unit");
        Assert.Equal(HttpStatusCode.NotFound, (await unit.GetPageAsync($"/legislation/{id}/text")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await unit.GetPageAsync($"/legislation/{id}/text.docx")).Status);
        using var chair = await site.SignInAsync("chair");
        Assert.Equal(HttpStatusCode.OK, (await chair.GetPageAsync($"/legislation/{id}/text")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await chair.GetPageAsync($"/legislation/{id}/whole")).Status);
    }

    private static async Task<Guid> BeginAsync(SiteClient legal, string title)
    {
        var begun = await legal.PostFormAsync("/matters/new/regulation/suggest", [("title", title), ("kind", "amend"), ("source", "committee"), ("body", "需要修改。")]);
        Assert.StartsWith("/matters/", begun.Path, StringComparison.Ordinal);
        return Guid.Parse(begun.Path.Split('/', '?')[2]);
    }

    private static async Task<Guid> DraftingAsync(DemoSite site, SiteClient legal, string title)
    {
        var id = await BeginAsync(legal, title);
        var unit = await site.LookAsync(db => db.Units.Where(u => u.Handles).Select(u => u.Id).FirstAsync(TestContext.Current.CancellationToken));
        await TakeAsync(legal, id, "enter-plan", ("year", "2026"), ("passed-on", Day(0)), ("drafter", $"{unit}"));
        await TakeAsync(legal, id, "start-drafting", ("group", "专班"));
        await legal.PostFormAsync($"/legislation/{id}/text", [("from", "blank")], [("current", "现行.txt", Encoding.UTF8.GetBytes(Current))], "Begin");
        return id;
    }

    private static string Day(int ahead) => DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8)).AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Task TakeAsync(SiteClient client, Guid id, string step, params (string, string)[] fields) => TakeAsync(client, id, step, null, fields);

    private static async Task TakeAsync(SiteClient client, Guid id, string step, IEnumerable<(string, string, byte[])>? files, params (string, string)[] fields)
    {
        var page = await client.PostFormAsync($"/matters/{id}/{step}", [.. fields, ("send", "send")], files);
        Assert.True(page.Status == HttpStatusCode.OK && !page.Path.EndsWith($"/{step}", StringComparison.Ordinal), $"{step}: {page.Status} {page.Text}");
    }

    private static async Task SaveAsync(SiteClient client, Guid id, SiteForm form, string words)
    {
        var page = await client.PostAsync($"/legislation/{id}/text?handler=Save", [.. form.Values.Where(v => v.Name != "words"), ("words", words)]);
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    private static IEnumerable<(string, string)> Token(SiteForm form) => form.Values.Where(v => v.Name.StartsWith("__", StringComparison.Ordinal));

    private static string Value(SiteForm form, string name) => form.Values.First(v => v.Name == name).Value;

    private static Task<string> TextAsync(DemoSite site, Guid id) => site.LookAsync(db => db.BillDrafts.Where(d => d.MatterId == id).Select(d => d.Text).SingleAsync(TestContext.Current.CancellationToken));

    private static async Task<IReadOnlyList<RecordedPaper>> PapersAsync(DemoSite site, Guid id, string step) =>
        RecordJson.ReadPapers(await site.LookAsync(db => db.Records.Where(r => r.MatterId == id && r.Step == step).Select(r => r.Papers).SingleAsync(TestContext.Current.CancellationToken)));
}
