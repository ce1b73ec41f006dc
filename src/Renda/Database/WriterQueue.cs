using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Renda.Database;

/// <summary>SQLite has one writer. Those of this program queue here without holding a thread, and those that are done wait
/// together for the disk: one flush for all of them instead of one each (decision 0008).</summary>
#pragma warning disable CA1001 // There is one for each database as long as the program runs.
internal sealed class WriterQueue(string path)
#pragma warning restore CA1001
{
    /// <summary>As long as SQLite itself waits for another program.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private static readonly ConcurrentDictionary<string, WriterQueue> Queues = new(StringComparer.Ordinal);

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Lock gate = new();
    private TaskCompletionSource? waiting;
    private bool flushing;

    /// <summary>Runs a transaction when it is its turn; what it wrote is on the disk when this returns.</summary>
    public static async Task<T> RunAsync<T>(RendaDb db, Func<Task<T>> transaction, Func<T, bool> wrote)
    {
        if (!db.Database.IsSqlite())
        {
            return await transaction();
        }

        var queue = For(db);
        var result = await queue.InTurnAsync(db, transaction);
        if (wrote(result))
        {
            await queue.OnDiskAsync();
        }

        return result;
    }

    /// <summary>Has the connection that writes opened anew: it reads what SQLite has counted only when it opens.</summary>
    public static Task RenewAsync(RendaDb db) => For(db).InTurnAsync(db, () =>
    {
        Writer.Of(db)?.Close();
        return Task.FromResult(true);
    });

    private static WriterQueue For(RendaDb db) =>
        Queues.GetOrAdd(((SqliteConnection)db.Database.GetDbConnection()).DataSource, file => new WriterQueue(file));

    private async Task<T> InTurnAsync<T>(RendaDb db, Func<Task<T>> transaction)
    {
        if (!await turn.WaitAsync(LongestWait))
        {
            throw new BusyException(new TimeoutException());
        }

        var own = db.Database.GetDbConnection();
        var writer = own.State == ConnectionState.Open ? null : Writer.Of(db); // Whoever holds a connection open goes on with it.
        try
        {
            return writer is null ? await transaction() : await OverAsync(writer, db, own, transaction);
        }
        finally
        {
            turn.Release();
        }
    }

    private static async Task<T> OverAsync<T>(Writer writer, RendaDb db, DbConnection own, Func<Task<T>> transaction)
    {
        try
        {
            db.Database.SetDbConnection(await writer.OpenAsync(db));
            return await transaction();
        }
        catch
        {
            writer.Close(); // Whatever state it was left in, nobody else meets it.
            throw;
        }
        finally
        {
            db.Database.SetDbConnection(own, contextOwnsConnection: true);
        }
    }

    // A flush already under way may have begun before these pages were written: one joins the next.
    private Task OnDiskAsync()
    {
        lock (gate)
        {
            waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!flushing)
            {
                flushing = true;
                _ = Task.Run(FlushAll);
            }

            return waiting.Task;
        }
    }

    private void FlushAll()
    {
        while (Next() is { } together)
        {
            try
            {
                Flush();
                together.SetResult();
            }
            catch (Exception e) when (together.TrySetException(e))
            {
                // Each of those who wait is told.
            }
        }
    }

    private TaskCompletionSource? Next()
    {
        lock (gate)
        {
            (var next, waiting) = (waiting, null);
            flushing = next is not null;
            return next;
        }
    }

    // Where the log is gone, the last connection closed and SQLite brought it all into the file.
    private void Flush()
    {
        var log = $"{path}-wal";
        if (File.Exists(log))
        {
            using var handle = File.OpenHandle(log, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(handle);
        }
    }
}
