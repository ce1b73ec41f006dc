using System.Net;
using Microsoft.EntityFrameworkCore;
using Renda.Modules.Demo;
using Xunit;

namespace Renda.Tests.Modules.Matters;

/// <summary>A file among the rules is enough: its work is begun, done and found by the people it names, and by nobody else.</summary>
public sealed class ErrandTests
{
    [Fact]
    public async Task Two_people_do_the_work_of_a_file_from_start_to_end()
    {
        await using var errands = await ErrandSite.StartAsync();
        using var clerk = await errands.Site.SignInAsync("clerk");
        using var unit = await errands.Site.SignInAsync("unit");
        var works = await clerk.GetPageAsync("/matters");
        Says(works, "监督工作");
        Says(works, "专项督办");
        Says(works, "有新规定 另有修订稿，尚未在档。");
        Assert.Contains("href=\"/matters/new/errand/draft\"", works.Html, StringComparison.Ordinal);

        var suggestion = await errands.Site.LookAsync(db => db.Matters.Where(m => m.Procedure == "suggestion" && m.Number != null).OrderBy(m => m.Id).Select(m => new { m.Id, m.Number, m.Title }).FirstAsync());
        var earlier = await errands.BeginAsync("以前的一件");
        var (lead, adviser) = (await errands.NameAsync("unit"), await errands.NameAsync("deputy"));
        var content = await errands.ContentAsync(
            "关于东城供水的督办", errands.Today.AddDays(-30), ("kind", "water"), ("places", "12"), ("lead", $"{lead}（{Plan.Mine}）"), ("advisers", adviser),
            ("host", await errands.UnitAsync(Plan.Helper)), ("about", suggestion.Number!), ("earlier", "以前的一件"), ("public", "yes"));
        var begun = await clerk.PostFormAsync("/matters/new/errand/draft", content, [("papers", "照片说明.txt", "水表读数"u8.ToArray())]);
        Assert.StartsWith("/matters/", begun.Path, StringComparison.Ordinal);
        foreach (var shown in (string[])["草稿", "供水", "12", lead, adviser, Plan.Mine, Plan.Helper, suggestion.Number!, "以前的一件", "照片说明.txt", "水压不足", "《机关工作规则》第一条", "本件所涉"])
        {
            Says(begun, shown);
        }

        Says(await clerk.GetPageAsync($"/suggestions/{suggestion.Id}"), "由本件而起");
        Says(await clerk.GetPageAsync($"/matters/{earlier}"), "关于东城供水的督办");

        var revising = await clerk.GetPageAsync($"{begun.Path}/revise");
        Assert.Contains("value=\"关于东城供水的督办\"", revising.Html, StringComparison.Ordinal);
        Assert.Contains("水压不足，群众反映较多。</textarea>", revising.Html, StringComparison.Ordinal);
        Says(revising, "已上传：照片说明.txt");
        var revised = await clerk.PostFormAsync($"{begun.Path}/revise", [("reason", "水压不足，夜间停水。")]);
        Says(revised, "夜间停水");
        Says(revised, "照片说明.txt");

        var sending = await clerk.GetPageAsync($"{begun.Path}/send");
        Assert.Contains("夜间停水", sending.Html, StringComparison.Ordinal);
        Says(sending, "（转引，待核对原文）");
        Says(await clerk.PostFormAsync($"{begun.Path}/send", [("reason", "水压不足，夜间停水。")]), "请确认“已经领导同意”。");
        var sent = await clerk.PostFormAsync($"{begun.Path}/send", [("agreed", "yes")]);
        Says(sent, $"编为督〔{errands.Today.Year}〕1号。");
        Says(sent, "已满，");
        Says(sent, $"{Plan.Mine}还没有反馈。");

        var todo = await unit.GetPageAsync("/");
        Says(todo, "关于东城供水的督办");
        Says(todo, "专项督办");
        var child = await errands.Site.LookAsync(db => db.Matters.Where(m => m.Procedure == "answer").Select(m => m.Id).SingleAsync());
        Assert.Contains($"href=\"/matters/{child}/give\"", todo.Html, StringComparison.Ordinal);
        Assert.Equal(begun.Path, (await unit.GetPageAsync($"/matters/{child}")).Path);
        var given = await unit.PostFormAsync($"/matters/{child}/give", [("text", "已更换水泵。")]);
        Says(given, "已反馈");
        Assert.DoesNotContain("以前的一件", given.Text, StringComparison.Ordinal);

        var closed = await clerk.PostFormAsync($"{begun.Path}/close", []);
        Says(closed, "已办结");
        Assert.DoesNotContain("您可以办理", closed.Text, StringComparison.Ordinal);
        Says(await unit.GetPageAsync("/search?q=夜间停水"), "关于东城供水的督办");
    }

    [Fact]
    public async Task A_minimum_says_from_when_and_nobody_is_late_by_it()
    {
        await using var errands = await ErrandSite.StartAsync();
        using var clerk = await errands.Site.SignInAsync("clerk");
        var id = await errands.BeginAsync("刚发现的一件");
        Says(await clerk.PostFormAsync($"/matters/{id}/send", [("agreed", "yes")]), "已发出");
        var page = await clerk.GetPageAsync($"/matters/{id}");
        Says(page, $"跟踪期 最早 {errands.Today.AddDays(11):yyyy-MM-dd} 起可以“办结”");
        Says(page, $"跟踪期未满，{errands.Today.AddDays(11):yyyy-MM-dd} 起才能办结。");
        Assert.Null(await errands.Site.LookAsync(db => db.Matters.Where(m => m.Id == id).Select(m => m.DueOn).SingleAsync()));
    }

    [Fact]
    public async Task To_whoever_has_no_part_in_it_there_is_nothing_anywhere()
    {
        await using var errands = await ErrandSite.StartAsync();
        using var stranger = await errands.Site.SignInAsync("deputy");
        using var clerk = await errands.Site.SignInAsync("clerk");
        var id = await errands.BeginAsync("无关人员看不到的督办");
        await clerk.PostFormAsync($"/matters/{id}/send", [("agreed", "yes")]);
        foreach (var path in (string[])[$"/matters/{id}", $"/matters/{id}/close", $"/matters/{id}/nothing", "/matters/of/errand", "/matters/of/errand.xlsx", "/matters/new/errand/draft"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetPageAsync(path)).Status);
        }

        Assert.DoesNotContain("专项督办", (await stranger.GetPageAsync("/matters")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("无关人员", (await stranger.GetPageAsync("/search?q=看不到的督办")).Text.Replace("搜索“看不到的督办”", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var token = SiteForm.Find((await stranger.GetPageAsync("/password")).Html, ["Current"], handler: null)!.Values.Where(v => v.Name == "__RequestVerificationToken").ToList();
        Assert.NotEmpty(token);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"/matters/{id}/close", [.. token, ("key", $"{Guid.NewGuid()}"), ("seen", "9")])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync("/matters/new/errand/draft", [.. token, ("key", $"{Guid.NewGuid()}")])).Status);
    }

    [Fact]
    public async Task A_draft_is_its_drafters_own_and_what_is_sent_is_seen_by_those_who_look_on()
    {
        await using var errands = await ErrandSite.StartAsync();
        using var clerk = await errands.Site.SignInAsync("clerk");
        using var head = await errands.Site.SignInAsync("head");
        var id = await errands.BeginAsync("尚在起草的督办");
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetPageAsync($"/matters/{id}")).Status);
        Assert.DoesNotContain("尚在起草", (await head.GetPageAsync("/matters/of/errand")).Text, StringComparison.Ordinal);
        await clerk.PostFormAsync($"/matters/{id}/send", [("agreed", "yes")]);
        Says(await head.GetPageAsync($"/matters/{id}"), "督办中");
        Says(await head.GetPageAsync("/matters/of/errand"), "尚在起草");
        Assert.Contains("尚在起草", (await head.GetPageAsync("/search?q=尚在起草的")).Text.Replace("“尚在起草的”", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetPageAsync("/matters/new/errand/draft")).Status);
    }

    private static void Says(SitePage page, string words) => Assert.True(page.Text.Contains(words, StringComparison.Ordinal), $"{words} is not on {page.Path}: {page.Text}");
}
