using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;

namespace Renda.Platform.Search;

/// <summary>A matter that was found, with the words around the hit.</summary>
internal sealed record Hit(long Document, string Procedure, Guid Matter, string? Number, string Title, DateOnly OpenedOn, string Text);

/// <summary>Finding matters by text, newest first, among those the person may see.</summary>
internal static class Finding
{
    public const int PageSize = 30;

    // A word whose tokens are everywhere but never together would be read for ever; the page then says so.
    private const int MostReads = 5;

    public static async Task<(List<Hit> Hits, long? Next, bool GaveUp)> PageAsync(RendaDb db, Actor actor, string query, long? before)
    {
        List<Hit> hits = [];
        var from = before ?? long.MaxValue;
        for (var read = 0; read < MostReads; read++)
        {
            if (await ReadAsync(db, actor, query, from) is not { Count: > 0 } candidates)
            {
                return (hits, null, false);
            }

            foreach (var candidate in candidates)
            {
                from = candidate.Document;
                if (Bigrams.Contains(candidate.Text, query))
                {
                    hits.Add(candidate);
                    if (hits.Count == PageSize + 1)
                    {
                        return (hits[..PageSize], hits[PageSize - 1].Document, false);
                    }
                }
            }
        }

        return (hits, from, true);
    }

    private static async Task<List<Hit>?> ReadAsync(RendaDb db, Actor actor, string query, long before) =>
        SearchIndex.Candidate(db, query, actor) is not { } documents ? null : await (
            from d in documents
            where d.Id < before && d.Congress == actor.Congress
            join m in db.Matters.AsNoTracking().VisibleTo(db, actor) on new { d.Congress, Id = d.MatterId } equals new { m.Congress, m.Id }
            orderby d.Id descending
            select new Hit(d.Id, m.Procedure, m.Id, m.Number, m.Title, m.OpenedOn, d.Text)).Take(PageSize * 2).ToListAsync();
}
