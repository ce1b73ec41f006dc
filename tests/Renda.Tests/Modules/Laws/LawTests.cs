using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Renda.Tests.Modules.Laws;

/// <summary>A law in the library: its texts as of a day, corrected, compared, found by article, and repealed.</summary>
public sealed class LawTests
{
    private const string Title = "测试省海带养殖条例";
    private static readonly string First = LawDesk.Text(Title, "为了规范海带养殖，制定本条例。", "养殖海带应当登记。", "未登记的，处一千元罚款。", "本条例自2015年1月1日起施行。");
    private static readonly string Second = LawDesk.Text(Title, "为了规范海带养殖，制定本条例。", "养殖海带应当向渔业部门登记，登记不收费。", "未登记的，处一千元罚款。", "本条例自2015年1月1日起施行。");
    private static readonly string Third = LawDesk.Text(Title, "为了规范海带养殖，制定本条例。", "养殖区由县级人民政府划定。", "养殖海带应当向渔业部门登记，登记不收费。", "未登记的，责令补办。", "本条例自2015年1月1日起施行。");

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Three_texts_are_read_as_of_a_day_compared_corrected_and_repealed(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var legal = await site.SignInAsync("legal");
        var id = await LawDesk.EnterAsync(site, legal, Title, First, "2015-01-01");
        Assert.Contains("新文本", (await LawDesk.AddAsync(legal, id, "2018年修正", Second, "2018-06-01")).Text, StringComparison.Ordinal);
        var same = await LawDesk.AddAsync(legal, id, "2018年再修正", Third, "2018-06-01");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, same.Status);
        Assert.Contains("已有从 2018-06-01 起施行的文本", same.Text, StringComparison.Ordinal);
        await LawDesk.AddAsync(legal, id, "2022年修订", Third, "2022-03-01");

        Assert.Contains("没有施行的文本", (await legal.GetPageAsync($"/laws/{id}?on=2014-12-31")).Text, StringComparison.Ordinal);
        Assert.Contains("养殖海带应当登记。", (await legal.GetPageAsync($"/laws/{id}?on=2018-05-31")).Text, StringComparison.Ordinal);
        Assert.Contains("登记不收费", (await legal.GetPageAsync($"/laws/{id}?on=2018-06-01")).Text, StringComparison.Ordinal);
        var now = await legal.GetPageAsync($"/laws/{id}");
        Assert.Contains("id=\"art-2\"", now.Html, StringComparison.Ordinal);
        Assert.Contains("由县级人民政府划定", now.Text, StringComparison.Ordinal);

        var table = await legal.GetPageAsync($"/laws/{id}/compare?old=1&new=2");
        Assert.Contains("<ins>", table.Html, StringComparison.Ordinal);
        var history = await legal.GetPageAsync($"/laws/{id}/history");
        Assert.Contains("2018年修改", history.Text, StringComparison.Ordinal);
        Assert.Contains("2022年增加", history.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await legal.GetPageAsync($"/laws/{id}/history?article=2")).Status);
        foreach (var file in (string[])["text.docx?version=1", "text.txt?version=2", "text.xml?version=3", "comparison.docx?old=1&new=3"])
        {
            Assert.NotEmpty(await legal.Http.GetByteArrayAsync($"/laws/{id}/{file}", TestContext.Current.CancellationToken));
        }

        // What was wrong stays, and says what took its place; the day is told from the right one.
        var corrected = await legal.PostFormAsync($"/laws/{id}/correct", [("version", "2"), ("reason", "录入漏字")], [("corrected", "更正.txt", LawDesk.Bytes(Second.Replace("登记不收费", "登记不收取费用", StringComparison.Ordinal)))]);
        Assert.Contains("勘误，代替第 2 个", corrected.Text, StringComparison.Ordinal);
        Assert.Contains("登记不收取费用", (await legal.GetPageAsync($"/laws/{id}?on=2019-01-01")).Text, StringComparison.Ordinal);
        Assert.Contains("已由第 4 个文本代替", (await legal.GetPageAsync($"/laws/{id}?version=2")).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await legal.PostFormAsync($"/laws/{id}/mark-repealed", [("repealed-on", "2022-03-01"), ("repealed-by", "某决定")])).Status);
        var repealed = await legal.PostFormAsync($"/laws/{id}/mark-repealed", [("repealed-on", "2025-01-01"), ("repealed-by", "某决定")]);
        Assert.Contains("已废止", repealed.Text, StringComparison.Ordinal);
        Assert.Contains("没有施行的文本", (await legal.GetPageAsync($"/laws/{id}?on=2025-01-01")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Title, (await legal.GetPageAsync("/laws?status=in-force&q=海带")).Html, StringComparison.Ordinal);
        Assert.Contains(Title, (await legal.GetPageAsync("/laws?status=in-force&q=海带&on=2024-12-31")).Html, StringComparison.Ordinal);
        Assert.Contains(Title, (await legal.GetPageAsync("/laws?status=amended&q=海带&on=2024-12-31")).Html, StringComparison.Ordinal);

        // The same name may be made anew.
        await LawDesk.EnterAsync(site, legal, Title, Third, "2026-01-01");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Articles_are_found_by_two_characters_in_the_texts_of_a_day(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var legal = await site.SignInAsync("legal");
        var id = await LawDesk.EnterAsync(site, legal, Title, First, "2015-01-01");
        await LawDesk.AddAsync(legal, id, "2022年修订", Third, "2022-03-01");
        var other = await LawDesk.EnterAsync(site, legal, "测试省渔业登记规定", LawDesk.Text("测试省渔业登记规定", "海带养殖的登记，依照《测试省海带养殖条例》第三条办理。"), "2023-01-01");

        var found = await legal.GetPageAsync("/laws/articles?q=补办");
        Assert.Contains($"/laws/{id}?version=2#art-4", found.Html, StringComparison.Ordinal);
        Assert.Contains("<mark>补办</mark>", found.Html, StringComparison.Ordinal);
        Assert.Contains("没有找到", (await legal.GetPageAsync("/laws/articles?q=罚款 未登记")).Text, StringComparison.Ordinal);
        Assert.Contains($"/laws/{id}?version=1#art-3", (await legal.GetPageAsync("/laws/articles?q=罚款&on=2020-01-01")).Html, StringComparison.Ordinal);
        Assert.Contains($"/laws/{id}?version=1#art-3", (await legal.GetPageAsync("/laws/articles?q=罚款 未登记&all=true")).Html, StringComparison.Ordinal);

        // What names it, and the way back.
        var cited = await legal.GetPageAsync($"/laws/{id}");
        Assert.Contains($"/laws/{other}?version=1#art-1", cited.Html, StringComparison.Ordinal);
        Assert.Contains($"href=\"/laws/{id}#art-3\"", (await legal.GetPageAsync($"/laws/{other}")).Html, StringComparison.Ordinal);
        // The library is found by the search for everything, too.
        Assert.Contains(Title, (await legal.GetPageAsync("/search?q=海带养殖")).Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_no_law_is_refused_and_a_name_is_taken_once_whoever_is_first(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var legal = await site.SignInAsync("legal");
        using var head = await site.SignInAsync("legalhead");
        var letter = await LawDesk.PostEnterAsync(legal, Title, "各位代表：\n\n现将有关情况说明如下。\n", "2015-01-01", "说明.txt");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, letter.Status);
        Assert.Contains("“说明.txt”里没有找到条文", letter.Text, StringComparison.Ordinal);
        Assert.Contains(Title, letter.Html, StringComparison.Ordinal); // What was typed stays.

        var both = await Task.WhenAll(LawDesk.PostEnterAsync(legal, Title, First, "2015-01-01"), LawDesk.PostEnterAsync(head, Title, First, "2015-01-01"));
        Assert.Single(both, p => p.Status == HttpStatusCode.OK);
        Assert.Contains("法规库里已有", both.Single(p => p.Status == HttpStatusCode.UnprocessableEntity).Text, StringComparison.Ordinal);
        Assert.Equal(1, await site.LookAsync(db => db.Laws.CountAsync(l => l.Title == Title)));
        Assert.Equal(4, await site.LookAsync(db => db.LawArticles.CountAsync(a => db.Laws.Any(l => l.Title == Title && l.MatterId == a.MatterId))));

        // A defect is shown with its line and the text is kept as it is.
        var id = await LawDesk.EnterAsync(site, legal, "测试省缺条规定", "测试省缺条规定\n\n第一条　甲。\n\n第三条　乙。\n", "2015-01-01");
        Assert.Contains("第 5 行", (await legal.GetPageAsync($"/laws/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_office_reads_and_only_those_for_legislation_enter()
    {
        await using var site = await DemoSite.StartAsync();
        using var legal = await site.SignInAsync("legal");
        var id = await LawDesk.EnterAsync(site, legal, Title, First, "2015-01-01");
        foreach (var (user, reads) in (IEnumerable<(string, bool)>)[("clerk", true), ("member", true), ("chair", true), ("unit", false), ("deputy", false), ("system", false)])
        {
            using var client = await site.SignInAsync(user);
            Assert.Equal(reads ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await client.GetPageAsync($"/laws/{id}")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetPageAsync("/laws/new")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetPageAsync("/laws/import")).Status);
            Assert.NotEqual(HttpStatusCode.OK, (await client.GetPageAsync("/matters/new/law/enter")).Status);
        }

        using var visitor = site.Visit();
        Assert.Contains("养殖海带应当登记", (await visitor.GetPageAsync($"/public/laws/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains(Title, (await visitor.GetPageAsync("/public/laws?q=海带")).Text, StringComparison.Ordinal);
        Assert.Contains("<mark>登记</mark>", (await visitor.GetPageAsync("/public/laws?words=登记")).Html, StringComparison.Ordinal);
    }
}
