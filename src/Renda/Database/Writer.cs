using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Renda.Database;

/// <summary>The one connection that writes to SQLite, lent to whoever has the turn (<see cref="WriterQueue"/>): it stays open with
/// its pages and its commands, so that an act reads again and prepares again nothing of what the one before it did (decision 0008).</summary>
internal sealed class Writer : DbCommandInterceptor, IDisposable
{
    /// <summary>More commands than acts have; those whose text is never the same twice must not gather here.</summary>
    private const int Most = 1000;

    // 64 MB of pages. The log grows to 16,384 pages, not 1,000, before somebody has to wait until it is brought into the file.
    private const string Settings = "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 16384";

    private readonly Dictionary<string, Kept> commands = new(StringComparer.Ordinal);
    private SqliteDb? holder;

    /// <summary>The one of the program <paramref name="db"/> belongs to; null where a tool opened the database by itself.</summary>
    public static Writer? Of(RendaDb db) =>
        db.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.Interceptors?.OfType<Writer>().SingleOrDefault();

    /// <summary>The connection, opened when there is none.</summary>
    public async Task<DbConnection> OpenAsync(RendaDb db)
    {
        if (holder is null)
        {
            var opening = new SqliteDb((DbContextOptions<SqliteDb>)db.GetService<IDbContextOptions>());
            try
            {
                await opening.Database.OpenConnectionAsync();
                await opening.Database.ExecuteSqlRawAsync(Settings);
                (holder, opening) = (opening, null);
            }
            finally
            {
                opening?.Dispose();
            }
        }

        return holder.Database.GetDbConnection();
    }

    /// <summary>Closes the connection; the next turn opens another, which reads anew what SQLite has counted.</summary>
    public void Close()
    {
        foreach (var kept in commands.Values)
        {
            kept.Command.Dispose();
        }

        commands.Clear();
        if (holder is not null)
        {
            var pool = (SqliteConnection)holder.Database.GetDbConnection();
            holder.Dispose();
            holder = null;
            SqliteConnection.ClearPool(pool); // It must not serve readers with a writer's settings.
        }
    }

    public void Dispose() => Close();

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (result.HasResult || Find(command) is not { } kept)
        {
            return result;
        }

        kept.Reader = await kept.Command.ExecuteReaderAsync(cancellationToken);
        return InterceptionResult<DbDataReader>.SuppressWithResult(kept.Reader);
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        result.HasResult || Find(command) is not { } kept
            ? result
            : InterceptionResult<int>.SuppressWithResult(await kept.Command.ExecuteNonQueryAsync(cancellationToken));

    // A command keeps its statements as long as its text stays the same; only what is asked for changes.
    private Kept? Find(DbCommand command)
    {
        if (holder is null || command.Connection != holder.Database.GetDbConnection())
        {
            return null;
        }

        if (!commands.TryGetValue(command.CommandText, out var kept))
        {
            if (commands.Count == Most)
            {
                return null;
            }

            commands[command.CommandText] = kept = new Kept(new SqliteCommand(command.CommandText, (SqliteConnection)command.Connection));
        }

        if (kept.Reader is { IsClosed: false })
        {
            return null; // Somebody is still reading.
        }

        kept.Command.Transaction = (SqliteTransaction?)command.Transaction;
        kept.Command.CommandTimeout = command.CommandTimeout;
        kept.Command.Parameters.Clear();
        foreach (SqliteParameter parameter in command.Parameters)
        {
            kept.Command.Parameters.Add(parameter);
        }

        return kept;
    }

    private sealed record Kept(SqliteCommand Command)
    {
        public DbDataReader? Reader { get; set; }
    }
}
