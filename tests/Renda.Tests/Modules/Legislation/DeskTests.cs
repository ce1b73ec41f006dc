using System.Net;
using Microsoft.EntityFrameworkCore;
using Renda.Modules.Demo;
using Renda.Platform.Records;
using Renda.Platform.Spreadsheets;
using Renda.Platform.Web;
using Xunit;

namespace Renda.Tests.Modules.Legislation;

/// <summary>What the legal office does with comments, until every one has an answer.</summary>
public sealed class DeskTests
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Like_comments_are_answered_with_one_press_and_the_next_group_stands_ready(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var legal = await site.SignInAsync("legal");
        var round = await Hall.RoundAsync(site);
        var home = $"/matters/{round.MatterId}/comments";
        var list = await legal.GetPageAsync(home);
        Assert.Contains("第八条，15 条", list.Text, StringComparison.Ordinal); // Eleven and four that are worded alike.
        var group = await site.LookAsync(db => db.CommentGroups.Where(g => g.MatterId == round.MatterId).OrderByDescending(g => g.Size).FirstAsync());
        var page = await legal.GetPageAsync($"{home}/groups/{group.Id}?open=true");
        Assert.Contains("这样写的 11 条", page.Text, StringComparison.Ordinal);
        Assert.Contains("没有选处理结果", (await legal.PostFormAsync($"{home}/groups/{group.Id}?open=true", [("reason", "无")])).Text, StringComparison.Ordinal);
        Assert.Contains("要写明理由", (await legal.PostFormAsync($"{home}/groups/{group.Id}?open=true", [("result", "NotAdopted")])).Text, StringComparison.Ordinal);
        var done = await legal.PostFormAsync($"{home}/groups/{group.Id}?open=true", [("result", "Partly"), ("reason", "改为八点半。")]);
        Assert.Contains("15 条处理为“部分采纳”", done.Text, StringComparison.Ordinal);
        Assert.Contains("/comments/groups/", done.Path, StringComparison.Ordinal);
        Assert.DoesNotContain($"{group.Id}", done.Path, StringComparison.Ordinal);

        // Who still has the old form in view is told; nothing is done twice.
        var stale = await legal.PostFormAsync($"{home}/groups/{group.Id}", [("result", "Adopted"), ("reason", ""), ("seen", "")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.Status);
        Assert.Contains("已经处理为“部分采纳”", stale.Text, StringComparison.Ordinal);
        // A changed mind adds a row.
        await legal.PostFormAsync($"{home}/groups/{group.Id}", [("result", "Adopted"), ("reason", "")]);
        Assert.Equal(2, await site.LookAsync(db => db.CommentDispositions.CountAsync(d => d.GroupId == group.Id)));
        Assert.Equal(15, await site.LookAsync(db => db.PublicComments.CountAsync(c => c.GroupId == group.Id && c.Result == Renda.Modules.Legislation.Consultation.CommentResult.Adopted)));
        Assert.Contains("护", (await legal.GetPageAsync($"{home}?q=保护")).Text, StringComparison.Ordinal);
        using var export = await legal.Http.GetAsync($"{home}.xlsx", TestContext.Current.CancellationToken);
        using var content = new MemoryStream(await export.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(53, Assert.IsType<Sheet>(SheetReader.Read(content)).Rows.Count);
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_round_closes_with_the_numbers_of_its_rows_and_is_told_of_when_all_are_answered(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var legal = await site.SignInAsync("legal");
        using var visitor = site.Visit();
        var round = await Hall.RoundAsync(site);
        var (matter, today) = (round.MatterId, Display.Date(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(8))));
        var form = await legal.GetPageAsync($"/matters/{matter}/close-consultation");
        Assert.Contains("value=\"52\"", form.Html, StringComparison.Ordinal);
        Assert.Contains("共收到意见 52 条", form.Text, StringComparison.Ordinal);
        var wrong = await legal.PostFormAsync($"/matters/{matter}/close-consultation", [("closed-on", today), ("received", "60"), ("shorter", "另有安排。")]);
        Assert.Contains("系统里登记的是 52 条", wrong.Text, StringComparison.Ordinal);
        await legal.PostFormAsync($"/matters/{matter}/close-consultation", [("closed-on", today), ("shorter", "另有安排。")]);
        Assert.NotNull((await Hall.RoundAsync(site)).ClosedOn);
        Assert.Contains("已经结束", (await Hall.SayAsync(site, visitor, matter, "来晚了")).Text, StringComparison.Ordinal);

        var early = await legal.PostFormAsync($"/matters/{matter}/tell-outcome", [("on", today), ("where", "网站")]);
        Assert.Contains("还有 52 条意见没有处理结果", early.Text, StringComparison.Ordinal);
        foreach (var open in await site.LookAsync(db => db.CommentGroups.Where(g => g.MatterId == matter && g.Open > 0).Select(g => g.Id).ToListAsync()))
        {
            var answered = await legal.PostFormAsync($"/matters/{matter}/comments/groups/{open}", [("result", "Explained"), ("reason", "另行研究。")]);
            Assert.True(answered.Status == HttpStatusCode.OK, answered.Text);
        }

        var told = await legal.PostFormAsync($"/matters/{matter}/tell-outcome", [("on", today), ("where", "网站")]);
        Assert.False(told.Path.EndsWith("/tell-outcome", StringComparison.Ordinal), told.Text);
        var record = await site.LookAsync(db => db.Records.Where(r => r.MatterId == matter).OrderByDescending(r => r.Sequence).FirstAsync());
        Assert.Contains(RecordJson.ReadPapers(record.Papers), p => p.Name.EndsWith("公众意见处理情况.xlsx", StringComparison.Ordinal));
        Assert.Contains("另行研究", (await visitor.GetPageAsync($"/consultations/{matter}")).Text, StringComparison.Ordinal);
        var group = await site.LookAsync(db => db.CommentGroups.Where(g => g.MatterId == matter).Select(g => g.Id).FirstAsync());
        Assert.DoesNotContain("确定，看下一组", (await legal.GetPageAsync($"/matters/{matter}/comments/groups/{group}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_seen_by_the_legal_office_alone_on_the_log_and_erased_in_time()
    {
        await using var site = await DemoSite.StartAsync();
        using var visitor = site.Visit();
        using var legal = await site.SignInAsync("legal");
        using var committee = await site.SignInAsync("committee");
        using var unit = await site.SignInAsync("unit");
        var matter = (await Hall.RoundAsync(site)).MatterId;
        const string text = "湖边的路灯到了晚上不亮，请写明谁来修。";
        Hall.Code(await Hall.SayAsync(site, visitor, matter, text));
        var one = $"/matters/{matter}/comments/{(await Hall.CommentAsync(site, text)).Id}";
        foreach (var (client, path) in new[] { (visitor, $"/consultations/{matter}"), (legal, $"/matters/{matter}"), (legal, one), (committee, one), (committee, $"/matters/{matter}/comments?q=路灯") })
        {
            Assert.DoesNotContain(Hall.Reach, (await client.GetPageAsync(path)).Html, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await committee.GetPageAsync($"/matters/{matter}/comments")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await unit.GetPageAsync($"/matters/{matter}/comments")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await committee.GetPageAsync($"/matters/{matter}/comments/new")).Status);
        Assert.Contains(Hall.Reach, (await legal.PostFormAsync(one, [], handler: "Sender")).Text, StringComparison.Ordinal);
        Assert.True(await site.LookAsync(db => db.AccountEvents.AnyAsync(e => e.What.StartsWith("查看提意见人"))));
        var erasing = new Renda.Modules.Legislation.Consultation.CommentErasing();
        var day = new DateOnly(2040, 1, 1);
        Assert.Equal(0, await site.LookAsync(db => erasing.EraseAsync(db, day)));
        await site.LookAsync(db => db.CommentSenders.ExecuteUpdateAsync(s => s.SetProperty(x => x.EraseOn, day)));
        Assert.Equal(0, await site.LookAsync(db => erasing.EraseAsync(db, day.AddDays(-1))));
        Assert.Equal(1, await site.LookAsync(db => erasing.EraseAsync(db, day)));
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_came_on_paper_is_registered_one_by_one_or_as_a_list_and_once(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var legal = await site.SignInAsync("legal");
        var matter = (await Hall.RoundAsync(site)).MatterId;
        var home = $"/matters/{matter}/comments";
        var page = await legal.PostFormAsync($"{home}/new", [("text", "信上写：希望公园里多放几把有靠背的椅子。"), ("on", "art-6"), ("source", "Letter"), ("name", "李老师")], [("file", "来信.txt", "原件"u8.ToArray())]);
        Assert.Contains("已经登记", page.Text, StringComparison.Ordinal);
        var comment = await Hall.CommentAsync(site, "信上写：希望公园里多放几把有靠背的椅子。");
        Assert.Equal("第六条", comment.Article);
        using var paper = await legal.Http.GetAsync($"{home}/{comment.Id}/paper", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, paper.StatusCode);

        var rows = new object?[][] { ["多种本地树种，少种草坪。", "第五条", "座谈会", "2026-01-05", "", ""], ["这一行的条文不存在。", "第九十条", "来信", "2026-01-05", "", ""], ["", "", "鸽子", "2026-01-05", "", ""] };
        using var book = new MemoryStream();
        await SheetWriter.Write(book, "意见", ["意见", "条文", "方式", "收到日期", "姓名", "联系方式"], rows.ToAsyncEnumerable().Select(r => (IReadOnlyList<object?>)r), TestContext.Current.CancellationToken);
        for (var round = 0; round < 2; round++)
        {
            var looked = await legal.PostFormAsync($"{home}/import", [], [("File", "清单.xlsx", book.ToArray())]);
            Assert.Contains("草案里没有“第九十条”", looked.Text, StringComparison.Ordinal);
            Assert.Contains("没有“鸽子”这种方式", looked.Text, StringComparison.Ordinal);
            if (round == 0)
            {
                var form = SiteForm.Find(looked.Html, ["evenSo"], "Take")!;
                var taken = await legal.PostAsync(form.Action!, [.. form.Values.Where(v => v.Name != "evenSo"), ("evenSo", "true")]);
                Assert.Contains("已登记 1 条", taken.Text, StringComparison.Ordinal);
            }
            else
            {
                Assert.Contains("1 条，不重复写入", looked.Text, StringComparison.Ordinal);
            }
        }

        Assert.Equal(1, await site.LookAsync(db => db.PublicComments.CountAsync(c => c.Text == "多种本地树种，少种草坪。" && c.PaperId != null)));
        await Assert.ThrowsAnyAsync<Exception>(() => site.LookAsync(db => db.PublicComments.Where(c => c.Id == comment.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Text, "改过的"))));
        await Assert.ThrowsAnyAsync<Exception>(() => site.LookAsync(db => db.PublicComments.Where(c => c.Id == comment.Id).ExecuteDeleteAsync()));
    }

    [Fact]
    public async Task Reports_count_comments()
    {
        await using var site = await DemoSite.StartAsync();
        using var legal = await site.SignInAsync("legal");
        foreach (var key in (string[])["comments-received", "comments-adopted", "comments-open", "comments-adopted-share"])
        {
            foreach (var by in (string[])["month", "unit", "stage"])
            {
                Assert.Equal(HttpStatusCode.OK, (await legal.GetPageAsync($"/figures/{key}?by={by}")).Status);
            }
        }
    }
}
