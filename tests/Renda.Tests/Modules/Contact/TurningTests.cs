using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Renda.Tests.Modules.Contact;

/// <summary>From opinions of voters to a suggestion: one press, and the opinions have become it when it is handed in.</summary>
public sealed partial class TurningTests
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_suggestion_made_from_letters_turns_them_with_being_handed_in(string kind)
    {
        await using var site = await DemoSite.OnAsync(kind);
        using var sender = site.Visit();
        using var deputy = await site.SignInAsync("deputy");
        var to = await Mailbox.DeputyAsync(site);
        var code = Mailbox.Code(await Mailbox.SendAsync(site, sender, to));
        var one = await Mailbox.MatterAsync(site);
        Mailbox.Code(await Mailbox.SendAsync(site, sender, to, ("title", "巷子里没有路灯"), ("body", "巷子一百米没有一盏灯。")));
        var two = await Mailbox.MatterAsync(site, "巷子里没有路灯");
        Assert.Contains($"/suggestions/new?about={one.Id}", (await deputy.GetPageAsync($"/matters/{one.Id}")).Html, StringComparison.Ordinal);
        Assert.Contains($"name=\"about\" value=\"{two.Id}\"", (await deputy.GetPageAsync("/contact/opinions")).Html, StringComparison.Ordinal);

        var address = $"/suggestions/new?about={one.Id}&about={two.Id}";
        var form = await deputy.GetPageAsync(address);
        Assert.Contains("村口三盏路灯", form.Text, StringComparison.Ordinal);
        Assert.Contains("巷子一百米没有一盏灯", form.Text, StringComparison.Ordinal);
        var draft = await deputy.PostFormAsync(address, [("title", "关于完善农村路灯的建议"), ("subject", "social"), ("opinions", $"{one.Id}"), ("opinions", $"{two.Id}")]);
        var suggestion = Guid.Parse(Id().Match(draft.Path).Value);
        Assert.Equal("received", (await Mailbox.MatterAsync(site)).Stage); // A draft is nobody else's business yet.
        Assert.DoesNotContain("已经转为代表建议", (await sender.PostAsync("/public/receipts", [("code", code)])).Text, StringComparison.Ordinal);

        await deputy.PostFormAsync($"/suggestions/{suggestion}/revise", [("body", "据群众反映，多处没有路灯。建议统一安装。")]);
        var handed = await deputy.PostFormAsync($"/suggestions/{suggestion}/submit", [("intake", "recess"), ("signed", "yes")]);
        Assert.Equal(HttpStatusCode.OK, handed.Status);
        foreach (var opinion in (Guid[])[one.Id, two.Id])
        {
            Assert.Equal("as-suggestion", await site.LookAsync(db => db.Matters.Where(m => m.Id == opinion).Select(m => m.Stage).SingleAsync()));
            var turn = await site.LookAsync(db => db.Records.SingleAsync(r => r.MatterId == opinion && r.Step == "turn"));
            Assert.Equal(to, turn.PersonId);
            Assert.Contains($"{suggestion}", turn.Particulars, StringComparison.Ordinal);
        }

        Assert.Contains("已经转为代表建议", (await sender.PostAsync("/public/receipts", [("code", code)])).Text, StringComparison.Ordinal);
        using var clerk = await site.SignInAsync("clerk");
        await clerk.PostFormAsync($"/suggestions/{suggestion}/file", [("subject", "social")]);
        var number = await site.LookAsync(db => db.Matters.Where(m => m.Id == suggestion).Select(m => m.Number).SingleAsync());
        // By its number one could find it among the public ones, and so whose it is where its release leaves the name out.
        Assert.DoesNotContain(number!, (await sender.PostAsync("/public/receipts", [("code", code)])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_opinion_that_ended_meanwhile_does_not_keep_the_suggestion_back()
    {
        await using var site = await DemoSite.StartAsync();
        using var sender = site.Visit();
        using var deputy = await site.SignInAsync("deputy");
        Mailbox.Code(await Mailbox.SendAsync(site, sender, await Mailbox.DeputyAsync(site)));
        var opinion = await Mailbox.MatterAsync(site);
        var draft = await deputy.PostFormAsync($"/suggestions/new?about={opinion.Id}", [("title", "关于路灯的建议"), ("subject", "social"), ("opinions", $"{opinion.Id}")]);
        var suggestion = Guid.Parse(Id().Match(draft.Path).Value);
        await Mailbox.ActAsync(deputy, opinion.Id, "respond", ("result", "resolved"), ("told", "已经修好。"));
        await deputy.PostFormAsync($"/suggestions/{suggestion}/submit", [("intake", "recess"), ("signed", "yes")]);
        Assert.Equal(("submitted", "resolved"), (await StageAsync(site, suggestion), await StageAsync(site, opinion.Id)));
    }

    [Fact]
    public async Task Anothers_opinion_is_neither_copied_nor_turned()
    {
        await using var site = await DemoSite.StartAsync();
        using var sender = site.Visit();
        using var other = await site.SignInAsync("cosigner");
        Mailbox.Code(await Mailbox.SendAsync(site, sender, await Mailbox.DeputyAsync(site)));
        var opinion = await Mailbox.MatterAsync(site);
        Assert.DoesNotContain("村口三盏路灯", (await other.GetPageAsync($"/suggestions/new?about={opinion.Id}")).Text, StringComparison.Ordinal);
        var refused = await other.PostFormAsync("/suggestions/new", [("title", "关于路灯的建议"), ("body", "内容"), ("subject", "social"), ("opinions", $"{opinion.Id}")]);
        Assert.Contains("“依据的群众意见”里有 1 项查不到", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_by_subject_and_kind_open_onto_as_many()
    {
        await using var site = await DemoSite.StartAsync();
        using var clerk = await site.SignInAsync("clerk");
        var page = await clerk.GetPageAsync("/contact/opinions");
        var counted = 0;
        foreach (Match link in Counted().Matches(page.Html))
        {
            var list = await clerk.GetPageAsync(WebUtility.HtmlDecode(link.Groups["href"].Value));
            Assert.Equal(int.Parse(link.Groups["count"].Value), Rows().Count(list.Html));
            counted++;
        }

        Assert.True(counted > 2);
    }

    private static Task<string> StageAsync(DemoSite site, Guid id) => site.LookAsync(db => db.Matters.Where(m => m.Id == id).Select(m => m.Stage).SingleAsync());

    [GeneratedRegex("[0-9a-f-]{36}", RegexOptions.None, 1000)]
    private static partial Regex Id();

    [GeneratedRegex("<td class=\"code\" data-label=\"[^\"]*\"><a href=\"(?<href>/contact/opinions[^\"]*)\">(?<count>\\d+)</a>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counted();

    [GeneratedRegex("<td class=\"title\"", RegexOptions.None, 1000)]
    private static partial Regex Rows();
}
