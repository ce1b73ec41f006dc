using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
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
        await Storage.AnalyseAsync(db);
        Console.WriteLine($"Seeded {rows:N0} rows in {clock.Elapsed.TotalSeconds:N0} s: {rows / clock.Elapsed.TotalSeconds:N0} rows/s, indexes included.");
    }

    private static long Write(RendaDb db, BlockingCollection<Made> made, Stopwatch clock)
    {
        using var connection = new SqliteConnection(db.Database.GetConnectionString());
        connection.Open();
        Run(connection, "PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA temp_store = MEMORY;");
        // The triggers that keep records from being replaced look rows up by the indexes: both go for the time being.
        const string Aside = "FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name IN ('matters', 'parties', 'records', 'search_documents', 'waitings', 'clocks', 'listings', 'passages', 'handling_results')";
        var aside = Column(connection, $"SELECT sql {Aside} ORDER BY type");
        foreach (var drop in Column(connection, $"SELECT 'DROP ' || type || ' ' || name {Aside}"))
        {
            Run(connection, drop);
        }

        using var matters = new Bulk<Matter>(db, connection);
        using var texts = new Bulk<Suggestion>(db, connection);
        using var parties = new Bulk<Party>(db, connection);
        using var records = new Bulk<Record>(db, connection);
        using var clocks = new Bulk<MatterClock>(db, connection);
        using var waitings = new Bulk<Waiting>(db, connection);
        using var listings = new Bulk<Listing>(db, connection);
        using var passages = new Bulk<Passage>(db, connection);
        using var results = new Bulk<HandlingResult>(db, connection);
        using var documents = new Bulk<SearchDocument>(db, connection);
        using var tokens = new Bulk(connection, "INSERT INTO search_tokens (rowid, tokens) VALUES (?, ?)");
        long rows = 0;
        var (count, done) = (0, 0);
        Run(connection, "BEGIN");
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
            tokens.Add([one.Document.Id, one.Tokens]);
            rows += one.Rows;
            if (++count == PerTransaction)
            {
                Run(connection, "COMMIT; BEGIN");
                (done, count) = (done + count, 0);
                Console.WriteLine($"{done:N0} suggestions, {rows / clock.Elapsed.TotalSeconds:N0} rows/s");
            }
        }

        Run(connection, "COMMIT");
        aside.ForEach(sql => Run(connection, sql));
        return rows;
    }

    private static void Each<T>(IReadOnlyList<T> rows, Action<T> add)
    {
        foreach (var row in rows)
        {
            add(row);
        }
    }

    private static List<string> Column(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only this file's own statements and the schema's arrive here.
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<string> values = [];
        while (reader.Read())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    internal static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
#pragma warning restore CA2100
    }
}
