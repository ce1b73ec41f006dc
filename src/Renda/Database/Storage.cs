using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Renda.Modules.Contact;
using Renda.Modules.Suggestions.Numbers;
using Renda.Platform.Matters;
using Renda.Platform.Search;
using Renda.Platform.Setup;

namespace Renda.Database;

/// <summary>Where data lies: an embedded file by default, PostgreSQL by one setting.</summary>
internal static class Storage
{
    /// <summary>The data directory (<c>Renda:Data</c>): the embedded database and the papers.</summary>
    public static string DataDirectory(IConfiguration settings) => Path.GetFullPath(settings["Renda:Data"] ?? "data");

    /// <summary><c>Renda:Postgres</c> holds a connection string; without it the database is SQLite.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration settings)
    {
        var readOnly = ReadOnlyMode.Read(settings).On;
        if (settings["Renda:Postgres"] is { Length: > 0 } postgres)
        {
            postgres = Connection(postgres, readOnly);
            services.AddDbContextPool<PostgresDb>(o => o.UseNpgsql(postgres).UseSnakeCaseNamingConvention().ConfigureWarnings(Quiet));
            return services.AddScoped<RendaDb>(s => s.GetRequiredService<PostgresDb>());
        }

        var file = Path.Combine(DataDirectory(settings), "renda.db");
        services.AddSingleton<Writer>();
        services.AddDbContextPool<SqliteDb>((s, o) => o.UseSqlite($"Data Source={file};Foreign Keys=True{(readOnly ? ";Mode=ReadOnly" : "")}")
            .UseSnakeCaseNamingConvention().ConfigureWarnings(Quiet).AddInterceptors(s.GetRequiredService<Writer>()));
        services.AddHostedService<Analysing>();
        return services.AddScoped<RendaDb>(s => s.GetRequiredService<SqliteDb>());
    }

    // A commit that waits too long for a standby must not be cancelled: cancelled, PostgreSQL says it is done though no other machine has it.
    // The connection is given up instead, and nobody is told that it was done.
    private static string Connection(string given, bool readOnly)
    {
        var connection = new NpgsqlConnectionStringBuilder(given) { CancellationTimeout = -1 };
        connection.Options = readOnly ? "-c default_transaction_read_only=on" : connection.Options;
        return connection.ConnectionString;
    }

    // Counting up to a limit needs no order.
    private static void Quiet(WarningsConfigurationBuilder warnings) => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning);

    /// <summary>Brings the database to this version of the program.</summary>
    public static async Task MigrateAsync(RendaDb db, IConfiguration settings)
    {
        Directory.CreateDirectory(DataDirectory(settings));
        if ((await db.Database.GetAppliedMigrationsAsync()).Except(db.Database.GetMigrations(), StringComparer.Ordinal).Any())
        {
            throw new SettingException("这个数据库是更新的版本用过的，本版程序不能再用它。请启动新版程序；要退回旧版，请恢复升级前的备份（见 docs/guide/backup.md）。");
        }

        await Reindexing.BeforeMigrationAsync(db);
        await db.Database.MigrateAsync();
        await Passages.FillAsync(db);
        await ResultKeeping.FillAsync(db);
        await Filling.FillAsync(db);
        if (db.Database.IsSqlite())
        {
            // WAL lets readers go on while somebody writes; it stays set in the file.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
            await AnalyseAsync(db);
        }
    }

    /// <summary>Room for thousands of rows in one transaction: with SQLite's 2 MB it writes pages out and reads them back all the time.</summary>
    public static Task ExpectManyAsync(RendaDb db) =>
        db.Database.IsSqlite() ? db.Database.ExecuteSqlRawAsync("PRAGMA cache_size = -65536") : Task.CompletedTask;

    /// <summary>While an empty database is filled: lets SQLite count what its indexes hold when there is something to count and again when there is much.</summary>
    public static Task CountAsync(RendaDb db, int acts) =>
        acts is 150 or 1000 && db.Database.IsSqlite() ? db.Database.ExecuteSqlRawAsync("ANALYZE") : Task.CompletedTask;

    /// <summary>Lets SQLite count what its indexes hold. Not knowing, it takes all of a congress for a handful of rows and reads them.</summary>
    public static async Task AnalyseAsync(RendaDb db)
    {
        await db.Database.ExecuteSqlRawAsync("PRAGMA optimize = 0x10002");
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection()); // Connections read the counts when they open.
        await WriterQueue.RenewAsync(db);
    }

    /// <summary>Counts again while the database grows; a table that has not changed much is left alone.</summary>
    private sealed class Analysing(IServiceScopeFactory scopes, TimeProvider time, ILogger<Analysing> log) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
            try
            {
                while (await timer.WaitForNextTickAsync(stoppingToken))
                {
                    await CountAsync(stoppingToken);
                }
            }
            catch (OperationCanceledException)
            {
                // The program ends.
            }
        }

        private async Task CountAsync(CancellationToken stop)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await AnalyseAsync(scope.ServiceProvider.GetRequiredService<SqliteDb>());
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                log.LogWarning(e, "What the indexes hold could not be counted; the next try is in an hour.");
            }
        }
    }
}
