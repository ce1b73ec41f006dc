using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Setup;
using Renda.Platform.Web;

namespace Renda.Modules.Administration;

/// <summary>Opens accounts, resets passwords, locks and unlocks: each with its event in one transaction, never on oneself.</summary>
internal sealed class AccountKeeping(RendaDb db, UserManager<Account> users, AccountLog log)
{
    private const int Longest = 40;

    /// <summary>Opens an account for somebody new.</summary>
    public Task<Kept> OpenNewAsync(Actor actor, string? name, string? userName, HttpContext http) => Together(async () =>
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return Kept.No("请填写“姓名”。", "Name");
        }

        if (name.Trim().Length > Longest)
        {
            return Kept.No("“姓名”最多四十字。", "Name");
        }

        var person = new Person { Congress = actor.Congress, Name = name.Trim() };
        db.People.Add(person);
        return await OpenAsync(actor, person, userName, http);
    });

    /// <summary>Opens an account for a person already known.</summary>
    public Task<Kept> OpenAsync(Actor actor, Guid person, string? userName, HttpContext http) => Together(async () =>
    {
        var known = await db.People.SingleAsync(p => p.Congress == actor.Congress && p.Id == person);
        var has = await db.Users.AnyAsync(a => a.Congress == actor.Congress && a.PersonId == person);
        return has ? Kept.No($"{known.Name}已经有账号。") : await OpenAsync(actor, known, userName, http);
    });

    public Task<Kept> ResetAsync(Actor actor, Guid person, HttpContext http) => ChangeAsync(actor, person, async (account, name) =>
    {
        var password = FirstRun.OneTimePassword();
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        account.MustChangePassword = true;
        account.AccessFailedCount = 0;
        await users.UpdateSecurityStampAsync(account);
        log.Add(actor, $"重置{name}的账号“{account.UserName}”的密码", http);
        return Kept.Done($"{name}的一次性密码是 {password} ，只显示这一次，登录后须修改。");
    });

    public Task<Kept> LockAsync(Actor actor, Guid person, bool locked, HttpContext http) => ChangeAsync(actor, person, async (account, name) =>
    {
        account.LockoutEnabled = true;
        account.LockoutEnd = locked ? DateTimeOffset.MaxValue : null;
        account.AccessFailedCount = 0;
        await users.UpdateSecurityStampAsync(account); // Ends the sessions that are open.
        log.Add(actor, $"{(locked ? "停用" : "启用")}{name}的账号“{account.UserName}”", http);
        return Kept.Done($"{name}的账号已{(locked ? "停用" : "启用")}。");
    });

    private async Task<Kept> OpenAsync(Actor actor, Person person, string? userName, HttpContext http)
    {
        if (string.IsNullOrWhiteSpace(userName))
        {
            return Kept.No("请填写“账号”。", "UserName");
        }

        if (userName.Trim().Length > Longest)
        {
            return Kept.No("“账号”最多四十字。", "UserName");
        }

        await db.SaveChangesAsync();
        var password = FirstRun.OneTimePassword();
        var account = new Account { Congress = actor.Congress, PersonId = person.Id, UserName = userName.Trim(), MustChangePassword = true };
        var made = await users.CreateAsync(account, password);
        if (!made.Succeeded)
        {
            return new Kept([.. made.Errors.Select(e => new RefusalItem(e.Description, "UserName", null, "请换一个。"))]);
        }

        log.Add(actor, $"为{person.Name}开设账号“{account.UserName}”", http);
        return Kept.Done($"{person.Name}的账号“{account.UserName}”已开设，一次性密码是 {password} ，只显示这一次，登录后须修改。", person.Id);
    }

    private Task<Kept> ChangeAsync(Actor actor, Guid person, Func<Account, string, Task<Kept>> change) => Together(async () =>
    {
        if (person == actor.PersonId)
        {
            return Kept.No("不能改动自己的账号。", remedy: "自己的密码请在“修改密码”里改；其他事项请另一位安全管理员办理。");
        }

        var account = await db.Users.SingleAsync(a => a.Congress == actor.Congress && a.PersonId == person);
        var name = await db.People.Where(p => p.Congress == actor.Congress && p.Id == person).Select(p => p.Name).SingleAsync();
        return await change(account, name);
    });

    private Task<Kept> Together(Func<Task<Kept>> act) => db.InTransactionAsync(async () =>
    {
        var kept = await act();
        if (kept.Ok)
        {
            await db.SaveChangesAsync();
        }

        return kept;
    }, kept => kept.Ok);
}
