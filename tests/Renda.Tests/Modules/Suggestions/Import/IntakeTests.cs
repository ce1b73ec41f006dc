using System.Net;
using Microsoft.EntityFrameworkCore;
using Renda.Modules.Suggestions;
using Renda.Platform.Spreadsheets;
using Xunit;

namespace Renda.Tests.Modules.Suggestions.Import;

/// <summary>A clerk takes a register in at the page.</summary>
public sealed class IntakeTests
{
    private static readonly DateOnly Handed = new(2026, 3, 2);

    private static readonly (string Says, Action<object?[]> Spoil)[] Defects =
    [
        ("没有填写", r => r[1] = null),
        ("不是一个存在的日期", r => r[7] = "2026-02-30"),
        ("早于提交日期", r => r[8] = Handed.AddDays(-1)),
        ("有交办日期，却没有主办单位", r => r[5] = null),
        ("既是主办单位又是协办单位", r => r[6] = r[5]),
        ("还没有到", r => (r[7], r[8]) = (new DateOnly(2999, 1, 1), new DateOnly(2999, 1, 2))),
        ("只能填一个", r => r[3] = "甲甲、乙乙"),
        ("应当是名称", r => r[5] = 7),
        ("没有填写", r => r[7] = null),
        ("不承办代表建议", r => r[5] = "岚江代表团"),
    ];

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_a_thousand_rows_every_good_one_comes_in_and_every_bad_one_is_listed_or_nothing_comes_in(string kind)
    {
        await using var site = await DemoSite.OnAsync(kind);
        using var clerk = await site.SignInAsync("clerk");
        var before = await CountAsync(site);
        List<object?[]> rows = [.. Enumerable.Range(0, 1_000).Select(Row)];
        List<(int Row, string Says)> bad = [];
        for (var n = 0; n < 300; n++)
        {
            var (says, spoil) = Defects[n % Defects.Length];
            rows[n * 3][3] = $"错行{n}"; // Whom only a bad row names is not made a deputy.
            spoil(rows[n * 3]);
            bad.Add(((n * 3) + 2, says));
        }

        rows[1][0] = rows[4][0]; // The same number twice: the second is one too many.
        bad.Add((6, "与第 3 行重复"));

        var shown = await CheckAsync(clerk, rows);
        Assert.Contains($"有问题 {bad.Count} 件", shown.Text, StringComparison.Ordinal);
        var lines = shown.Html.Split("<tr>").Skip(2).Select(SiteForm.Plain).ToList();
        foreach (var (row, says) in bad)
        {
            Assert.Contains(lines, l => l.StartsWith($"{row} ", StringComparison.Ordinal) && l.Contains(says, StringComparison.Ordinal));
        }

        Assert.Equal(bad.Count, lines.Select(l => l.Split(' ')[0]).Distinct().Count());
        var nothing = await TakeAsync(clerk, shown, evenSo: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Contains("一件也没有导入", nothing.Text, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync(site));

        var taken = await TakeAsync(clerk, shown, evenSo: true);
        Assert.Contains($"已导入 {1_000 - bad.Count} 件", taken.Text, StringComparison.Ordinal);
        Assert.Equal(before + 1_000 - bad.Count, await CountAsync(site));
        Assert.Equal(0, await site.LookAsync(db => db.People.CountAsync(p => p.Name.StartsWith("错行"))));
        Assert.True(await site.LookAsync(db => db.Records.Where(r => r.Step == "import" && r.Particulars.Contains("台账第")).AllAsync(r => r.PersonId != null)));

        var again = await CheckAsync(clerk, rows.Where((_, i) => bad.All(b => b.Row != i + 2)));
        Assert.Contains($"已经在库 {1_000 - bad.Count} 件", again.Text, StringComparison.Ordinal);
        Assert.Contains("可以导入 0 件", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_empty_workbook_can_be_filled_in_and_what_is_no_register_is_refused_with_a_sentence()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await site.SignInAsync("clerk");
        var template = await clerk.Http.GetByteArrayAsync("/suggestions/template.xlsx", TestContext.Current.CancellationToken);
        Assert.Contains("表头下面没有内容", (await PostAsync(clerk, template)).Text, StringComparison.Ordinal);
        Assert.Contains("这不是 Excel 表格文件", (await PostAsync(clerk, "文字"u8.ToArray())).Text, StringComparison.Ordinal);
        Assert.Contains("请选择 .xlsx 文件", (await clerk.PostFormAsync("/suggestions/import", [], [])).Text, StringComparison.Ordinal);
        Assert.Contains($"{ImportModel.MostRows}", (await CheckAsync(clerk, Enumerable.Range(0, ImportModel.MostRows + 1).Select(Row))).Text, StringComparison.Ordinal);
    }

    private static object?[] Row(int n) =>
        [$"2026-{7000 + n}", $"台账第{n}件", "道路失修。建议养护。", "新人甲", null, "省测试厅", n % 4 == 0 ? "省试验厅" : null, Handed, Handed.AddDays(3)];

    private static Task<int> CountAsync(DemoSite site) => site.LookAsync(db => db.Suggestions.CountAsync());

    private static async Task<SitePage> CheckAsync(SiteClient clerk, IEnumerable<object?[]> rows)
    {
        using var file = new MemoryStream();
        await SheetWriter.Write(file, "台账", Registers.Headers, rows.Select(r => (IReadOnlyList<object?>)r).ToAsyncEnumerable(), CancellationToken.None);
        return await PostAsync(clerk, file.ToArray());
    }

    private static Task<SitePage> PostAsync(SiteClient clerk, byte[] file) => clerk.PostFormAsync("/suggestions/import", [], [("File", "台账.xlsx", file)]);

    private static Task<SitePage> TakeAsync(SiteClient clerk, SitePage shown, bool evenSo)
    {
        var form = SiteForm.Find(shown.Html, ["paper"], "Take")!;
        return clerk.PostAsync("/suggestions/import?handler=Take", [.. form.Values.Where(v => v.Name != "evenSo"), ("evenSo", evenSo ? "true" : "false")]);
    }
}
