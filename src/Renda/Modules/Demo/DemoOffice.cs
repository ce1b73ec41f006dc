using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Matters;
using Renda.Platform.Rules;

namespace Renda.Modules.Demo;

/// <summary>A fictional province to try everything in: people, units and some two hundred suggestions at every stage,
/// all brought about by the real acts, so that its ledger is as good as any.</summary>
internal static class DemoOffice
{
    public static Task<bool> IsInUseAsync(RendaDb db) => db.Congresses.AnyAsync(c => c.Code == Cast.Code && c.Name == Cast.Province);

    /// <summary>Fills an empty database, all of it or nothing.</summary>
    public static Task FillAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<RendaDb>();
        return db.InTransactionAsync(async () =>
        {
            if (await db.Congresses.AnyAsync())
            {
                throw new InvalidOperationException("The demo office needs an empty database.");
            }

            var today = services.GetRequiredService<TimeProvider>().Today();
            var cast = new Cast(db, today);
            await db.SaveChangesAsync();
            var days = new WorkDays(services.GetRequiredService<RuleShelf>().Calendar, today);
            await AddAccountsAsync(db, services.GetRequiredService<UserManager<Account>>(), cast, days);
            await PlayAsync(services, db, Plan.Stories(cast, days));
            return true;
        }, filled => filled);
    }

    private static async Task PlayAsync(IServiceProvider services, RendaDb db, IReadOnlyList<Story> stories)
    {
        var time = new SimulatedTime();
        var rules = services.GetRequiredService<RuleShelf>();
        var acts = new Acts(db, rules, services.GetServices<IFlow>(), time, new Followers(rules));
        await new Player(db, rules, acts, time, services.GetRequiredService<PaperStore>()).PlayAsync(stories);
        db.ChangeTracker.Clear();
    }

    private static async Task AddAccountsAsync(RendaDb db, UserManager<Account> users, Cast cast, WorkDays days)
    {
        var security = cast.Of("省人大常委会办公厅", Posts.SecurityAdministrator)[0];
        var at = days.Ago(320).ToDateTime(new TimeOnly(1, 30), DateTimeKind.Utc);
        string? hash = null; // Hashing is slow on purpose; one demo password needs it once.
        foreach (var demo in DemoAccounts.All)
        {
            var person = demo.Of(cast);
            var account = new Account { Congress = Cast.Code, PersonId = person.Id, UserName = demo.UserName, LockoutEnabled = true };
            account.PasswordHash = hash ??= users.PasswordHasher.HashPassword(account, DemoAccounts.Password);
            if (await users.CreateAsync(account) is { Succeeded: false } failed)
            {
                throw new InvalidOperationException(string.Join("", failed.Errors.Select(e => e.Description)));
            }

            at = at.AddMinutes(3);
            db.AccountEvents.Add(new AccountEvent { Congress = Cast.Code, Id = Guid.CreateVersion7(new DateTimeOffset(at)), At = at, PersonId = security.Id, What = $"为{person.Name}开设账号“{demo.UserName}”" });
        }

        await db.SaveChangesAsync();
    }
}
