using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using MimeKit.Utils;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Platform.Notices;

/// <summary>Mails a person the reminders of a day. The Message-ID is the delivery's own: sent again after a node died, it is the same mail.</summary>
internal sealed class MailSender(RendaDb db, RuleShelf rules, NoticeBox box, MailSettings settings, Addresses addresses, TimeProvider time) : ISend
{
    private const int Seconds = 60;

    public Channel Channel => Channel.Mail;

    public async Task<Sending?> SendAsync(Delivery delivery, CancellationToken stop)
    {
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Congress == delivery.Congress && a.PersonId == delivery.Target, stop);
        if (account is not { MailsReminders: true, Email: { } email } || account.IsDisabled(time.GetUtcNow()))
        {
            return null;
        }

        var actor = await CurrentActor.OfPersonAsync(db, rules, delivery.Congress, delivery.Target, time.Today());
        var lines = await box.OfMailAsync(actor, delivery.Id);
        if (lines.Count == 0)
        {
            return null;
        }

        if (!MailboxAddress.TryParse(email, out var to))
        {
            return Sending.Never($"“{email}”不是邮件地址，请本人改正。");
        }

        using var message = new MimeMessage();
        message.From.Add(settings.From);
        message.To.Add(to);
        message.Subject = Digest.Subject(lines, time.Today());
        message.MessageId = $"{delivery.Id:N}@{settings.From.Domain}";
        message.Date = time.GetUtcNow().ToOffset(ChinaTime.Offset);
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated"); // Nobody's absence note answers it.
        message.Body = new TextPart("plain") { Text = Digest.Text(actor, lines, addresses, settings.Site) };
        return await SendAsync(message, email, stop);
    }

    private async Task<Sending> SendAsync(MimeMessage message, string email, CancellationToken stop)
    {
        using var client = new SmtpClient { Timeout = Seconds * 1000 };
        try
        {
            await client.ConnectAsync(settings.Host!, settings.Port, settings.Security, stop);
            if (settings.User is { } user)
            {
                await client.AuthenticateAsync(user, settings.Password ?? "", stop);
            }

            await client.SendAsync(message, stop);
        }
        catch (SmtpCommandException e) when ((int)e.StatusCode >= 500 && e.ErrorCode is (SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted))
        {
            return Sending.Never($"“{email}”被邮件服务器拒收（{(int)e.StatusCode} {e.Message}），请本人核对提醒邮箱。");
        }
        catch (ServiceNotAuthenticatedException)
        {
            return Sending.Later("邮件服务器要求先登录。请设置 Renda:Mail:User 和密码。");
        }
        catch (AuthenticationException e)
        {
            return Sending.Later($"邮件服务器不认发件账号：{e.Message}。请核对 Renda:Mail:User 和密码。");
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            return Sending.Later($"邮件没有发出：{e.Message}");
        }

        await QuitAsync(client);
        return Sending.Done;
    }

    // The server has the mail; how it says goodbye does not matter.
    private static async Task QuitAsync(SmtpClient client)
    {
        try
        {
            await client.DisconnectAsync(quit: true);
        }
        catch (Exception e) when (e is ProtocolException or SocketException or IOException or SmtpCommandException)
        {
            // It was sent all the same.
        }
    }
}
