using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Platform.Files;
using Renda.Platform.Records;
using Xunit;

namespace Renda.Tests.Modules.Contact;

/// <summary>Anybody writes to a deputy without an account; nothing is lost, nothing is picked out, and its sender can follow it.</summary>
public sealed class LetterTests
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_letter_arrives_unopened_and_is_followed_to_its_answer(string kind)
    {
        await using var site = await DemoSite.OnAsync(kind);
        using var sender = site.Visit();
        using var clerk = await site.SignInAsync("clerk");
        using var deputy = await site.SignInAsync("deputy");
        var to = await Mailbox.DeputyAsync(site);
        Assert.Contains("向代表反映意见", (await sender.GetPageAsync($"/public/deputies/{to}")).Text, StringComparison.Ordinal);
        var code = Mailbox.Code(await Mailbox.SendAsync(site, sender, to));

        var matter = await Mailbox.MatterAsync(site);
        Assert.Equal(("received", (Guid?)to, false), (matter.Stage, matter.PersonId, matter.Private));
        var record = await site.LookAsync(db => db.Records.SingleAsync(r => r.MatterId == matter.Id));
        Assert.Equal((null, null, "write"), (record.PersonId, record.PostId, record.Step));
        Assert.Contains("群众", (await deputy.GetPageAsync($"/matters/{matter.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("村口路灯坏了三个月", (await deputy.GetPageAsync("/contact/opinions")).Text, StringComparison.Ordinal);
        Assert.Contains("已经收到", await FollowAsync(sender, code), StringComparison.Ordinal);

        await Mailbox.ActAsync(clerk, matter.Id, "accept", ("kind", "difficulty"), ("subject", "social"));
        var number = (await Mailbox.MatterAsync(site)).Number!;
        Assert.Contains(number, await FollowAsync(sender, code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)), StringComparison.Ordinal);
        await Mailbox.ActAsync(deputy, matter.Id, "respond", ("result", "resolved"), ("told", "路灯已经修好，请您放心。"));
        var told = await FollowAsync(sender, code);
        Assert.Contains("已经答复", told, StringComparison.Ordinal);
        Assert.Contains("路灯已经修好，请您放心。", told, StringComparison.Ordinal);
        Assert.Empty(await FaultsAsync(site));
    }

    [Fact]
    public async Task Handed_over_and_fed_back_it_is_told_without_names()
    {
        await using var site = await DemoSite.StartAsync();
        using var sender = site.Visit();
        using var clerk = await site.SignInAsync("clerk");
        using var unit = await site.SignInAsync("unit");
        var code = Mailbox.Code(await Mailbox.SendAsync(site, sender, await Mailbox.DeputyAsync(site)));
        var matter = await Mailbox.MatterAsync(site);
        await Mailbox.ActAsync(clerk, matter.Id, "accept", ("kind", "difficulty"), ("subject", "social"));
        var mine = await site.LookAsync(db => (from u in db.Users join p in db.Posts on u.PersonId equals p.PersonId where u.UserName == "unit" select p.UnitId).FirstAsync());
        await Mailbox.ActAsync(clerk, matter.Id, "hand-over", ("units", $"{mine}"), ("request", "请修好路灯。"));
        var part = await site.LookAsync(db => db.Matters.Where(m => m.ParentId == matter.Id).Select(m => m.Id).SingleAsync());
        await Mailbox.ActAsync(unit, part, "sign", ("handler", "张三丰"));
        await Mailbox.ActAsync(unit, part, "finish", ("result", "resolved"), ("text", "已更换灯具。"));
        await Mailbox.ActAsync(clerk, matter.Id, "answer", ("result", "resolved"), ("text", "承办单位已更换灯具。"));
        var today = $"{DateTime.UtcNow.AddHours(8):yyyy-MM-dd}";
        var silent = await clerk.PostFormAsync($"/matters/{matter.Id}/feed-back", [("told-on", today), ("way", "online")]);
        Assert.Contains("请填写“给来信人的答复”", silent.Text, StringComparison.Ordinal);
        await Mailbox.ActAsync(clerk, matter.Id, "feed-back", ("told-on", today), ("way", "online"), ("told", "路灯已换新。"));
        var followed = await FollowAsync(sender, code);
        Assert.Contains("已经交有关单位办理", followed, StringComparison.Ordinal);
        Assert.Contains("路灯已换新。", followed, StringComparison.Ordinal);
        Assert.DoesNotContain("张三丰", followed, StringComparison.Ordinal);
        Assert.DoesNotContain("省教育厅", followed, StringComparison.Ordinal);
        Assert.DoesNotContain("承办单位已更换灯具", followed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_letter_with_one_receipt_and_a_changed_one_is_not_mistaken_for_it()
    {
        await using var site = await DemoSite.StartAsync();
        using var sender = site.Visit();
        var to = await Mailbox.DeputyAsync(site);
        var ticket = ("ticket", Mailbox.Ticket(site, to));
        var codes = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => Mailbox.Code(await Mailbox.SendAsync(site, sender, to, ticket))));
        Assert.Single(codes.Distinct());
        Assert.Equal(1, await site.LookAsync(db => db.Matters.CountAsync(m => m.Title == "村口路灯坏了三个月")));
        var changed = await Mailbox.SendAsync(site, sender, to, ticket, ("body", "另一段话。"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, changed.Status);
        Assert.Contains("另一段话。", changed.Text, StringComparison.Ordinal);
        // The form that came back is a new letter.
        var again = SiteForm.Find(changed.Html, ["ticket"], null)!;
        Assert.NotEqual(ticket.Item2, again.Values.Single(v => v.Name == "ticket").Value);
    }

    [Fact]
    public async Task The_same_words_again_are_refused_gently_and_to_another_deputy_they_are_not()
    {
        await using var site = await DemoSite.StartAsync();
        using var sender = site.Visit();
        var (one, other) = (await Mailbox.DeputyAsync(site), await Mailbox.DeputyAsync(site, "cosigner"));
        Mailbox.Code(await Mailbox.SendAsync(site, sender, one));
        var again = await Mailbox.SendAsync(site, sender, one, ("body", "村口三盏路灯从夏天坏到现在，\u200b老人晚上 出门摔过两回。"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("内容完全相同的意见最近已经收到", again.Text, StringComparison.Ordinal);
        Mailbox.Code(await Mailbox.SendAsync(site, sender, other));
    }

    [Fact]
    public async Task Only_a_page_that_is_on_takes_letters_and_only_of_who_is_a_deputy()
    {
        await using var site = await DemoSite.StartAsync();
        using var sender = site.Visit();
        using var deputy = await site.SignInAsync("deputy");
        using var stranger = await site.SignInAsync("member");
        var to = await Mailbox.DeputyAsync(site);
        var off = await site.LookAsync(db => db.Mandates.Where(m => m.To == null && !db.DeputyPages.Any(p => p.PersonId == m.PersonId)).Select(m => m.PersonId).FirstAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await sender.GetPageAsync($"/public/deputies/{off}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Mailbox.SendAsync(site, sender, off)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetPageAsync($"/contact/pages/{to}")).Status);

        var closed = await deputy.PostFormAsync($"/contact/pages/{to}", [("on", "false")]);
        Assert.Contains("没有开通", closed.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await sender.GetPageAsync($"/public/deputies/{to}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sender.GetPageAsync($"/public/deputies/{to}/qr.svg")).Status);
        Assert.DoesNotContain($"{to}", (await sender.GetPageAsync("/public/deputies")).Html, StringComparison.Ordinal);
        Assert.Contains("已开通", (await deputy.PostFormAsync($"/contact/pages/{to}", [("on", "true")])).Text, StringComparison.Ordinal);
        Assert.Equal(3, await site.LookAsync(db => db.AccountEvents.CountAsync(e => e.PersonId == to && e.What.Contains("公开网页"))));
        Assert.Contains($"{to}", (await sender.GetPageAsync("/public/deputies")).Html, StringComparison.Ordinal);
        Assert.Contains("<path", (await sender.GetPageAsync($"/public/deputies/{to}/qr.svg")).Html, StringComparison.Ordinal);

        await site.LookAsync(db => db.Mandates.Where(m => m.PersonId == to && m.To == null).ExecuteUpdateAsync(s => s.SetProperty(m => m.To, new DateOnly(2026, 1, 1))));
        Assert.Equal(HttpStatusCode.NotFound, (await sender.GetPageAsync($"/public/deputies/{to}")).Status);
    }

    [Fact]
    public async Task The_page_shows_released_suggestions_that_name_the_deputy()
    {
        await using var site = await DemoSite.StartAsync();
        using var nobody = site.Visit();
        var (lead, release) = await site.LookAsync(async db =>
        {
            var found = await (from l in db.Links
                               join r in db.Matters on l.MatterId equals r.Id
                               join s in db.Matters on l.TargetId equals s.Id
                               where r.Procedure == "suggestion-release" && r.Stage == "public" && db.Mandates.Any(m => m.PersonId == s.PersonId && m.To == null)
                               orderby r.Id
                               select new { s.PersonId, r.Id }).FirstAsync();
            return (found.PersonId!.Value, found.Id);
        });
        using var clerk = await site.SignInAsync("clerk");
        if (!await site.LookAsync(db => db.DeputyPages.AnyAsync(p => p.PersonId == lead)))
        {
            await clerk.PostFormAsync($"/contact/pages/{lead}", [("on", "true")]);
        }

        Assert.Contains($"/public/{release}", (await nobody.GetPageAsync($"/public/deputies/{lead}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_office_sets_spam_aside_with_a_reason_its_sender_reads_and_a_deputy_takes_nothing_back()
    {
        await using var site = await DemoSite.StartAsync();
        using var sender = site.Visit();
        using var clerk = await site.SignInAsync("clerk");
        using var deputy = await site.SignInAsync("deputy");
        var to = await Mailbox.DeputyAsync(site);
        var code = Mailbox.Code(await Mailbox.SendAsync(site, sender, to, ("website", "http://spam.example")));
        var matter = await Mailbox.MatterAsync(site);
        Assert.Contains("疑似垃圾", (await clerk.GetPageAsync("/contact/opinions")).Text, StringComparison.Ordinal);
        var taken = await deputy.GetPageAsync($"/matters/{matter.Id}/withdraw");
        Assert.Contains("群众来信不能由代表撤回", taken.Text, StringComparison.Ordinal);
        await Mailbox.ActAsync(clerk, matter.Id, "set-aside", ("ground", "spam"), ("reason", "属于广告，没有反映具体事情。"));
        Assert.Contains("属于广告，没有反映具体事情。", await FollowAsync(sender, code), StringComparison.Ordinal);
        Assert.Contains("老人晚上出门", (await deputy.GetPageAsync($"/matters/{matter.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_nobody_was_given_gets_one_answer_and_asking_too_often_another()
    {
        await using var site = await DemoSite.StartAsync(await DemoSite.CopyAsync(), "--Renda:ReceiptsPerAddress=4");
        using var nobody = site.Visit();
        var answers = new List<string>();
        foreach (var code in (string[])["", "ABCD", "0000-0000-0000-9999", "' OR 1=1 --"])
        {
            var page = await nobody.PostAsync("/public/receipts", [("code", code)]);
            answers.Add($"{page.Status} {page.Text}");
        }

        Assert.Single(answers.Distinct());
        Assert.Contains("没有查到这个回执码", answers[0], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await nobody.PostAsync("/public/receipts", [("code", "0000-0000-0000-0001")])).Status);
    }

    private static async Task<string> FollowAsync(SiteClient sender, string code) => (await sender.PostAsync("/public/receipts", [("code", code)])).Text;

    private static async Task<IReadOnlyList<Finding>> FaultsAsync(DemoSite site)
    {
        var ledger = new Ledger(site.Services.GetRequiredService<IServiceScopeFactory>());
        // The papers of a copied PostgreSQL office do not lie beside it.
        return [.. (await ledger.VerifyAsync().ToListAsync()).Where(f => !f.Says.Contains("文件", StringComparison.Ordinal))];
    }
}
