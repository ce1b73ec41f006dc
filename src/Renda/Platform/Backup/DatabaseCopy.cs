using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Records.Sealing;

namespace Renda.Platform.Backup;

/// <summary>What the database holds at the moment it is copied.</summary>
internal sealed record DatabaseState(string Schema, BackupCounts Counts, IReadOnlyList<SealLine> Seals);

/// <summary>Copies the database as it is at one moment, while others write.</summary>
internal static class DatabaseCopy
{
    public static async Task<DatabaseState> ToAsync(RendaDb db, string file, string? postgresTools, CancellationToken stop) =>
        db.Database.IsSqlite() ? await SqliteAsync(db, file, stop) : await PostgresAsync(db, file, postgresTools, stop);

    // One step copies all: in WAL mode writers go on beside a reader, and a copy in many steps would begin again with each of their writes.
    private static async Task<DatabaseState> SqliteAsync(RendaDb db, string file, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        await using (var copy = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await copy.OpenAsync(stop);
            ((SqliteConnection)db.Database.GetDbConnection()).BackupDatabase(copy);
            await using var whole = copy.CreateCommand();
            whole.CommandText = "PRAGMA journal_mode = DELETE"; // All of it in the one file.
            await whole.ExecuteNonQueryAsync(stop);
        }

        await db.Database.CloseConnectionAsync();
        await using var copied = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite($"Data Source={file};Mode=ReadOnly;Pooling=False").UseSnakeCaseNamingConvention().Options);
        return await StateAsync(copied, stop);
    }

    private static async Task<DatabaseState> PostgresAsync(RendaDb db, string file, string? tools, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        var snapshot = (await db.Database.SqlQuery<string>($"SELECT pg_export_snapshot() AS \"Value\"").ToListAsync(stop))[0];
        var state = await StateAsync(db, stop);
        await PostgresTools.RunAsync("pg_dump", db.Database.GetConnectionString()!, tools, stop, "--format=custom", "--no-owner", "--no-privileges", $"--snapshot={snapshot}", $"--file={file}");
        return state;
    }

    private static async Task<DatabaseState> StateAsync(RendaDb db, CancellationToken stop)
    {
        var seals = await db.Seals.AsNoTracking().Where(s => !db.Seals.Any(l => l.Congress == s.Congress && l.Number > s.Number)).OrderBy(s => s.Congress).ToListAsync(stop);
        return new DatabaseState(
            (await db.Database.GetAppliedMigrationsAsync(stop)).Last(),
            new BackupCounts(await db.Congresses.LongCountAsync(stop), await db.Matters.LongCountAsync(stop), await db.Records.LongCountAsync(stop), await db.Papers.LongCountAsync(stop)),
            [.. seals.Select(SealLine.Of)]);
    }
}
