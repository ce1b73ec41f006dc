using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Renda.Bench.Seeding;
using Renda.Database;
using Renda.Modules.Suggestions;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Bench.Measuring;

/// <summary>What an act costs with everything that follows from it: record, clocks, to-do list, search, commit.</summary>
internal static class ActCosts
{
    private const int Runs = 50;

    public static async Task<List<(string Act, double Median, double P95)>> MeasureAsync(Site site)
    {
        var deputy = await ActorAsync(site, World.Deputy);
        var clerk = await ActorAsync(site, World.Clerk);
        var given = new Particulars(new Dictionary<string, IReadOnlyList<string>> { ["title"] = ["关于试验的建议"], ["body"] = [Vocabulary.Body(new Random(1))], ["subject"] = ["health"] });
        List<Guid> drafts = [];
        var draft = await TimeAsync("a deputy drafts", async acts =>
        {
            var outcome = await acts.BeginAsync(deputy, SuggestionFlow.Id, Request("draft", given));
            drafts.Add(outcome is Outcome.Done done ? done.MatterId : throw new InvalidOperationException(outcome.ToString()));
        });
        var signed = new Particulars(new Dictionary<string, IReadOnlyList<string>> { ["intake"] = ["recess"], ["signed"] = ["yes"] });
        var filed = new Particulars(new Dictionary<string, IReadOnlyList<string>> { ["subject"] = ["health"] });
        return
        [
            draft,
            await EachAsync("the deputy submits", deputy, "submit", signed),
            await EachAsync("the office files (numbers it)", clerk, "file", filed),
            await EachAsync("the office assigns (opens a child, starts a clock)", clerk, "assign", new Particulars(new Dictionary<string, IReadOnlyList<string>> { ["lead"] = [(await UnitAsync(site)).ToString()] })),
        ];

        Task<(string, double, double)> EachAsync(string act, Actor actor, string step, Particulars particulars)
        {
            var next = new Queue<Guid>(drafts);
            return TimeAsync(act, async acts =>
            {
                var outcome = await acts.TakeAsync(actor, next.Dequeue(), Request(step, particulars));
                _ = outcome is Outcome.Done ? outcome : throw new InvalidOperationException(outcome.ToString());
            });
        }

        async Task<(string, double, double)> TimeAsync(string act, Func<Acts, Task> run)
        {
            List<double> times = [];
            for (var i = 0; i < Runs; i++)
            {
                await using var scope = site.Services.CreateAsyncScope();
                var acts = scope.ServiceProvider.GetRequiredService<Acts>();
                var start = Stopwatch.GetTimestamp();
                await run(acts);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            times.Sort();
            return (act, times[Runs / 2], times[Runs * 95 / 100]);
        }
    }

    private static ActRequest Request(string step, Particulars given) => new(step, given, null, Guid.CreateVersion7());

    private static async Task<Actor> ActorAsync(Site site, string account)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RendaDb>();
        var person = await db.Users.Where(u => u.UserName == account).Select(u => u.PersonId).SingleAsync();
        return await CurrentActor.OfPersonAsync(db, scope.ServiceProvider.GetRequiredService<RuleShelf>(), World.Code, person, TimeProvider.System.Today());
    }

    private static async Task<Guid> UnitAsync(Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RendaDb>().Units.Where(u => u.Congress == World.Code && u.Handles).OrderBy(u => u.Id).Select(u => u.Id).FirstAsync();
    }
}
