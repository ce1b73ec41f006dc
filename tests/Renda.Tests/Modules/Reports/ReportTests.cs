using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using Renda.Modules.Reports.Export;
using Renda.Modules.Reports.Issuing;
using Xunit;

namespace Renda.Tests.Modules.Reports;

/// <summary>A report from its first line to the day one of its records is corrected.</summary>
public sealed partial class ReportTests
{
    private const string Text = "# 关于{文 2026}年工作的报告\n\n## 一、代表建议\n\n收到建议{suggestions}件，满意的占{suggestions-satisfied}，{suggestions-change}。学习{study-day.act.hold}次。\n\n{表 suggestions 按 unit}\n\n{图 study-day.act.hold 按 month}\n";

    public static TheoryData<string> Both => Databases.All;

    [Theory, MemberData(nameof(Both))]
    public async Task A_report_is_written_issued_opened_and_checked(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var writer = await site.SignInAsync("secretariat");
        using var head = await site.SignInAsync("secretariathead");
        var id = await DraftAsync(writer);
        await writer.PostFormAsync($"/reports/{id}/edit", [("text", Text)]);
        await SubmitAsync(site, writer, id);

        var form = await head.GetPageAsync($"/matters/{id}/issue");
        Assert.Contains("收到建议", form.Text, StringComparison.Ordinal); // What is decided on stands beside the form.
        var issued = await head.PostFormAsync($"/matters/{id}/issue", [("opinion", "同意")]);
        Assert.Contains("已签发", issued.Text, StringComparison.Ordinal);
        Assert.Contains("所有数字与现在的记录一致", issued.Text, StringComparison.Ordinal);

        var package = await head.Http.GetByteArrayAsync($"/reports/{id}/package.zip", TestContext.Current.CancellationToken);
        Assert.Empty(PackageCheck.Find(package));
        using var reader = new PackageReader(new MemoryStream(package));
        foreach (var figure in reader.Report.Figures)
        {
            var list = await head.GetPageAsync($"/reports/{id}/figures/{figure.Number}");
            Assert.Equal(HttpStatusCode.OK, list.Status);
            Assert.Contains($"：{figure.Said}", list.Text, StringComparison.Ordinal);
            Assert.Equal(figure.Parts.Sum(p => p.Records), figure.Records);
        }

        var suggestions = reader.Report.Figures.First(f => f.Key == "suggestions");
        Assert.Equal(await site.LookAsync(db => db.Matters.CountAsync(m => m.Procedure == "suggestion" && !m.Private && m.OpenedOn.Year == 2026, TestContext.Current.CancellationToken)), suggestions.Value);
        Assert.All(reader.Rows(suggestions.Number, 0), r => Assert.Equal(64, r.Hash.Length));
        Digits(await head.Http.GetByteArrayAsync($"/reports/{id}/report.docx", TestContext.Current.CancellationToken));

        // A record that goes away takes its number with it, and the report says by how much.
        await site.LookAsync(async db =>
        {
            var held = await db.Passages.FirstAsync(p => p.Procedure == "study-day" && p.Step == "hold" && p.On.Year == 2026, TestContext.Current.CancellationToken);
            return await db.Passages.Where(p => p.MatterId == held.MatterId && p.Sequence == held.Sequence).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        });
        var corrected = await head.GetPageAsync($"/matters/{id}");
        Assert.Contains("少1", corrected.Text, StringComparison.Ordinal);
        var study = reader.Report.Figures.First(f => f.Key == "study-day.act.hold");
        Assert.Contains("当时计入、现在不计的", (await head.GetPageAsync($"/reports/{id}/figures/{study.Number}")).Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_figure_is_seen_over_the_congresses(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var writer = await site.SignInAsync("secretariat");
        var term = await site.LookAsync(db => db.Terms.OrderByDescending(t => t.Number).FirstAsync(TestContext.Current.CancellationToken));
        var counted = await site.LookAsync(db => db.Matters.CountAsync(m => m.Procedure == "suggestion" && !m.Private && m.OpenedOn >= term.From, TestContext.Current.CancellationToken));
        var page = await writer.GetPageAsync("/figures/suggestions?by=year");
        Assert.Contains("各届按年", page.Text, StringComparison.Ordinal);
        Assert.Contains($"第{term.Number}届，共 {counted}", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_untraceable_is_handed_on()
    {
        await using var site = await DemoSite.StartAsync();
        using var writer = await site.SignInAsync("secretariat");
        var id = await DraftAsync(writer);
        foreach (var (text, sentence) in ((string, string)[])
        [
            ("# 报告\n办理13件", "查不到来源"), ("{nothing}", "没有叫“nothing”的数字"), ("{表 suggestions 按 colour}", "不能按“colour”统计"), ("{引 nowhere}", "没有叫“nowhere”的模板"),
        ])
        {
            var edited = await writer.PostFormAsync($"/reports/{id}/edit", [("text", text)]);
            Assert.Contains(sentence, edited.Text, StringComparison.Ordinal);
            Assert.Contains(sentence, (await SubmitAsync(site, writer, id)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_who_write_at_once_see_each_others_text()
    {
        await using var site = await DemoSite.StartAsync();
        using var writer = await site.SignInAsync("secretariat");
        using var again = await site.SignInAsync("secretariat");
        var id = await DraftAsync(writer);
        var first = SiteForm.Find((await writer.GetPageAsync($"/reports/{id}/edit")).Html, ["text"], null)!;
        await again.PostFormAsync($"/reports/{id}/edit", [("text", "后来的人先保存了")]);
        var clash = await writer.PostAsync(first.Action ?? $"/reports/{id}/edit", [.. first.Values.Where(v => v.Name != "text"), ("text", "先来的人还在写")]);
        Assert.Equal(HttpStatusCode.Conflict, clash.Status);
        Assert.Contains("后来的人先保存了", clash.Html, StringComparison.Ordinal);
        Assert.Contains("先来的人还在写", clash.Html, StringComparison.Ordinal);
        Assert.Equal("后来的人先保存了", await site.LookAsync(db => db.ReportDrafts.Where(d => d.MatterId == id).Select(d => d.Text).SingleAsync(TestContext.Current.CancellationToken)));
        using var stranger = await site.SignInAsync("committee");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetPageAsync($"/reports/{id}/edit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetPageAsync($"/reports/{id}/figures/1")).Status);
    }

    [Fact]
    public async Task Every_changed_byte_of_a_package_is_seen()
    {
        await using var site = await DemoSite.StartAsync();
        using var writer = await site.SignInAsync("secretariat");
        using var head = await site.SignInAsync("secretariathead");
        var id = await DraftAsync(writer);
        await writer.PostFormAsync($"/reports/{id}/edit", [("text", "# 报告\n收到建议{suggestions}件。")]);
        await SubmitAsync(site, writer, id);
        await head.PostFormAsync($"/matters/{id}/issue", [("opinion", "同意")]);
        var package = await head.Http.GetByteArrayAsync($"/reports/{id}/package.zip", TestContext.Current.CancellationToken);
        for (var at = 0; at < package.Length; at += Math.Max(1, package.Length / 300))
        {
            var changed = package.ToArray();
            changed[at] ^= 1;
            Assert.NotEmpty(PackageCheck.Find(changed));
        }

        Assert.NotEmpty(PackageCheck.Find(package[..^1]));
        Assert.NotEmpty(PackageCheck.Find([]));
        // Sealed anew by somebody who changed a number: the records contradict it.
        using var stream = new MemoryStream();
        stream.Write(package);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var rows = zip.GetEntry(Package.RowsFile(1, 0, 1))!;
            rows.Delete();
        }

        var forged = stream.ToArray();
        Sealing.Put(forged);
        Assert.NotEmpty(PackageCheck.Find(forged));
    }

    [Fact]
    public async Task A_reader_without_rights_sees_the_count_and_not_the_matter()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await site.SignInAsync("press");
        var page = await clerk.GetPageAsync("/figures/admission.opened?period=2000-01-01..2100-12-31");
        Assert.Contains("您无权查看这一件", page.Text, StringComparison.Ordinal);
        var names = await site.LookAsync(db => db.Matters.Where(m => m.Procedure == "admission").Select(m => m.Title).ToListAsync(TestContext.Current.CancellationToken));
        Assert.All(names, n => Assert.DoesNotContain(n, page.Text, StringComparison.Ordinal));
        using var deputy = await site.SignInAsync("deputy");
        Assert.Equal(HttpStatusCode.Forbidden, (await deputy.GetPageAsync("/figures")).Status);
    }

    [Fact]
    public async Task The_browser_finds_compares_and_pages()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await site.SignInAsync("clerk");
        Assert.Contains("代表建议比上年同期", (await clerk.GetPageAsync("/figures?q=建议 上年")).Text, StringComparison.Ordinal);
        Assert.Contains("没有这样的数字", (await clerk.GetPageAsync("/figures?q=没有这个")).Text, StringComparison.Ordinal);
        Assert.Contains("\"key\":\"suggestions\"", (await clerk.GetPageAsync("/figures/find?q=代表建议&period=2026")).Html, StringComparison.Ordinal);
        Assert.Contains("代表建议", (await clerk.GetPageAsync("/figures/compare?group=deputies&period=2026")).Text, StringComparison.Ordinal);
        var count = await site.LookAsync(db => db.Matters.CountAsync(m => m.Procedure == "suggestion" && !m.Private && m.OpenedOn.Year == 2026, TestContext.Current.CancellationToken));
        var (seen, path) = (0, "/figures/suggestions?period=2026&by=unit");
        for (var pages = 0; path is not null && pages < 20; pages++)
        {
            var page = await clerk.GetPageAsync(path);
            seen += Row().Count(page.Html);
            path = Next().Match(page.Html) is { Success: true } next ? WebUtility.HtmlDecode(next.Groups[1].Value) : null;
        }

        Assert.Equal(count, seen);
        foreach (var odd in (string[])["/figures/nothing", "/figures/suggestions?period=x&by=y&after=z", "/figures/compare?group=x"])
        {
            Assert.True((await clerk.GetPageAsync(odd)).Status is HttpStatusCode.OK or HttpStatusCode.NotFound, odd);
        }
    }

    // Every digit of the document stands in a run that is a figure or was marked by the author.
    private static void Digits(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));
        var runs = document.MainDocumentPart!.Document!.Descendants<Run>().Where(r => r.InnerText.Any(char.IsDigit)).ToList();
        Assert.True(runs.Count > 5);
        Assert.All(runs, r => Assert.Contains(r.RunProperties?.RunStyle?.Val?.Value, (string[])[DocxExport.FigureStyle, DocxExport.LiteralStyle]));
    }

    private static async Task<Guid> DraftAsync(SiteClient writer)
    {
        var begun = await writer.PostFormAsync("/matters/new/report/draft", [("title", "2026年度工作报告"), ("kind", "annual"), ("from", "2026-01-01"), ("to", "2026-12-31")]);
        Assert.True(begun.Path.StartsWith("/matters/", StringComparison.Ordinal), begun.Text);
        return Guid.Parse(begun.Path.Split('/')[^1]);
    }

    private static async Task<SitePage> SubmitAsync(DemoSite site, SiteClient writer, Guid id)
    {
        var signer = await site.LookAsync(db => (from a in db.Users join p in db.People on a.PersonId equals p.Id where a.UserName == "secretariathead" select p.Name).SingleAsync(TestContext.Current.CancellationToken));
        return await writer.PostFormAsync($"/matters/{id}/submit", [("signer", signer)]);
    }

    [GeneratedRegex("<td data-label=\"日期\">", RegexOptions.None, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("href=\"(?<next>/figures/suggestions[^\"]*after=[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Next();
}
