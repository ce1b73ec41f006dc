using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Renda.Platform.Notices;
using Renda.Platform.Setup;
using Xunit;
using static Renda.Tests.Platform.Notices.ReminderOffice;

namespace Renda.Tests.Platform.Notices;

/// <summary>Mails go out once, from whichever node, through restarts and refusals.</summary>
public sealed class OutboxTests
{
    public static TheoryData<string> Both => Databases.All;

    [Theory, MemberData(nameof(Both))]
    public async Task A_clerk_with_many_due_dates_has_one_mail_a_day_after_the_hour(string database)
    {
        var time = new MovingTime(Start);
        await using var server = new MailServer();
        await using var office = await TestOffice.OpenAsync(database, time, server.Settings);
        await MailsAsync(office, "unit");
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await office.Assigned());
        }

        var due = (await ClockAsync(office, ids[0], "reply")).Due;
        time.Set(due.AddDays(-15), hour: 7);
        await RoundAsync(office.App.Services);
        Assert.Empty(server.Mails);
        time.Set(due.AddDays(-15), hour: 8);
        await RoundAsync(office.App.Services);
        await RoundAsync(office.App.Services);
        var (to, text) = Assert.Single(server.Mails);
        Assert.Equal("unit@example.cn", to);
        using var mail = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken);
        Assert.Contains("办理提醒", mail.Subject);
        Assert.Contains("《关于农村供水的建议》", mail.TextBody);
        Assert.Contains($"https://rd.example.cn/suggestions/{ids[0]}", mail.TextBody);
        Assert.DoesNotContain("水压", mail.TextBody); // The content stays in the house.
        Assert.All(ids, id => Assert.Contains($"{id}", mail.TextBody));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_nodes_share_the_work_and_nobody_is_told_twice(string database)
    {
        var time = new MovingTime(Start);
        await using var server = new MailServer();
        await using var office = await TestOffice.OpenAsync(database, time, server.Settings);
        string[] mailed = ["unit", "clerk", "clerk2"];
        foreach (var name in mailed)
        {
            await MailsAsync(office, name);
        }

        var ids = new List<Guid>();
        for (var i = 0; i < 8; i++)
        {
            ids.Add(await office.Assigned());
        }

        var due = (await ClockAsync(office, ids[0], "reply")).Due;
        await using var other = office.Node(server.Settings);
        time.Set(due.AddDays(4));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => RoundAsync(i % 2 == 0 ? office.App.Services : other.Services)));
        var told = await office.WithDb(db => db.Notices.Where(n => n.DueOn == due && n.Rung == "late").Select(n => new { n.RootId, n.PersonId }).ToListAsync());
        Assert.Equal(8 * 3, told.Count);
        Assert.Equal(told.Count, told.Distinct().Count());
        time.Set(due.AddDays(5)); // Whoever was told after the other node had made the day's mails has them the next day.
        await Task.WhenAll(RoundAsync(office.App.Services), RoundAsync(other.Services));
        foreach (var name in mailed)
        {
            var mails = server.Mails.Where(m => m.To == $"{name}@example.cn").ToList();
            Assert.Equal(mails.Count, mails.Select(m => MailServer.IdOf(m.Text)).Distinct().Count());
            var all = "";
            foreach (var (_, text) in mails)
            {
                using var mail = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken);
                all += mail.TextBody;
            }

            Assert.All(ids, id => Assert.Equal(2, all.Split($"suggestions/{id}\n").Length + all.Split($"suggestions/{id}\r\n").Length - 1));
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_restart_sends_what_was_made_and_not_yet_sent(string database)
    {
        var time = new MovingTime(Start);
        await using var server = new MailServer();
        await using var office = await TestOffice.OpenAsync(database, time, server.Settings);
        await MailsAsync(office, "unit");
        var id = await office.Assigned();
        var due = (await ClockAsync(office, id, "reply")).Due;
        time.Set(due.AddDays(-15), hour: 6);
        await using (var first = office.Node(server.Settings))
        {
            await RoundAsync(first.Services);
        }

        Assert.Empty(server.Mails);
        time.Set(due.AddDays(-14), hour: 9);
        await using var second = office.Node(server.Settings);
        await RoundAsync(second.Services);
        Assert.Single(server.Mails);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_node_that_died_after_sending_leaves_the_same_mail_to_be_sent_again_once_its_lease_is_over(string database)
    {
        var time = new MovingTime(Start);
        await using var server = new MailServer();
        await using var office = await TestOffice.OpenAsync(database, time, server.Settings);
        await MailsAsync(office, "unit");
        time.Set((await ClockAsync(office, await office.Assigned(), "reply")).Due.AddDays(-15));
        await RoundAsync(office.App.Services);
        // As it stands when the mail has gone out and nobody noted it.
        var until = time.Now.UtcDateTime + Outbox.Lease;
        await office.WithDb(db => db.Deliveries.ExecuteUpdateAsync(s => s.SetProperty(d => d.State, DeliveryState.Waiting).SetProperty(d => d.NextAt, until)));
        await using var other = office.Node(server.Settings);
        await RoundAsync(other.Services);
        Assert.Single(server.Mails);
        time.Now += Outbox.Lease;
        await Task.WhenAll(RoundAsync(other.Services), RoundAsync(office.App.Services));
        Assert.Equal(2, server.Mails.Count);
        Assert.Single(server.Mails.Select(m => MailServer.IdOf(m.Text)).Distinct());
        Assert.Equal(DeliveryState.Sent, Assert.Single(await DeliveriesAsync(office)).State);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_fails_for_now_is_tried_again_later_and_what_fails_for_good_says_why(string database)
    {
        var time = new MovingTime(Start);
        await using var server = new MailServer { Answer = to => to.StartsWith("unit", StringComparison.Ordinal) ? "451 try later" : "550 no such user" };
        await using var office = await TestOffice.OpenAsync(database, time, server.Settings);
        await MailsAsync(office, "unit");
        await MailsAsync(office, "clerk");
        time.Set((await ClockAsync(office, await office.Assigned(), "reply")).Due.AddDays(4));
        await RoundAsync(office.App.Services);
        await RoundAsync(office.App.Services);
        var waiting = (await DeliveriesAsync(office)).Single(d => d.Target == office.Person("unit"));
        var failed = (await DeliveriesAsync(office)).Single(d => d.Target == office.Person("clerk"));
        Assert.Equal((DeliveryState.Waiting, 1, time.Now.UtcDateTime.AddMinutes(1)), (waiting.State, waiting.Tries, waiting.NextAt));
        Assert.Equal((DeliveryState.Failed, 1), (failed.State, failed.Tries));
        Assert.Contains("550 no such user", failed.Error);
        server.Answer = _ => "250 OK";
        time.Now += TimeSpan.FromMinutes(2);
        await RoundAsync(office.App.Services);
        Assert.Equal("unit@example.cn", Assert.Single(server.Mails).To);
        Assert.Null((await DeliveriesAsync(office)).Single(d => d.Target == office.Person("unit")).Error);
    }

    [Fact]
    public async Task A_server_that_wants_a_sign_in_is_told_of_and_tried_again()
    {
        var time = new MovingTime(Start);
        await using var server = new MailServer { Sender = "530 5.7.0 Authentication required" };
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite, time, server.Settings);
        await MailsAsync(office, "unit");
        time.Set((await ClockAsync(office, await office.Assigned(), "reply")).Due.AddDays(-15));
        await RoundAsync(office.App.Services);
        var waiting = Assert.Single(await DeliveriesAsync(office));
        Assert.Equal((DeliveryState.Waiting, 1), (waiting.State, waiting.Tries));
        Assert.Contains("Renda:Mail:User", waiting.Error);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_could_not_be_mailed_for_a_day_goes_into_the_next_mail(string database)
    {
        var time = new MovingTime(Start);
        await using var server = new MailServer { Answer = _ => "451 try later" };
        await using var office = await TestOffice.OpenAsync(database, time, server.Settings);
        await MailsAsync(office, "unit");
        var id = await office.Assigned();
        time.Set((await ClockAsync(office, id, "reply")).Due.AddDays(-15));
        await RoundAsync(office.App.Services);
        for (var tries = 1; tries < 8; tries++)
        {
            Assert.Equal((DeliveryState.Waiting, tries), Assert.Single((await DeliveriesAsync(office)).Select(d => (d.State, d.Tries))));
            time.Now += TimeSpan.FromHours(12);
            await RoundAsync(office.App.Services);
        }

        Assert.Equal(DeliveryState.Failed, Assert.Single(await DeliveriesAsync(office)).State);
        server.Answer = _ => "250 OK";
        time.Set(DateOnly.FromDateTime(time.Now.ToOffset(TimeSpan.FromHours(8)).DateTime).AddDays(1));
        await RoundAsync(office.App.Services);
        using var mail = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(Assert.Single(server.Mails).Text)), TestContext.Current.CancellationToken);
        Assert.Contains($"{id}", mail.TextBody);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_read_it_or_lost_the_post_meanwhile_has_no_mail(string database)
    {
        var time = new MovingTime(Start);
        await using var server = new MailServer();
        await using var office = await TestOffice.OpenAsync(database, time, server.Settings);
        await MailsAsync(office, "unit");
        await MailsAsync(office, "clerk");
        var due = (await ClockAsync(office, await office.Assigned(), "reply")).Due;
        time.Set(due.AddDays(4), hour: 6);
        await RoundAsync(office.App.Services);
        await office.WithDb(db => db.Notices.Where(n => n.PersonId == office.Person("clerk")).ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, time.Now.UtcDateTime)));
        await office.WithDb(db => db.Posts.Where(p => p.PersonId == office.Person("unit")).ExecuteUpdateAsync(s => s.SetProperty(p => p.To, due)));
        time.Set(due.AddDays(4), hour: 9);
        await RoundAsync(office.App.Services);
        Assert.Empty(server.Mails);
        Assert.All(await DeliveriesAsync(office), d => Assert.Equal(DeliveryState.Void, d.State));
    }

    [Theory]
    [InlineData("--Renda:Mail:Host=mail.example.cn", "Renda:Mail:From")]
    [InlineData("--Renda:Mail:Tls=ssl", "Renda:Mail:Tls")]
    [InlineData("--Renda:Mail:Hour=24", "Renda:Mail:Hour")]
    [InlineData("--Renda:Mail:Port=x", "Renda:Mail:Port")]
    [InlineData("--Renda:Mail:From=nobody@", "Renda:Mail:From")]
    [InlineData("--Renda:Robots:0:Kind=slack", "Kind")]
    [InlineData("--Renda:Robots:0:Kind=wecom|--Renda:Robots:0:Url=http://robot.example.cn/send", "https")]
    public void A_setting_that_cannot_be_meant_is_refused_in_a_sentence(string settings, string named) =>
        Assert.Contains(named, Assert.Throws<SettingException>(() => RendaApp.Create(settings.Split('|'))).Message);
}
