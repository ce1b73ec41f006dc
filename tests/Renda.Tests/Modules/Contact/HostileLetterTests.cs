using System.Net;
using System.Text;
using CsCheck;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Renda.Platform.Public;
using Xunit;

namespace Renda.Tests.Modules.Contact;

/// <summary>What comes through a page that is open to everybody: refused in a sentence or kept as text, never lost by halves.</summary>
public sealed class HostileLetterTests
{
    private static readonly DateTimeOffset Made = new(2026, 5, 6, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Html_invisible_and_control_characters_are_kept_as_plain_text_or_dropped()
    {
        await using var site = await DemoSite.StartAsync();
        using var sender = site.Visit();
        using var deputy = await site.SignInAsync("deputy");
        Mailbox.Code(await Mailbox.SendAsync(site, sender, await Mailbox.DeputyAsync(site), ("title", "<script>alert(1)</script>路\u200b灯\u202e坏\u0007了"), ("body", "第一行\r\n<b>𠮷</b>\u2066第二行\ufeff")));
        var matter = await Mailbox.MatterAsync(site, "<script>alert(1)</script>路灯坏了");
        var page = await deputy.GetPageAsync($"/matters/{matter.Id}");
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
        Assert.Contains("<b>𠮷</b>第二行", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title", "", "请填写“标题”")]
    [InlineData("title", "\u200b\u200b \u3000", "请填写“标题”")]
    [InlineData("body", "", "请填写“内容”")]
    [InlineData("kind", "", "请填写“类型”")]
    [InlineData("kind", "praise", "没有“praise”这一选项")]
    [InlineData("subject", "none", "没有“none”这一选项")]
    [InlineData("ticket", "", "不是从这一页来的")]
    [InlineData("ticket", "abc", "不是从这一页来的")]
    public async Task What_is_missing_or_made_up_is_refused_and_the_rest_stays_on_the_page(string field, string value, string sentence)
    {
        await using var site = await DemoSite.StartAsync();
        using var sender = site.Visit();
        var page = await Mailbox.SendAsync(site, sender, await Mailbox.DeputyAsync(site), (field, value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        Assert.Contains(Mailbox.Reach, page.Html, StringComparison.Ordinal);
        Assert.Equal(0, await site.LookAsync(db => db.LetterSenders.CountAsync(s => s.Reach == Mailbox.Reach)));
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_refused_in_a_sentence()
    {
        await using var site = await DemoSite.StartAsync();
        using var sender = site.Visit();
        var page = await Mailbox.SendAsync(site, sender, await Mailbox.DeputyAsync(site), ("body", "零\u0000字符"));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("没有被接受", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_long_is_refused_with_its_length_and_ten_megabytes_in_a_sentence()
    {
        await using var site = await DemoSite.StartAsync();
        using var sender = site.Visit();
        var to = await Mailbox.DeputyAsync(site);
        var body = await Mailbox.SendAsync(site, sender, to, ("body", new string('灯', 4001)));
        Assert.Contains("“内容”最多 4000 字，现有 4001 字", body.Text, StringComparison.Ordinal);
        Assert.Contains("“联系方式”最多 80 字", (await Mailbox.SendAsync(site, sender, to, ("reach", new string('1', 81)))).Text, StringComparison.Ordinal);
        var huge = await Mailbox.SendAsync(site, sender, to, ("body", new string('a', 10 * 1024 * 1024)));
        Assert.True(huge.Status is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.BadRequest, $"{huge.Status}");
        Assert.DoesNotContain(" at Renda.", huge.Html, StringComparison.Ordinal);
        Assert.True(huge.Text.Length > 20);
    }

    [Fact]
    public async Task Sent_at_once_it_is_asked_to_be_sent_again_and_then_taken()
    {
        await using var site = await DemoSite.StartAsync();
        using var sender = site.Visit();
        var to = await Mailbox.DeputyAsync(site);
        var quick = await sender.PostFormAsync($"/public/deputies/{to}", Mailbox.Letter);
        Assert.Contains("提交得太快", quick.Text, StringComparison.Ordinal);
        await Task.Delay(Tickets.Soonest, TestContext.Current.CancellationToken);
        var form = SiteForm.Find(quick.Html, ["ticket"], null)!;
        Mailbox.Code(await sender.PostAsync($"/public/deputies/{to}", [.. form.Values.Where(v => v.Name is not "kind"), ("kind", "difficulty")]));
    }

    [Fact]
    public async Task Too_many_are_turned_away_with_what_was_typed_and_taken_later()
    {
        await using var site = await DemoSite.StartAsync(await DemoSite.CopyAsync(), "--Renda:LettersPerDeputy=2", "--Renda:LettersPerAddress=5");
        using var sender = site.Visit();
        var (one, other) = (await Mailbox.DeputyAsync(site), await Mailbox.DeputyAsync(site, "cosigner"));
        Task<SitePage> Send(Guid to, int n) => Mailbox.SendAsync(site, sender, to, ("body", $"第 {n} 封。"));
        Mailbox.Code(await Send(one, 1));
        Mailbox.Code(await Send(one, 2));
        var third = await Send(one, 3);
        Assert.Equal(HttpStatusCode.TooManyRequests, third.Status);
        Assert.Contains("第 3 封。", third.Text, StringComparison.Ordinal);
        Mailbox.Code(await Send(other, 4));
        await site.LookAsync(db => db.Letters.Where(l => l.DeputyId == one).ExecuteUpdateAsync(s => s.SetProperty(l => l.ArrivedAt, DateTime.UtcNow.AddHours(-2))));
        Mailbox.Code(await Send(one, 3)); // The fifth from this address.
        var sixth = await Send(other, 6);
        Assert.Equal(HttpStatusCode.TooManyRequests, sixth.Status);
        Assert.Contains("从您这个网络地址提交得太多", sixth.Text, StringComparison.Ordinal);
    }

    /// <summary>A ticket opens for its deputy within its time, and no altered one ever does.</summary>
    [Fact]
    public void A_ticket_is_good_for_its_deputy_in_its_time_and_as_it_was_made()
    {
        var protection = new EphemeralDataProtectionProvider();
        (from age in Gen.Int[-3600, 100_000] from alter in Gen.Int[0, 400] from change in Gen.Bool select (age, alter, change)).Sample(x =>
        {
            var deputy = Guid.NewGuid();
            var text = new Tickets(protection, new At(Made)).Make(deputy);
            var later = new Tickets(protection, new At(Made.AddSeconds(x.age)));
            if (x.change)
            {
                var at = x.alter % text.Length;
                var altered = text[..at] + (text[at] == 'A' ? 'B' : 'A') + text[(at + 1)..];
                // The last character holds bits that say nothing.
                return at == text.Length - 1 || later.Read(altered, deputy).Fault == TicketFault.Unreadable;
            }

            var expected = x.age < Tickets.Soonest.TotalSeconds ? TicketFault.TooSoon : x.age > Tickets.Latest.TotalSeconds ? TicketFault.TooLate : (TicketFault?)null;
            return later.Read(text, deputy).Fault == expected && later.Read(text, Guid.NewGuid()).Fault == TicketFault.Unreadable;
        }, iter: 300);
    }

    [Fact]
    public void A_code_is_read_however_it_is_typed_and_no_two_are_one()
    {
        Gen.Byte.Array[ReceiptCode.Bytes].Sample(bytes =>
        {
            var code = ReceiptCode.Write(bytes);
            var typed = code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal).Replace('0', 'o').Replace('1', 'l');
            var other = (byte[])[.. bytes[..^1], (byte)(bytes[^1] ^ 1)];
            return code.Length == 19 && ReceiptCode.Hash(typed) == ReceiptCode.Hash(code) && ReceiptCode.Hash(ReceiptCode.Write(other)) != ReceiptCode.Hash(code);
        }, iter: 500);
        Assert.NotEqual(ReceiptCode.Hash("0000-0000-0000-0000"), ReceiptCode.Hash("0000-0000-0000-0000-0"));
    }

    [Fact]
    public void Cleaned_text_holds_nothing_invisible_and_cleaning_it_again_changes_nothing()
    {
        Gen.String.Sample(text =>
        {
            var clean = Cleaning.Text(text);
            return Cleaning.Text(clean) == clean && clean.EnumerateRunes().All(r => r.Value == '\n' || Rune.GetUnicodeCategory(r) is not (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format));
        }, iter: 2000);
    }

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
