using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Spreadsheets;
using Renda.Procedures;
using Xunit;

namespace Renda.Tests.Modules.Contact;

/// <summary>Pairs from a workbook: every bad row is listed, and nothing comes in twice.</summary>
public sealed class PairImportTests
{
    private static readonly string[] Headers = ["联系人", "联系的代表", "联系的群众或者地区", "名称"];

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Every_bad_row_is_listed_and_the_good_ones_come_in_once(string kind)
    {
        await using var site = await DemoSite.OnAsync(kind);
        using var clerk = await site.SignInAsync("clerk");
        var member = await site.LookAsync(db => db.Users.Where(u => u.UserName == "member").Join(db.People, u => u.PersonId, p => p.Id, (_, p) => p.Name).SingleAsync());
        List<object?[]> rows =
        [
            [member, "陈敏之、周若川", null, "导入测试一"],
            ["查无此人", "陈敏之", null, "导入测试二"],
            [member, null, null, "导入测试三"],
            ["陈敏之", "陈敏之", null, "导入测试四"],
            ["陈敏之", null, "望湖街道代表联络站", "导入测试五"],
            [member, "陈敏之", null, "导入测试一"],
            [null, "陈敏之", null, "导入测试七"],
            [member, "陈敏之", "某街道", "导入测试八"],
        ];
        var shown = await CheckAsync(clerk, rows);
        foreach (var (row, says) in (IEnumerable<(int, string)>)[(3, "查无此人"), (4, "要填一项"), (5, "不能同时是所联系的代表"), (7, "与第 2 行相同"), (8, "没有填写"), (9, "只能填一项")])
        {
            Assert.Matches($">{row}</td>.*{says}", shown.Html.Split("<tr>").First(l => l.Contains($">{row}</td>", StringComparison.Ordinal)).ReplaceLineEndings(" "));
        }

        Assert.Contains("有问题 6 行", shown.Text, StringComparison.Ordinal);
        Assert.Contains("可以登记 2 件", shown.Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(site));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await TakeAsync(clerk, shown, evenSo: false)).Status);
        Assert.Equal(0, await CountAsync(site));
        Assert.Contains("已登记 2 件", (await TakeAsync(clerk, shown, evenSo: true)).Text, StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync(site));
        // Once more, and the same rows from another file: they are there.
        Assert.Contains("先前已经登记 2 件", (await TakeAsync(clerk, shown, evenSo: true)).Text, StringComparison.Ordinal);
        Assert.Contains("已经登记 1 件", (await CheckAsync(clerk, [rows[0]])).Text, StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync(site));
        using var deputy = await site.SignInAsync("deputy");
        Assert.Equal(HttpStatusCode.Forbidden, (await deputy.GetPageAsync("/contact/import")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await deputy.GetPageAsync("/contact/template.xlsx")).Status);
    }

    [Fact]
    public async Task Nobody_keeps_in_touch_with_themselves()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await site.SignInAsync("clerk");
        using var deputy = await site.SignInAsync("deputy");
        var alone = await clerk.PostFormAsync("/matters/new/contact-visit/arrange", [("title", "自己联系自己"), ("kind", "member"), ("contact", "陈敏之"), ("contacted", "陈敏之")]);
        Assert.Contains("联系人不能同时是所联系的代表", alone.Text, StringComparison.Ordinal);
        var planned = await deputy.PostFormAsync("/matters/new/contact-visit/plan", [("title", "自己联系自己"), ("kind", "member"), ("contacted", "陈敏之")]);
        Assert.Contains("联系人不能同时是所联系的代表", planned.Text, StringComparison.Ordinal);
        // Nor does anybody of the demo office.
        Assert.False(await site.LookAsync(db => db.Parties.AnyAsync(p => p.Role == "contact" && db.Parties.Any(o => o.MatterId == p.MatterId && o.Role == "contacted" && o.PersonId == p.PersonId))));
    }

    [Fact]
    public async Task What_is_rolled_back_keeps_no_version_of_the_rules_for_known()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        await office.HoldAsync("member", "人事代表工作委员会", Posts.Member);
        var request = Particulars.Of(("title", "联系"), ("kind", "member"), ("contact", $"{office.Person("member")}"), ("contacted", $"{office.Person("deputy")}"));
        await using var scope = office.App.Services.CreateAsyncScope();
        var (db, acts) = (scope.ServiceProvider.GetRequiredService<Renda.Database.RendaDb>(), scope.ServiceProvider.GetRequiredService<Acts>());
        var clerk = await office.Actor("clerk");
        foreach (var keep in (bool[])[false, true])
        {
            await Renda.Database.Transactions.InTransactionAsync(db, async () =>
            {
                for (var n = 0; n < 2; n++)
                {
                    Assert.IsType<Outcome.Done>(await acts.BeginAsync(clerk, "contact-visit", new ActRequest("arrange", request, null, Guid.NewGuid())));
                }

                return keep;
            }, k => k);
        }

        Assert.True(await office.WithDb(d => d.RuleVersions.AnyAsync(v => v.Procedure == "contact-visit")));
    }

    private static async Task<SitePage> CheckAsync(SiteClient client, IReadOnlyList<object?[]> rows)
    {
        using var book = new MemoryStream();
        await SheetWriter.Write(book, "名单", Headers, rows.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        return await client.PostFormAsync("/contact/import", [], [("File", "名单.xlsx", book.ToArray())]);
    }

    private static async Task<SitePage> TakeAsync(SiteClient client, SitePage shown, bool evenSo)
    {
        var form = SiteForm.Find(shown.Html, ["paper"], "Take")!;
        return await client.PostAsync(form.Action!, [.. form.Values.Where(v => v.Name != "evenSo"), ("evenSo", evenSo ? "true" : "false")]);
    }

    private static Task<int> CountAsync(DemoSite site) => site.LookAsync(db => db.Matters.CountAsync(m => m.Title.StartsWith("导入测试")));
}
