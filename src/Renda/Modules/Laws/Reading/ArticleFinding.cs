using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Laws.Keeping;
using Renda.Platform.Search;

namespace Renda.Modules.Laws.Reading;

/// <summary>An article that was found.</summary>
internal sealed record ArticleHit(long Row, Guid Law, string Title, int Version, string VersionLabel, DateOnly? From, DateOnly? Until, string Label, string Anchor, string Heading, string Text)
{
    public string Href(string path) => $"{path}/{Law}?version={Version}#{Anchor}";
}

/// <summary>Finds articles by their words, those entered last first.</summary>
internal static class ArticleFinding
{
    public const int PageSize = 30;

    // A word whose tokens are everywhere but never together would be read for ever; the page then says so.
    private const int MostReads = 5;

    /// <param name="on">Only texts in force on that day; null for every text there is.</param>
    public static async Task<(List<ArticleHit> Hits, long? Next, bool GaveUp)> PageAsync(RendaDb db, int congress, string query, DateOnly? on, long? before)
    {
        List<ArticleHit> hits = [];
        var from = before ?? long.MaxValue;
        for (var read = 0; read < MostReads; read++)
        {
            if (await ReadAsync(db, congress, query, on, from) is not { Count: > 0 } candidates)
            {
                return (hits, null, false);
            }

            foreach (var candidate in candidates)
            {
                from = candidate.Row;
                if (Bigrams.Contains($"{candidate.Label}\n{candidate.Text}", query))
                {
                    hits.Add(candidate);
                    if (hits.Count == PageSize + 1)
                    {
                        return (hits[..PageSize], hits[PageSize - 1].Row, false);
                    }
                }
            }
        }

        return (hits, from, true);
    }

    private static async Task<List<ArticleHit>?> ReadAsync(RendaDb db, int congress, string query, DateOnly? on, long before)
    {
        if (ArticleIndex.Candidates(db, query) is not { } articles)
        {
            return null;
        }

        // A text that was corrected is not found: the one that took its place is.
        var versions = db.LawVersions.AsNoTracking().Where(v => v.Congress == congress && v.ReplacedBy == null);
        versions = on is { } day ? versions.Where(v => v.From <= day && (v.Until == null || v.Until > day)) : versions;
        return await (
            from a in articles
            where a.Row < before && a.Congress == congress
            join v in versions on new { a.Congress, a.MatterId, Number = a.Version } equals new { v.Congress, v.MatterId, v.Number }
            join l in db.Laws on new { a.Congress, a.MatterId } equals new { l.Congress, l.MatterId }
            orderby a.Row descending
            select new ArticleHit(a.Row, a.MatterId, l.Title, v.Number, v.Label, v.From, v.Until, a.Label, a.Anchor, a.Heading, a.Text)).Take(PageSize * 2).ToListAsync();
    }
}
