using Renda.Database;
using Renda.Platform.Files;
using Renda.Platform.Matters;
using Renda.Platform.Rules;

namespace Renda.Modules.Demo.Founding;

/// <summary>The founding year by itself, in an empty database: what it is asked for must come from its records and nothing else.</summary>
internal static class FoundingOffice
{
    public static Task FillAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<RendaDb>();
        return db.InTransactionAsync(async () =>
        {
            var cast = new Cast(db, FoundingYear.To);
            var (time, rules) = (new SimulatedTime(), services.GetRequiredService<RuleShelf>());
            var acts = new Acts(db, rules, services.GetServices<IFlow>(), time, new Followers(rules));
            var scenes = await new FoundingYear(db, new Troupe(db, rules, acts, time, new PaperIntake(db, services.GetRequiredService<PaperStore>(), time)), cast, rules.Calendar).ScenesAsync();
            await Storage.ExpectManyAsync(db);
            foreach (var ((at, play), n) in scenes.Select((s, n) => (s, n)))
            {
                await Storage.CountAsync(db, n);
                time.Now = at;
                db.ChangeTracker.Clear();
                await play();
            }

            db.ChangeTracker.Clear();
            return true;
        }, filled => filled);
    }
}
