using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Demo.Cases;
using Renda.Modules.Demo.Founding;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Matters;
using Renda.Platform.Notices;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Modules.Demo;

/// <summary>A fictional province to try everything in: people, units, some two hundred suggestions at every stage and
/// cases of every other procedure, all brought about by the real acts, so that its ledger is as good as any.</summary>
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
            var days = new WorkDays(services.GetRequiredService<RuleShelf>().Calendar, today);
            var cast = new Cast(db, today);
            new RosterRows(db, cast, days).Add();
            await db.SaveChangesAsync();
            await AddAccountsAsync(db, services.GetRequiredService<UserManager<Account>>(), cast, days);
            await PlayAsync(services, db, cast, days);
            await new Reminding(db, services.GetRequiredService<RuleShelf>(), new LadderAdopted(), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<Reminding>>()).MakeAsync();
            return true;
        }, filled => filled);
    }

    // All in the order in which it happened, so that numbers and lists run as an office's do.
    private static async Task PlayAsync(IServiceProvider services, RendaDb db, Cast cast, WorkDays days)
    {
        var (time, rules) = (new SimulatedTime(), services.GetRequiredService<RuleShelf>());
        var acts = new Acts(db, rules, services.GetServices<IFlow>(), time, new Followers(rules));
        var troupe = new Troupe(db, rules, acts, time, new PaperIntake(db, services.GetRequiredService<PaperStore>(), time));
        var player = new Player(db, troupe);
        var (stories, cases) = Planned(cast, days, rules);
        IEnumerable<(DateTime At, Func<Task> Play)> scenes =
        [
            .. stories.SelectMany(s => s.Beats.Select(b => (b.At, (Func<Task>)(() => player.PlayAsync(s, b))))),
            .. new Releasing(db, rules, troupe, services.GetServices<IFlow>()).Scenes(stories, days),
            .. new UnitDesk(troupe).Scenes(stories, days),
            .. new TogetherStory(db, troupe).Scenes(stories, days),
            .. new SessionStory(db, troupe, cast, days).Scenes(),
            .. new VoterLetters(db, troupe, cast, days, time).Scenes(),
            .. new ConsultationStory(db, troupe, services.GetServices<IFlow>(), cast, days, time).Scenes(),
            .. new CarriedOver(troupe, cast, days).Scenes(),
            .. new BillScene(db, troupe, services.GetServices<IFlow>(), cast, days, time).Scenes(),
            .. new LawScene(db, troupe, cast, days).Scenes(),
            .. new ReportScene(db, troupe, services.GetServices<IFlow>(), cast, days).Scenes(WantsFoundingYear(services)),
            .. WantsFoundingYear(services) ? await new FoundingYear(db, troupe, cast, rules.Calendar).ScenesAsync() : [],
            .. cases.Select(c => (Player: new CasePlayer(db, troupe, cast, c), c.Acts)).SelectMany(c => c.Acts.Select(a => (a.At, (Func<Task>)(() => c.Player.PlayAsync(a))))),
        ];
        await Storage.ExpectManyAsync(db);
        foreach (var ((at, play), n) in scenes.OrderBy(s => s.At).Select((s, n) => (s, n)))
        {
            await Storage.CountAsync(db, n);
            time.Now = at;
            db.ChangeTracker.Clear();
            await play();
        }

        db.ChangeTracker.Clear();
    }

    // Some 2,700 acts: tests that ask about other things leave them out.
    private static bool WantsFoundingYear(IServiceProvider services) => services.GetRequiredService<IConfiguration>()["Renda:FoundingYear"] != "false";

    /// <summary>What is to be played.</summary>
    public static (IReadOnlyList<Story> Stories, IReadOnlyList<Case> Cases) Planned(Cast cast, WorkDays days, RuleShelf rules)
    {
        var stories = Plan.Stories(cast, days);
        return (stories, Casebook.Of(cast, days, rules.Book, rules.Calendar, Named(stories, rules.Book, days.Today)));
    }

    // A suggestion can be named by other work once it is handed in.
    private static IEnumerable<Nameable> Named(IReadOnlyList<Story> stories, RuleBook book, DateOnly today) =>
        from story in stories
        let handed = story.Beats.FirstOrDefault(b => b.Step == "submit")
        where handed is not null
        select new Nameable(story.Id, book.Find("suggestion", Cast.Jurisdiction, today).Procedure!, DateOnly.FromDateTime(handed.At), null);

    private static async Task AddAccountsAsync(RendaDb db, UserManager<Account> users, Cast cast, WorkDays days)
    {
        var security = cast.Of(Cast.Secretariat, Posts.SecurityAdministrator)[0];
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
