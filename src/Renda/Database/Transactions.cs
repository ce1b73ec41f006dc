using System.Data;
using Microsoft.EntityFrameworkCore;

namespace Renda.Database;

/// <summary>One transaction for an act: all of it or nothing.</summary>
internal static class Transactions
{
    private const int Tries = 3;

    /// <summary>Runs inside the transaction already open, or in one of its own, retried when another writer was first.</summary>
    /// <exception cref="BusyException">Another program holds the database.</exception>
    public static async Task<T> InTransactionAsync<T>(this RendaDb db, Func<Task<T>> act, Func<T, bool> keep)
    {
        return db.Database.CurrentTransaction is not null ? await act() : await WriterQueue.RunAsync(db, () => TryAsync(db, act, keep), keep);
    }

    private static async Task<T> TryAsync<T>(RendaDb db, Func<Task<T>> act, Func<T, bool> keep)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            try
            {
                // On SQLite this is BEGIN IMMEDIATE: a deferred one would fail half-way when two write.
                await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted);
                var result = await act();
                if (keep(result))
                {
                    await transaction.CommitAsync();
                }

                return result;
            }
            catch (Exception e) when (e is not BusyException && Busy.Is(e))
            {
                throw new BusyException(e); // Each try waits half a minute; more of them help nobody.
            }
            catch (Exception e) when (attempt < Tries && (e is DbUpdateException || Busy.IsDeadlock(e)))
            {
                // Another writer took the same number, key or revision, or was waited for in a circle; look again and decide anew.
            }
        }
    }
}
