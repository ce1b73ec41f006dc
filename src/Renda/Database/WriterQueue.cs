using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

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

        var queue = Queues.GetOrAdd(((SqliteConnection)db.Database.GetDbConnection()).DataSource, file => new WriterQueue(file));
        var result = await queue.InTurnAsync(db, transaction);
        if (wrote(result))
        {
            await queue.OnDiskAsync();
        }

        return result;
    }

    private async Task<T> InTurnAsync<T>(RendaDb db, Func<Task<T>> transaction)
    {
        if (!await turn.WaitAsync(LongestWait))
        {
            throw new BusyException(new TimeoutException());
        }

        try
        {
            await db.Database.OpenConnectionAsync();
            Synchronous(db, "NORMAL");
            return await transaction();
        }
        finally
        {
            Synchronous(db, "FULL"); // The connection goes back to the pool: whatever else is written waits for the disk itself.
            await db.Database.CloseConnectionAsync();
            turn.Release();
        }
    }

    private static void Synchronous(RendaDb db, string how)
    {
        if (((SqliteConnection)db.Database.GetDbConnection()).Handle is { } handle)
        {
            raw.sqlite3_exec(handle, $"PRAGMA synchronous = {how}");
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
