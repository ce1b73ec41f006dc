using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using MimeKit;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Notices;
using Renda.Platform.Web;

namespace Renda.Modules.Supervision;

/// <summary>提醒设置: a person's own e-mail address, and whether reminders are mailed to it.</summary>
[Needs(CommonPermissions.SignedIn)]
internal sealed class SettingsPage(RendaDb db, UserManager<Account> users, MailSettings mail, AccountLog log) : ActorPage
{
    private const int LongestAddress = 254; // RFC 5321, 4.5.3.1.3 less the brackets.

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Mails { get; set; }

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    public bool Configured => mail.Configured;

    public int Hour => mail.Hour;

    public IReadOnlyList<FieldModel> Fields =>
    [
        new("Email", "邮箱", "email", false, "例如 name@example.gov.cn。", Email, [], [], LongestAddress, Refusals.FirstOrDefault(r => r.Field == nameof(Email))?.Sentence, null),
        new("Mails", "用邮件提醒我", "yes-no", true, null, Mails, [], [], null, Refusals.FirstOrDefault(r => r.Field == nameof(Mails))?.Sentence, null),
    ];

    public async Task OnGetAsync()
    {
        var account = (await users.GetUserAsync(User))!;
        (Email, Mails) = (account.Email, account.MailsReminders ? "yes" : "no");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Email = string.IsNullOrWhiteSpace(Email) ? null : Email.Trim();
        Refusals = [.. Check()];
        if (Refusals.Count > 0)
        {
            return Page();
        }

        var done = await db.InTransactionAsync(async () =>
        {
            var account = (await users.GetUserAsync(User))!;
            (account.Email, account.MailsReminders) = (Email, Mails == "yes");
            var saved = await users.UpdateAsync(account);
            if (saved.Succeeded)
            {
                log.Add(Actor, account.MailsReminders ? $"用邮件接收提醒：{Email}" : "不用邮件接收提醒", HttpContext);
                await db.SaveChangesAsync();
            }

            return saved;
        }, saved => saved.Succeeded);
        if (!done.Succeeded)
        {
            Refusals = [new RefusalItem("账号刚刚在别处改动过，没有保存。", null, null, "请再保存一次。")];
            return Page();
        }

        Notice(Mails == "yes" ? $"已保存，今后的提醒每天汇总发到 {Email}。" : "已保存，提醒不发邮件。");
        return Redirect("/notices/settings");
    }

    private IEnumerable<RefusalItem> Check()
    {
        if (Mails is not ("yes" or "no"))
        {
            yield return new RefusalItem("请选择是否用邮件提醒。", nameof(Mails), null, null);
        }

        if (Mails == "yes" && !mail.Configured)
        {
            yield return new RefusalItem("本机关没有设置邮件服务器，不能用邮件提醒。", nameof(Mails), null, "请选“否”，或者联系系统管理员。");
        }

        if (Email is null && Mails == "yes")
        {
            yield return new RefusalItem("要用邮件提醒，请填邮箱。", nameof(Email), null, null);
        }

        // A name around the address, or several addresses, are not an address.
        if (Email is { } email && (email.Length > LongestAddress || !MailboxAddress.TryParse(email, out var box) || box.Address != email || !email.Contains('@')))
        {
            yield return new RefusalItem($"“{email[..Math.Min(email.Length, 60)]}”不是邮箱地址。", nameof(Email), null, "请核对，例如 name@example.gov.cn。");
        }
    }
}
