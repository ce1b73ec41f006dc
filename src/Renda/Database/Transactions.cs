using System.Data;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Renda.Database;

/// <summary>One transaction for an act: all of it or nothing.</summary>
internal static class Transactions
{
    private const int Tries = 3;

    /// <summary>Connections to a server that went away fail at once and are replaced; a server that does not answer has cost the person enough.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs inside the transaction already open, or in one of its own, retried when another writer was first or the server went away
    /// before it was told to commit.</summary>
    /// <exception cref="BusyException">Another program holds the database.</exception>
    public static async Task<T> InTransactionAsync<T>(this RendaDb db, Func<Task<T>> act, Func<T, bool> keep)
    {
        return db.Database.CurrentTransaction is not null ? await act() : await WriterQueue.RunAsync(db, () => TryAsync(db, act, keep), keep);
    }

    private static async Task<T> TryAsync<T>(RendaDb db, Func<Task<T>> act, Func<T, bool> keep)
    {
        var began = Stopwatch.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            var committing = false;
            try
            {
                // On SQLite this is BEGIN IMMEDIATE: a deferred one would fail half-way when two write.
                await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted);
                var result = await act();
                if (keep(result))
                {
                    committing = true;
                    await transaction.CommitAsync();
                }

                return result;
            }
            catch (Exception e) when (e is not BusyException && Busy.Is(e))
            {
                throw new BusyException(e); // Each try waits half a minute; more of them help nobody.
            }
            catch (Exception e) when (attempt < Tries && !committing && Lost.Is(e) && Stopwatch.GetElapsedTime(began) < Soon)
            {
                await Task.Delay(Breath); // Nothing was committed. A commit without an answer may have been: that is for the form's key to find out.
            }
            catch (Exception e) when (attempt < Tries && !committing && !Lost.Is(e) && (e is DbUpdateException || Busy.IsDeadlock(e)))
            {
                // Another writer took the same number, key or revision, or was waited for in a circle; look again and decide anew.
            }
        }
    }
}
