using Microsoft.EntityFrameworkCore;
using Renda.Database;

namespace Renda.Modules.Suggestions.Similar;

/// <summary>Counts the words of what the index holds: of all texts where there are few, else of a sample spread over all years.
/// Counted when somebody first asks, and again when the index has grown by a tenth.</summary>
internal sealed class WordCounting : IDisposable
{
    private const int Stretches = 40;
    private const int PerStretch = 50;
    private const int LongestText = 3_000;

    private readonly SemaphoreSlim counting = new(1);
    private (WordCounts Counts, long Last)? latest;

    public async Task<WordCounts> LatestAsync(RendaDb db)
    {
        var last = await db.SearchDocuments.MaxAsync(d => (long?)d.Id) ?? 0;
        // While one counts anew, the others go on with what there is.
        if (latest is { } there && (IsFresh(there.Last, last) || counting.CurrentCount == 0))
        {
            return there.Counts;
        }

        await counting.WaitAsync();
        try
        {
            var counted = latest is { } now && IsFresh(now.Last, last) ? now : (await CountAsync(db, last), last);
            latest = counted;
            return counted.Item1;
        }
        finally
        {
            counting.Release();
        }
    }

    public void Dispose() => counting.Dispose();

    private static bool IsFresh(long counted, long last) => last >= counted && last <= counted + (counted / 10);

    // Stretches of neighbours: numbers of documents can have gaps.
    private static async Task<WordCounts> CountAsync(RendaDb db, long last)
    {
        var counts = new WordCounts(await db.SearchDocuments.CountAsync());
        long from = 0;
        for (var i = 0; i < Stretches; i++)
        {
            from = Math.Max(from, last / Stretches * i);
            var texts = await db.SearchDocuments.AsNoTracking().Where(d => d.Id > from).OrderBy(d => d.Id).Take(PerStretch)
                .Select(d => new { d.Id, Text = d.Text.Substring(0, LongestText) }).ToListAsync();
            texts.ForEach(t => counts.Add(Wording.Of("", t.Text)));
            from = texts.Count == 0 ? from : texts[^1].Id;
        }

        return counts;
    }
}
