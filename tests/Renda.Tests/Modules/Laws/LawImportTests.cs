using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Renda.Tests.Modules.Laws;

/// <summary>A library kept before, brought in at once: each file is judged, nothing is invented, nothing comes in twice.</summary>
public sealed partial class LawImportTests
{
    private const string Caption = "（2016年3月1日测试省人民代表大会常务委员会第三次会议通过）\n\n";
    private static readonly string Plain = LawDesk.Text("测试省养蚕条例", "为了养蚕，制定本条例。", "本条例自2016年5月1日起施行。").Replace("\n\n第一条", $"\n\n{Caption}第一条", StringComparison.Ordinal);
    private static readonly string Revised = Plain.Replace("通过）", "通过　2020年6月12日测试省人民代表大会常务委员会第九次会议修订）", StringComparison.Ordinal).Replace("2016年5月1日", "2020年9月1日", StringComparison.Ordinal).Replace("为了养蚕", "为了养好蚕", StringComparison.Ordinal);
    private static readonly string Amended = Plain.Replace("通过）", "通过　2021年7月1日测试省人民代表大会常务委员会第十次会议修正）", StringComparison.Ordinal).Replace("养蚕", "植桑", StringComparison.Ordinal);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Good_files_come_in_once_and_the_others_are_named_with_their_reason(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var legal = await site.SignInAsync("legal");
        var before = await site.LookAsync(db => db.Laws.CountAsync());
        var shown = await LookAsync(legal, ("新.txt", LawDesk.Bytes(Revised)), ("旧.md", LawDesk.Bytes(Plain)), ("又一份.txt", LawDesk.Bytes(Plain)), ("植桑.txt", LawDesk.Bytes(Amended)), ("坏.docx", "PK\u0003\u0004坏了"u8.ToArray()), ("信.txt", "此致\n"u8.ToArray()));
        Assert.Contains("可以收入 2 部，新文本 1 个", shown.Text, StringComparison.Ordinal);
        Assert.Contains("先前已在库 1 个", shown.Text, StringComparison.Ordinal);
        Assert.Contains("不能收入 2 个", shown.Text, StringComparison.Ordinal);
        Assert.Contains("题注写明 2021-07-01 修正", shown.Text, StringComparison.Ordinal);
        Assert.Equal(before, await site.LookAsync(db => db.Laws.CountAsync()));

        var taken = await TakeAsync(legal, shown);
        Assert.Contains("已收入 2 部，新文本 1 个", taken.Text, StringComparison.Ordinal);
        var again = await TakeAsync(legal, shown);
        Assert.Contains("已收入 0 部，新文本 0 个", again.Text, StringComparison.Ordinal);
        Assert.Equal(before + 2, await site.LookAsync(db => db.Laws.CountAsync()));
        var law = await site.LookAsync(db => db.Laws.SingleAsync(l => l.Title == "测试省养蚕条例"));
        Assert.Equal((new DateOnly(2016, 3, 1), new DateOnly(2016, 5, 1), new DateOnly(2020, 9, 1)), (law.PassedOn, law.First!.Value, law.Latest));
        Assert.Null(await site.LookAsync(db => db.Laws.Where(l => l.Title == "测试省植桑条例").Select(l => l.First).SingleAsync()));

        var report = await legal.PostAsync("/laws/import?handler=Report", Fields(again));
        Assert.Equal(HttpStatusCode.OK, report.Status);
    }

    [Fact]
    public async Task A_day_the_person_writes_stands_where_the_text_says_none()
    {
        await using var site = await DemoSite.StartAsync();
        using var legal = await site.SignInAsync("legal");
        var shown = await LookAsync(legal, ("植桑.txt", LawDesk.Bytes(Amended)));
        var paper = Fields(shown).Single(f => f.Name == "paper").Value;
        await legal.PostAsync("/laws/import?handler=Take", [.. Fields(shown), ($"from-{paper}", "2021-07-10")]);
        Assert.Equal(new DateOnly(2021, 7, 10), await site.LookAsync(db => db.Laws.Where(l => l.Title == "测试省植桑条例").Select(l => l.First).SingleAsync()));
    }

    [Fact]
    public async Task An_archive_is_opened_and_one_that_swells_is_not()
    {
        await using var site = await DemoSite.StartAsync();
        using var legal = await site.SignInAsync("legal");
        var shown = await LookAsync(legal, ("库.zip", Zip(("一/养蚕.txt", LawDesk.Bytes(Plain)), ("__MACOSX/x", [1]))));
        Assert.Contains("可以收入 1 部", shown.Text, StringComparison.Ordinal);
        var swelling = await LookAsync(legal, ("弹.zip", Zip([.. Enumerable.Range(0, 7).Select(n => ($"{n}.txt", new byte[48 * 1024 * 1024]))])));
        Assert.Contains("没有打开", swelling.Text, StringComparison.Ordinal);
        Assert.Contains("已经损坏", (await LookAsync(legal, ("坏.zip", Encoding.UTF8.GetBytes("PK坏")))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await legal.PostFormAsync("/laws/import", [("send", "1")], [])).Status);
    }

    private static Task<SitePage> LookAsync(SiteClient legal, params (string Name, byte[] Content)[] files) =>
        legal.PostFormAsync("/laws/import", [("send", "1")], files.Select(f => ("files", f.Name, f.Content)));

    private static Task<SitePage> TakeAsync(SiteClient legal, SitePage shown) => legal.PostAsync("/laws/import?handler=Take", Fields(shown));

    private static List<(string Name, string Value)> Fields(SitePage page) =>
        [.. Inputs().Matches(page.Html).Select(m => (m.Groups["name"].Value, m.Groups["value"].Value)).DistinctBy(f => f)];

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        var made = new MemoryStream();
        using (var zip = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return made.ToArray();
    }

    [GeneratedRegex("name=\"(?<name>paper|__RequestVerificationToken)\" (type=\"hidden\" )?value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inputs();
}
