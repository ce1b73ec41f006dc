using Microsoft.EntityFrameworkCore;
using Renda.Database;

namespace Renda.Platform.Search;

/// <summary>Brings search documents up to date that an earlier version of the program wrote: they lack the token of their procedure.</summary>
internal static class Reindexing
{
    private const string Since = "_WholeOffice";
    private const int Batch = 1000;

    /// <summary>Done before the migration, so that one broken off is begun again.</summary>
    public static async Task BeforeMigrationAsync(RendaDb db)
    {
        var pending = await db.Database.GetPendingMigrationsAsync();
        if (pending.Any(m => m.EndsWith(Since, StringComparison.Ordinal)) && (await db.Database.GetAppliedMigrationsAsync()).Any())
        {
            for (long? last = 0; last is { } from;)
            {
                last = await db.InTransactionAsync(() => NextAsync(db, from), _ => true);
            }
        }
    }

    // The last document of the batch; null when there are no more.
    private static async Task<long?> NextAsync(RendaDb db, long after)
    {
        var documents = await (
            from d in db.SearchDocuments.AsNoTracking()
            where d.Id > after
            join m in db.Matters on new { d.Congress, Id = d.MatterId } equals new { m.Congress, m.Id }
            orderby d.Id
            select new { d.Id, d.Text, d.Viewers, m.Procedure, m.Private }).Take(Batch).ToListAsync();
        foreach (var document in documents.Where(d => !d.Private))
        {
            var token = SearchIndex.Procedure(document.Procedure);
            var seenBy = string.Join(' ', document.Viewers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except([token], StringComparer.Ordinal).Append(token));
            await db.Database.ExecuteSqlAsync($"UPDATE search_documents SET viewers = {seenBy} WHERE id = {document.Id}");
            await SearchIndex.WriteAsync(db, document.Id, document.Text, seenBy);
        }

        return documents.Count == 0 ? null : documents[^1].Id;
    }
}
