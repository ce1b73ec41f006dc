using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Renda.Tests.Modules.Suggestions.Similar;

/// <summary>Similar suggestions while one is written and when it is filed, on the pages people see.</summary>
public sealed class SimilarTests
{
    private const string Title = "关于在渡槽两侧修建野鸭观察步道的建议";
    private const string Body = "渡槽两侧每年冬天有上万只野鸭停留，看野鸭的人挤在机耕路上。建议在渡槽两侧修建观察步道，设望远镜和讲解牌。";
    private const string Again = "关于给看野鸭的群众修一条步道的建议";
    private const string AgainBody = "冬天到渡槽看野鸭的人一年比一年多，没有地方站。希望沿渡槽修建观察步道，配上望远镜。";

    public static TheoryData<string> Both => Databases.All;

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_writes_is_shown_what_was_asked_before_and_why_it_is_alike(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var deputy = await site.SignInAsync("deputy");
        var id = await DraftAsync(deputy, site, Title, Body);
        var found = await LookAsync(deputy, Again, AgainBody);
        Assert.Equal(HttpStatusCode.OK, found.Status);
        Assert.StartsWith("<ol", found.Html.Trim(), StringComparison.Ordinal);
        Assert.Contains($"/suggestions/{id}", found.Html);
        Assert.Contains("草稿", found.Text);
        Assert.Matches("<mark>[^<]*野鸭", found.Html);
        Assert.Matches("<mark>[^<]*观察步道</mark>", found.Html);
        Assert.DoesNotContain("<mark>建议</mark>", found.Html);
        Assert.DoesNotContain($"{id}", (await LookAsync(deputy, Again, AgainBody, except: id)).Html);
        Assert.Contains("没有找到与此相近的", (await LookAsync(deputy, "", "")).Text);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_one_may_not_see_is_not_there_for_the_likest_text_either(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var deputy = await site.SignInAsync("deputy");
        var id = await DraftAsync(deputy, site, Title, Body);
        await NobodySeesAsync("cosigner", "clerk", "head", "unit", "dispatcher");
        await deputy.PostFormAsync($"/suggestions/{id}/submit", [("intake", "recess"), ("signed", "yes")]);
        await NobodySeesAsync("cosigner", "unit", "dispatcher");
        using var clerk = await site.SignInAsync("clerk");
        Assert.Contains(Title, (await LookAsync(clerk, Title, Body)).Text.Replace(" ", "", StringComparison.Ordinal));
        async Task NobodySeesAsync(params string[] accounts)
        {
            foreach (var account in accounts)
            {
                using var other = await site.SignInAsync(account);
                var found = await LookAsync(other, Title, Body);
                Assert.Equal(HttpStatusCode.OK, found.Status);
                Assert.DoesNotContain($"{id}", found.Html);
                Assert.DoesNotContain("野鸭", found.Html);
            }
        }
    }

    [Fact]
    public async Task A_stranger_and_a_forged_request_learn_nothing()
    {
        await using var site = await DemoSite.StartAsync();
        using var stranger = site.Visit();
        Assert.StartsWith("/sign-in", (await stranger.PostAsync("/suggestions/similar", [("title", Title), ("body", Body)])).Path, StringComparison.Ordinal);
        using var deputy = await site.SignInAsync("deputy");
        Assert.Equal(HttpStatusCode.BadRequest, (await deputy.PostAsync("/suggestions/similar", [("title", Title), ("body", Body)])).Status);
        using var system = await site.SignInAsync("system");
        Assert.Equal(HttpStatusCode.Forbidden, (await LookAsync(system, Title, Body)).Status);
    }

    [Fact]
    public async Task The_button_works_without_a_script_and_keeps_what_was_typed()
    {
        await using var site = await DemoSite.StartAsync();
        using var deputy = await site.SignInAsync("deputy");
        var id = await DraftAsync(deputy, site, Title, Body);
        var before = await site.LookAsync(db => db.Matters.CountAsync());
        var page = await deputy.PostAsync(
            "/suggestions/new?handler=Similar",
            [.. await TokenAsync(deputy), ("title", Again), ("body", AgainBody), ("subject", "other"), ("cosigners", "查无此人")], [("papers", "照片说明.txt", "冬天"u8.ToArray())]);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains($"/suggestions/{id}", page.Html);
        Assert.All((string[])[Again, AgainBody, "查无此人", "已上传：照片说明.txt"], typed => Assert.Contains(typed, WebUtility.HtmlDecode(page.Html)));
        Assert.DoesNotContain("没有办成", page.Text);
        Assert.Equal(before, await site.LookAsync(db => db.Matters.CountAsync()));
        var revised = await deputy.PostAsync($"/suggestions/{id}/revise?handler=Similar", [.. await TokenAsync(deputy), ("title", Again), ("body", AgainBody)]);
        Assert.Contains(AgainBody, WebUtility.HtmlDecode(revised.Html));
        Assert.Contains($"action=\"/suggestions/{id}/revise\"", revised.Html); // The act itself goes where it always goes.
        Assert.Equal(Title, await site.LookAsync(db => db.Matters.Where(m => m.Id == id).Select(m => m.Title).SingleAsync()));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_files_is_shown_the_same_demand_of_other_years(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var deputy = await site.SignInAsync("deputy");
        using var clerk = await site.SignInAsync("clerk");
        List<Guid> submitted = [await DraftAsync(deputy, site, Title, Body), await DraftAsync(deputy, site, Again, AgainBody), await DraftAsync(deputy, site, "关于收购陈年竹简的建议", "省里没有收竹简的地方。建议博物馆收购。")];
        foreach (var id in submitted)
        {
            await deputy.PostFormAsync($"/suggestions/{id}/submit", [("intake", "recess"), ("signed", "yes")]);
        }

        var page = await clerk.GetPageAsync($"/suggestions/{submitted[1]}");
        Assert.Contains("历年建议中与本件字词最相近的", page.Text);
        Assert.Contains($"href=\"/suggestions/{submitted[0]}\"", page.Html);
        Assert.DoesNotContain($"href=\"/suggestions/{submitted[2]}\"", page.Html);
        Assert.Contains("没有找到与此相近的", (await clerk.GetPageAsync($"/suggestions/{submitted[2]}")).Text);
        Assert.DoesNotContain("相似建议", (await deputy.GetPageAsync($"/suggestions/{submitted[1]}")).Text);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Nothing_typed_brings_it_down(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var clerk = await site.SignInAsync("clerk");
        string[] typed =
        [
            "", "水", "，。？！——……", "\"'`\\ OR AND NOT NEAR(水, 2) * ^ - : tokens:", "' & | ! <-> ( ) :*", "水\" OR \"电", "😀🦆👨‍👩‍👧", "𠮷𠮷王㐂", "\uFFFD", "%00%01\u0001",
            new('水', 20_000), string.Concat(Enumerable.Range(0, 20_000).Select(i => (char)(0x4E00 + i))), new('a', 20_000), string.Concat(Enumerable.Repeat("a1 水 ", 3_000)),
        ];
        foreach (var text in typed)
        {
            Assert.Equal(HttpStatusCode.OK, (await LookAsync(clerk, text, text)).Status);
        }

        var half = await clerk.Http.PostAsync("/suggestions/similar", Raw($"__RequestVerificationToken={Uri.EscapeDataString((await TokenAsync(clerk))[0].Value)}&title=%F0%A0%ED%A0%80&body=%ED%B0%80%FF"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, half.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await LookAsync(clerk, "", new string('水', 60_000))).Status);
    }

    private static ByteArrayContent Raw(string form) => new(System.Text.Encoding.ASCII.GetBytes(form)) { Headers = { ContentType = new("application/x-www-form-urlencoded") } };

    private static async Task<SitePage> LookAsync(SiteClient client, string title, string body, Guid? except = null) =>
        await client.PostAsync("/suggestions/similar", [.. await TokenAsync(client), ("title", title), ("body", body), ("except", $"{except}")]);

    private static async Task<Guid> DraftAsync(SiteClient deputy, DemoSite site, string title, string body)
    {
        await deputy.PostFormAsync("/suggestions/new", [("title", title), ("body", body), ("subject", "other"), ("cosigners", "")]);
        return await site.LookAsync(db => db.Matters.Where(m => m.Title == title).Select(m => m.Id).SingleAsync());
    }

    private static async Task<List<(string Name, string Value)>> TokenAsync(SiteClient client)
    {
        var html = (await client.GetPageAsync("/")).Html;
        var at = html.IndexOf("value=\"", html.IndexOf("__RequestVerificationToken", StringComparison.Ordinal), StringComparison.Ordinal) + 7;
        return [("__RequestVerificationToken", html[at..html.IndexOf('"', at)])];
    }
}
