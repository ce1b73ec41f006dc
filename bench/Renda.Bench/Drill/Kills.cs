using System.Text;
using Microsoft.EntityFrameworkCore;
using Renda.Bench.Measuring;
using Renda.Database;

namespace Renda.Bench.Drill;

/// <summary>Kills, crashes and pauses one machine after another while callers act, and counts what became of every act.</summary>
internal static class Kills
{
    private static readonly TimeSpan Down = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(4);

    private static readonly (string What, string Verb, string Undo)[] Ways =
    [
        ("PostgreSQL primary killed with its machine", "kill", "start"),
        ("web node 1 killed", "kill", "start"),
        ("PostgreSQL primary crashed", "crash", ""),
        ("web node 2 paused", "pause", "resume"),
        ("PostgreSQL primary paused", "pause", "resume"),
        ("web node 2 killed", "kill", "start"),
    ];

    /// <summary>Runs so many kills; 0 where nothing was lost, doubled or refused.</summary>
    public static async Task<int> RunAsync(Site site, int kills, string? file)
    {
        var front = new Uri(await Cluster.AskAsync("address"));
        using var deputy = await ApiCaller.AsAsync(site.Services, "deputy", front);
        using var clerk = await ApiCaller.AsAsync(site.Services, "clerk", front);
        var load = new Load(deputy, clerk, await AskAsync(site, db => db.Units.Where(u => u.Handles).OrderBy(u => u.Id).Select(u => u.Id).FirstAsync()));
        load.Begin();
        await Task.Delay(Calm);
        List<Kill> done = [];
        for (var i = 0; i < kills; i++)
        {
            done.Add(await KillAsync(load, i + 1, Ways[i % Ways.Length]));
            Console.WriteLine(done[^1].Line(load));
        }

        await load.EndAsync();
        var tally = await AskAsync(site, db => Tally.CountAsync(db, load));
        var said = Write(load, done, tally);
        Console.WriteLine(said);
        if (file is not null)
        {
            await File.WriteAllTextAsync(file, said);
        }

        return tally.Sound && load.Refusals.IsEmpty ? 0 : 1;
    }

    private static async Task<Kill> KillAsync(Load load, int number, (string What, string Verb, string Undo) way)
    {
        var node = way.What.StartsWith("web", StringComparison.Ordinal) ? $"web{way.What[9]}" : await Cluster.AskAsync("primary");
        var before = load.Done.Count;
        var at = load.Now;
        await Cluster.AskAsync(way.Verb, node);
        await Task.Delay(Down);
        if (way.Undo.Length > 0)
        {
            await Cluster.AskAsync(way.Undo, node);
        }

        await Cluster.SettleAsync();
        var settled = load.Now;
        await Task.Delay(Calm);
        return new Kill(number, $"{way.What} ({node})", at, settled, load.Done.Count - before);
    }

    private static string Write(Load load, List<Kill> kills, Tally tally)
    {
        var outside = load.Troubles.Count(t => !kills.Any(k => k.Covers(t)));
        var text = new StringBuilder($"""
            # Kills under load

            `bin/drill`: two PostgreSQL nodes with automatic failover, two web nodes, HAProxy, all on one machine ({Environment.ProcessorCount} cores); eight callers act
            all the time and send again under the same key what got no answer. A machine killed is gone for {Down.TotalSeconds:N0} seconds, and so is one paused.

            - {kills.Count} kills, {tally.Acknowledged:N0} acts acknowledged, **{tally.Lost} lost, {tally.Doubled} doubled**, {tally.Strangers} that nobody sent; {load.Refusals.Count} refused.
            - {load.Troubles.Count:N0} requests had to be sent again ({string.Join(", ", load.Troubles.GroupBy(t => t.What).OrderByDescending(g => g.Count()).Select(g => $"{g.Key}: {g.Count()}"))}); {outside} of them outside the time from a kill until all machines stood again.
            - `ledger verify` afterwards: see the end of the drill.

            | | What | Until the last request without an answer ended | Sent again | All machines again after | Acts meanwhile |
            |---|---|---|---|---|---|

            """);
        kills.ForEach(k => text.AppendLine(k.Line(load)));
        foreach (var refusal in load.Refusals.Distinct().Take(10))
        {
            text.AppendLine($"\nRefused: {refusal}");
        }

        return text.ToString();
    }

    private static async Task<T> AskAsync<T>(Site site, Func<RendaDb, Task<T>> ask)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<RendaDb>());
    }

    private sealed record Kill(int Number, string What, TimeSpan At, TimeSpan Settled, int Acts)
    {
        // What was under way when the machine died belongs to it too.
        public bool Covers(Trouble trouble) => trouble.Ended >= At && trouble.Began <= Settled;

        public string Line(Load load)
        {
            var troubles = load.Troubles.Where(Covers).ToList();
            var until = troubles.Count == 0 ? "-" : $"{(troubles.Max(t => t.Ended) - At).TotalSeconds:N1} s";
            return $"| {Number} | {What} | {until} | {troubles.Count} | {(Settled - At).TotalSeconds:N1} s | {Acts:N0} |";
        }
    }
}
