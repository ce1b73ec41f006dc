using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Renda.Bench.Measuring;
using Renda.Database;
using Renda.Modules.Suggestions;
using Renda.Modules.Suggestions.Numbers;
using Renda.Platform;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Rules;
using Renda.Platform.Search;

namespace Renda.Bench.Seeding;

/// <summary>Fills an empty database: one thread makes rows, one writes them; indexes are made afterwards from their own definitions.</summary>
internal static class Seeder
{
    private const int PerTransaction = 20_000;

    public static async Task SeedAsync(Site site, Settings settings)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RendaDb>();
        if (await db.Suggestions.CountAsync() is > 0 and var there)
        {
            Console.WriteLine(there >= settings.Rows ? $"Reusing {there:N0} suggestions." : throw new InvalidOperationException($"There are {there} suggestions in the data directory."));
            return;
        }

        var clock = Stopwatch.StartNew();
        var world = await World.MakeAsync(scope.ServiceProvider);
        var maker = new Maker(world, scope.ServiceProvider.GetRequiredService<RuleShelf>(), TimeProvider.System.Today(), settings.Rows);
        using var made = new BlockingCollection<Made>(10_000);
        var making = Task.Run(() =>
        {
            foreach (var one in Enumerable.Range(0, settings.Rows).AsParallel().AsOrdered().WithDegreeOfParallelism(Environment.ProcessorCount).Select(maker.Make))
            {
                made.Add(one);
            }

            made.CompleteAdding();
        });
        var rows = Write(db, made, clock);
        await making;
        if (db.Database.IsSqlite())
        {
            await Storage.AnalyseAsync(db);
        }

        Console.WriteLine($"Seeded {rows:N0} rows in {clock.Elapsed.TotalSeconds:N0} s: {rows / clock.Elapsed.TotalSeconds:N0} rows/s, indexes included.");
    }

    private static long Write(RendaDb db, BlockingCollection<Made> made, Stopwatch clock)
    {
        using IRowStore store = db.Database.IsNpgsql() ? new PostgresRows(db) : new SqliteRows(db);
        var (matters, texts, parties) = (store.Table<Matter>(), store.Table<Suggestion>(), store.Table<Party>());
        var (records, clocks, waitings) = (store.Table<Record>(), store.Table<MatterClock>(), store.Table<Waiting>());
        var (listings, passages, results) = (store.Table<Listing>(), store.Table<Passage>(), store.Table<HandlingResult>());
        var documents = store.Table<SearchDocument>();
        long rows = 0;
        var (count, done) = (0, 0);
        foreach (var one in made.GetConsumingEnumerable())
        {
            Each(one.Matters, matters.Add);
            texts.Add(one.Text);
            Each(one.Parties, parties.Add);
            Each(one.Records, records.Add);
            Each(one.Clocks, clocks.Add);
            Each(one.Waitings, waitings.Add);
            Each(one.Listings, listings.Add);
            Each(one.Passages, passages.Add);
            Each(one.Results, results.Add);
            documents.Add(one.Document);
            store.AddTokens(one.Document.Id, one.Tokens);
            rows += one.Rows;
            if (++count == PerTransaction)
            {
                store.Flush();
                (done, count) = (done + count, 0);
                Console.WriteLine($"{done:N0} suggestions, {rows / clock.Elapsed.TotalSeconds:N0} rows/s");
            }
        }

        store.Finish();
        return rows;
    }

    private static void Each<T>(IReadOnlyList<T> rows, Action<T> add)
    {
        foreach (var row in rows)
        {
            add(row);
        }
    }
}
