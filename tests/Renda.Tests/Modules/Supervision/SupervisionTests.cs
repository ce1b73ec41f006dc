using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Renda.Platform.Notices;
using Xunit;

namespace Renda.Tests.Modules.Supervision;

/// <summary>The pages of supervision in the demo office.</summary>
public sealed partial class SupervisionTests
{
    public static TheoryData<string> Both => Databases.All;

    [Theory, MemberData(nameof(Both))]
    public async Task Every_number_opens_onto_as_many_as_it_says(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        foreach (var (user, query, least) in new[] { ("clerk", "", 8), ("clerk", "?part=assisting", 1), ("chair", "", 8), ("dispatcher", "?part=lead", 4), ("unit", "", 1) })
        {
            using var client = await site.SignInAsync(user);
            var page = await client.GetPageAsync($"/supervision{query}");
            var numbers = Number().Matches(page.Html).Select(m => (Path: WebUtility.HtmlDecode(m.Groups["path"].Value), Count: int.Parse(m.Groups["count"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))).Distinct().ToList();
            Assert.True(numbers.Count >= least, $"{user} {query}: {numbers.Count} numbers");
            foreach (var (path, count) in numbers)
            {
                var list = await client.GetPageAsync(path);
                Assert.True(list.Html.Contains($"共 {count:N0} 件", StringComparison.Ordinal), $"{user} {path} should be {count}: {list.Text}");
                Assert.Equal(Math.Min(count, 50), Row().Count(list.Html));
            }
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_unit_counts_its_own_and_a_deputy_nothing(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var unit = await site.SignInAsync("unit");
        var page = await unit.GetPageAsync("/supervision");
        Assert.Contains("省教育厅", page.Text);
        Assert.DoesNotContain("省卫生健康委", page.Text);
        var other = await site.LookAsync(db => db.Waitings.Where(w => w.UnitId != null && db.Units.Any(u => u.Id == w.UnitId && u.Name != "省教育厅")).Select(w => w.UnitId!.Value).FirstAsync());
        Assert.Contains("共 0 件", (await unit.GetPageAsync($"/supervision/list?figure=late&unit={other}")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await unit.GetPageAsync("/supervision/list?figure=nothing")).Status);
        using var deputy = await site.SignInAsync("deputy");
        Assert.Equal(HttpStatusCode.Forbidden, (await deputy.GetPageAsync("/supervision")).Status);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Urging_is_written_into_the_record_and_tells_the_unit_once(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var clerk = await site.SignInAsync("clerk");
        var education = await site.LookAsync(db => db.Units.Where(u => u.Name == "省教育厅").Select(u => u.Id).SingleAsync());
        string list = "", id = "";
        foreach (var figure in (string[])["late", "in-30"])
        {
            list = $"/supervision/list?figure={figure}&unit={education}";
            if (Tick().Match((await clerk.GetPageAsync(list)).Html) is { Success: true } tick)
            {
                id = tick.Groups["id"].Value;
                break;
            }
        }

        Assert.NotEmpty(id);
        var shown = await clerk.GetPageAsync(list);
        var (token, key) = (Hidden(shown.Html, "__RequestVerificationToken"), Hidden(shown.Html, "Key"));
        (string, string)[] form = [("__RequestVerificationToken", token), ("Key", key), ("Matters", id), ("Note", "请于本周五前答复代表。")];
        Assert.Contains("已催办 1 件", (await clerk.PostAsync(list, form)).Text);
        await clerk.PostAsync(list, form);
        var matter = Guid.Parse(id);
        Assert.Equal(1, await site.LookAsync(db => db.Records.CountAsync(r => r.MatterId == matter && r.Step == "urge")));
        using var unit = await site.SignInAsync("unit");
        var notices = await unit.GetPageAsync("/notices?unread=true");
        Assert.Contains("交办机关催办", notices.Text);
        Assert.Contains("请于本周五前答复代表。", (await unit.GetPageAsync($"/suggestions/{id}")).Text);
        Assert.Contains("没有选要催办的事项", (await clerk.PostAsync(list, form.Where(f => f.Item1 != "Matters"))).Text);
        Assert.Contains("请写催办的要求", (await clerk.PostAsync(list, form.Where(f => f.Item1 != "Note"))).Text);
        var own = await unit.GetPageAsync($"/supervision/list?figure=in-30&unit={education}");
        Assert.Contains("不能办", (await unit.PostAsync(list, [("__RequestVerificationToken", Hidden(own.Html, "__RequestVerificationToken")), ("Key", $"{Guid.NewGuid()}"), ("Matters", id), ("Note", "催")])).Text);
        Assert.Equal(1, await site.LookAsync(db => db.Records.CountAsync(r => r.MatterId == matter && r.Step == "urge")));

        // Of two of which one is gone, the other is urged and not ticked any more.
        var partly = await clerk.PostAsync(list, [("__RequestVerificationToken", token), ("Key", $"{Guid.NewGuid()}"), ("Matters", id), ("Matters", $"{Guid.NewGuid()}"), ("Note", "再催一次。")]);
        Assert.Contains("已催办 1 件，其余没有办成", partly.Text);
        Assert.DoesNotMatch($"value=\"{id}\"[^>]*checked", partly.Html);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_header_counts_what_the_list_shows_as_unread(string database)
    {
        await using var site = await DemoSite.OnAsync(database);
        using var unit = await site.SignInAsync("unit");
        var list = await unit.GetPageAsync("/notices?unread=true");
        var unread = Badge(list.Html);
        Assert.True(unread > 0);
        var first = Opening().Match(list.Html).Groups["id"].Value;
        var opened = await unit.GetPageAsync($"/notices/{first}");
        Assert.Equal(HttpStatusCode.OK, opened.Status);
        Assert.DoesNotContain("/notices/", opened.Path);
        Assert.Equal(unread - 1, Badge(opened.Html));
        using var other = await site.SignInAsync("unit2");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetPageAsync($"/notices/{first}")).Status);
        var all = await unit.PostFormAsync("/notices", [], handler: "ReadAll");
        Assert.Equal(0, Badge(all.Html));
        Assert.Contains("没有未读的提醒", (await unit.GetPageAsync("/notices?unread=true")).Text);
    }

    [Fact]
    public async Task A_person_sets_their_own_address_and_bad_ones_are_refused()
    {
        await using var site = await DemoSite.StartAsync(await DemoSite.CopyAsync(), "--Renda:Mail:Host=127.0.0.1", "--Renda:Mail:Port=1", "--Renda:Mail:From=renda@rd.example.cn");
        using var unit = await site.SignInAsync("unit");
        foreach (var bad in (string[])["不是邮箱", "a@", "a@b.cn, c@d.cn", "名 <a@b.cn>", "a@b.cn\r\nBcc: c@d.cn"])
        {
            Assert.Contains("不是邮箱地址", (await unit.PostFormAsync("/notices/settings", [("Email", bad), ("Mails", "yes")])).Text);
        }

        Assert.Contains("请填邮箱", (await unit.PostFormAsync("/notices/settings", [("Email", ""), ("Mails", "yes")])).Text);
        Assert.Contains("每天汇总发到 unit@example.cn", (await unit.PostFormAsync("/notices/settings", [("Email", "unit@example.cn"), ("Mails", "yes")])).Text);
        Assert.True(await site.LookAsync(db => db.Users.Where(u => u.UserName == "unit").Select(u => u.MailsReminders).SingleAsync()));
        Assert.Equal(HttpStatusCode.OK, (await unit.GetPageAsync("/")).Status); // Still signed in.
    }

    [Fact]
    public async Task What_could_not_be_sent_is_told_to_the_system_administrator()
    {
        await using var site = await DemoSite.StartAsync();
        await site.LookAsync(async db =>
        {
            var account = await db.Users.SingleAsync(u => u.UserName == "unit");
            db.Deliveries.Add(new Delivery { Congress = account.Congress, Channel = Channel.Mail, Target = account.PersonId, Day = new DateOnly(2026, 3, 2), NextAt = DateTime.UnixEpoch, State = DeliveryState.Failed, Tries = 1, Error = "“a@b.cn”被邮件服务器拒收。" });
            return await db.SaveChangesAsync();
        });
        using var system = await site.SignInAsync("system");
        Assert.Contains("被邮件服务器拒收", (await system.GetPageAsync("/administration/deliveries")).Text);
        using var clerk = await site.SignInAsync("clerk");
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetPageAsync("/administration/deliveries")).Status);
    }

    private static int Badge(string html) => Bell().Match(html) is { Success: true } bell ? int.Parse(bell.Groups["count"].Value, CultureInfo.InvariantCulture) : 0;

    private static string Hidden(string html, string name) => Regex.Match(html, $"name=\"{name}\"[^>]*value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["value"].Value;

    [GeneratedRegex("href=\"(?<path>/supervision/list[^\"]+)\"[^>]*>(?<count>[\\d,]+)</a>", RegexOptions.None, 1000)]
    private static partial Regex Number();

    [GeneratedRegex("<td class=\"title\" data-label=\"标题\">", RegexOptions.None, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("name=\"Matters\" value=\"(?<id>[0-9a-f-]{36})\"", RegexOptions.None, 1000)]
    private static partial Regex Tick();

    [GeneratedRegex("href=\"/notices/(?<id>[0-9a-f-]{36})\"", RegexOptions.None, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex("class=\"bell\"[^>]*>\\s*<span>提醒</span>\\s*<b>(?<count>\\d+)\\+?</b>", RegexOptions.None, 1000)]
    private static partial Regex Bell();
}
