using System.Net;
using Microsoft.EntityFrameworkCore;
using Renda.Modules.Deputies.Import;
using Renda.Platform.Access;
using Renda.Platform.Spreadsheets;
using Xunit;

namespace Renda.Tests.Modules.Deputies;

public sealed class ImportTests
{
    private static readonly string[] Headers = [.. RosterColumns.All.Select(c => c.Name)];
    private static readonly DateOnly Began = new(DateTime.UtcNow.AddHours(8).Year - 3, 1, 1);

    private static readonly (string Says, Action<object?[]> Spoil)[] Defects =
    [
        ("第九十届还没有登记", r => r[1] = "第九十届"),
        ("不在代表团名单里", r => r[2] = "天上代表团"),
        ("行政区划里没有“天上市”", r => r[3] = "天上市"),
        ("不是一个存在的日期", r => r[4] = "2024-02-30"),
        ("应当是“选举”或者“补选”", r => r[5] = "任命"),
        ("没有叫“天上委员会”的委员会", r => r[6] = "天上委员会"),
        ("早于开始日期", r => (r[4], r[7], r[8]) = (Began.AddDays(500), Began.AddDays(400), "辞职")),
        ("没有填写", r => r[0] = null),
        ("不在第十四届任期内", r => r[4] = Began.AddDays(-1)),
        ("没有写怎样离任", r => r[7] = Began.AddDays(5)),
    ];

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_a_thousand_rows_every_good_one_comes_in_and_every_bad_one_is_listed_or_nothing_comes_in(string kind)
    {
        await using var site = await DemoSite.OnAsync(kind);
        using var clerk = await site.SignInAsync("clerk");
        var (before, people) = (await CountAsync(site), await site.LookAsync(db => db.People.CountAsync()));
        List<object?[]> rows = [.. Enumerable.Range(0, 1_000).Select(Row)];
        List<(int Row, string Says)> bad = [];
        for (var n = 0; n < 300; n++)
        {
            var (says, spoil) = Defects[n % Defects.Length];
            spoil(rows[n * 3]);
            bad.Add(((n * 3) + 2, says));
        }

        rows[1] = [.. rows[4]]; // The same row twice: the second is one too many.
        bad.Add((6, "与第 3 行重复"));
        rows[7][0] = rows[10][0];
        (rows[10][2], rows[10][3]) = ("平澜代表团", "平澜市"); // The same name elsewhere at the same time.
        bad.Add((12, "重叠"));

        var shown = await CheckAsync(clerk, rows);
        Assert.Contains($"有问题 {bad.Count} 行", shown.Text, StringComparison.Ordinal);
        foreach (var (row, says) in bad)
        {
            Assert.Contains(Lines(shown), l => l.StartsWith($"{row} ", StringComparison.Ordinal) && l.Contains(says, StringComparison.Ordinal));
        }

        Assert.Equal(bad.Count, Lines(shown).Select(l => l.Split(' ')[0]).Distinct().Count());
        var nothing = await TakeAsync(clerk, shown, evenSo: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Contains("一行也没有导入", nothing.Text, StringComparison.Ordinal);
        Assert.Equal((before, people), (await CountAsync(site), await site.LookAsync(db => db.People.CountAsync())));

        var taken = await TakeAsync(clerk, shown, evenSo: true);
        Assert.Contains($"已导入 {1_000 - bad.Count} 行", taken.Text, StringComparison.Ordinal);
        Assert.Equal(before + 1_000 - bad.Count, await CountAsync(site));
        Assert.Equal(1_000 - bad.Count, await site.LookAsync(db => db.Posts.CountAsync(p => p.Kind == Posts.Deputy && db.People.Any(x => x.Id == p.PersonId && x.Name.StartsWith("代表甲")))));
        Assert.Equal(1_000 - bad.Count, await site.LookAsync(db => db.RosterEvents.CountAsync(e => e.What.StartsWith("导入"))));

        var again = await CheckAsync(clerk, [.. rows.Where((_, i) => bad.All(b => b.Row != i + 2))]);
        Assert.Contains($"已经在册 {1_000 - bad.Count} 行", again.Text, StringComparison.Ordinal);
        Assert.Contains("可以导入 0 行", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_exported_goes_in_again_and_adds_nothing_and_a_changed_row_is_said()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await site.SignInAsync("clerk");
        var exported = await clerk.Http.GetByteArrayAsync("/deputies.xlsx?term=14", TestContext.Current.CancellationToken);
        var page = await clerk.PostFormAsync("/deputies/import", [], [("File", "名册.xlsx", exported)]);
        Assert.Contains("可以导入 0 行", page.Text, StringComparison.Ordinal);
        Assert.Contains("已经在册 72 行", page.Text, StringComparison.Ordinal);
        Assert.Contains("有问题 0 行", page.Text, StringComparison.Ordinal);

        var changed = await CheckAsync(clerk, [["陈敏之", "十四", "岚江代表团", "平澜市", Began, null, null, null, null]]);
        Assert.Contains("内容与这一行不同", changed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Namesakes_are_told_apart_by_their_delegation_or_said_to_be_others()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await site.SignInAsync("clerk");
        // Two 李明 are on the roster already, of two delegations; this is a third one.
        object?[] row = ["李明", "第十四届", "秋原代表团", "990800", Began, "补选", "省人大财政经济委员会（副主任委员）", null, null];
        Assert.Contains("分不清是哪一位", (await CheckAsync(clerk, [row])).Text, StringComparison.Ordinal);
        row[0] = "李明（同名）";
        await TakeAsync(clerk, await CheckAsync(clerk, [row]), evenSo: false);
        Assert.Equal(3, await site.LookAsync(db => db.People.CountAsync(p => p.Name == "李明")));
        Assert.Equal("副主任委员", await site.LookAsync(db => db.MandatePeriods.OrderByDescending(p => p.Id).Select(p => p.Office).FirstAsync()));
        Assert.Contains("已经在册 1 行", (await CheckAsync(clerk, [row])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_empty_workbook_can_be_filled_in_and_other_files_are_refused_with_a_sentence()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await site.SignInAsync("clerk");
        var template = await clerk.Http.GetByteArrayAsync("/deputies/template.xlsx", TestContext.Current.CancellationToken);
        Assert.Contains("表头下面没有内容", (await clerk.PostFormAsync("/deputies/import", [], [("File", "名册.xlsx", template)])).Text, StringComparison.Ordinal);
        Assert.Contains("这不是 Excel 表格文件", (await clerk.PostFormAsync("/deputies/import", [], [("File", "名册.xlsx", "文字"u8.ToArray())])).Text, StringComparison.Ordinal);
        Assert.Contains("请选择 .xlsx 文件", (await clerk.PostFormAsync("/deputies/import", [], [])).Text, StringComparison.Ordinal);
    }

    private static object?[] Row(int n) => [$"代表甲{n}", "第十四届", "岚江代表团", n % 2 == 0 ? "岚江市" : "990100", Began, n % 5 == 0 ? "补选" : null, n % 7 == 0 ? "省人大财政经济委员会" : null, null, null];

    private static Task<int> CountAsync(DemoSite site) => site.LookAsync(db => db.Mandates.CountAsync());

    private static async Task<SitePage> CheckAsync(SiteClient clerk, IEnumerable<object?[]> rows)
    {
        using var file = new MemoryStream();
        await SheetWriter.Write(file, "名册", Headers, rows.Select(r => (IReadOnlyList<object?>)r).ToAsyncEnumerable(), CancellationToken.None);
        return await clerk.PostFormAsync("/deputies/import", [], [("File", "名册.xlsx", file.ToArray())]);
    }

    private static Task<SitePage> TakeAsync(SiteClient clerk, SitePage shown, bool evenSo)
    {
        var form = SiteForm.Find(shown.Html, ["paper"], "Take")!;
        return clerk.PostAsync("/deputies/import?handler=Take", [.. form.Values.Where(v => v.Name != "evenSo"), ("evenSo", evenSo ? "true" : "false")]);
    }

    private static IEnumerable<string> Lines(SitePage page) => page.Html.Split("<tr>").Skip(2).Select(SiteForm.Plain);
}
