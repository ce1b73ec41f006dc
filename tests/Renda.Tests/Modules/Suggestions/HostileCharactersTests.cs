using System.Net;
using Microsoft.EntityFrameworkCore;
using Renda.Platform.Search;
using Xunit;

namespace Renda.Tests.Modules.Suggestions;

/// <summary>Characters nobody types and half characters: PostgreSQL refuses to store them, so they must not get that far.</summary>
public sealed class HostileCharactersTests
{
    public static TheoryData<string> Both => Databases.All;

    [Theory, MemberData(nameof(Both))]
    public async Task No_character_in_an_address_brings_the_program_down(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        foreach (var (account, paths) in ((string, string[])[])
        [
            ("clerk", ["/suggestions?lead=%00", "/suggestions.json?lead=%00a", "/suggestions.xlsx?lead=%00", "/suggestions?stage=%00&subject=%01", "/search?q=%00%E6%B0%B4%00", "/search?q=%F0%A0", "/suggestions?after=%F0%28%8C%28&stage=%00&unit=not-a-guid&year=99999&overdue=maybe", "/suggestions.json?after=zz&unit=1&year=abc", "/?after=%00"]),
            ("security", ["/administration/accounts?q=%00"]),
            ("audit", ["/administration/events?q=%00x"]),
        ])
        {
            using var client = await site.SignInAsync(account);
            foreach (var path in paths)
            {
                var page = await client.GetPageAsync(path);
                Assert.True(page.Status < HttpStatusCode.InternalServerError, $"{path}: {(int)page.Status}");
            }
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Control_characters_in_a_form_are_dropped_and_the_rest_is_kept(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var deputy = await site.SignInAsync("deputy");
        var page = await deputy.PostFormAsync("/suggestions/new",
            [("title", "关于\0水\u0007渠的建议"), ("body", "一\0段\r\n\t二段"), ("subject", "social"), ("cosigners", "\0\u0001")], files: []);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("关于水渠的建议", page.Text);
        Assert.Equal(1, await site.LookAsync(db => db.Suggestions.CountAsync(s => s.Body == "一段\n\t二段")));
        Assert.True((await deputy.PostFormAsync("/suggestions/new", [("title", "标题"), ("body", "内容"), ("subject", "social"), ("cosigners", "无\0此人")], files: [])).Status == HttpStatusCode.UnprocessableEntity);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_account_name_of_any_characters_gets_the_usual_answer(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var visitor = site.Visit();
        foreach (var name in (string[])[new string('a', 39) + "𠮷𠮷", "a\u0001b", "\u0001"])
        {
            var page = await visitor.PostFormAsync("/sign-in", [("UserName", name), ("Password", "wrong-password-1")]);
            Assert.Contains("账号或者密码不对", page.Text);
        }

        Assert.Equal(1, await site.LookAsync(db => db.AccountEvents.CountAsync(e => e.What == $"账号“{new string('a', 39)}𠮷”登录失败")));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_text_too_long_for_the_index_is_not_cut_within_a_character(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        var id = await office.Draft();
        await office.WithDb(db => SearchIndex.PutAsync(db, TestOffice.Code, id, [new string('水', 29_999) + "𠮷"], seenBy: "", isNew: false));
        Assert.Equal(new string('水', 29_999), await office.WithDb(db => db.SearchDocuments.Where(d => d.MatterId == id).Select(d => d.Text).SingleAsync()));
    }
}
