using System.Text;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Procedures;

namespace Renda.Platform.Search;

/// <summary>Finds matters by their text, two characters and up, newest first. Written in the act's own transaction.</summary>
internal static class SearchIndex
{
    /// <summary>Characters indexed per matter; far above any suggestion, below what one tsvector can hold.</summary>
    private const int Longest = 30_000;

    public static async Task PutAsync(RendaDb db, int congress, Guid matter, IEnumerable<string?> texts, string seenBy, bool isNew)
    {
        var text = string.Join('\n', texts.Where(t => !string.IsNullOrWhiteSpace(t)));
        text = Plain.Cut(text, Longest);
        if (isNew && db.Database.IsSqlite())
        {
            await AddAsync(db, congress, matter, text, seenBy);
            return;
        }

        // Nothing comes back where nothing has changed.
        var changed = await db.Database.SqlQuery<long>(
            $"INSERT INTO search_documents (congress, matter_id, text, viewers) VALUES ({congress}, {matter}, {text}, {seenBy}) ON CONFLICT (congress, matter_id) DO UPDATE SET text = excluded.text, viewers = excluded.viewers WHERE search_documents.text <> excluded.text OR search_documents.viewers <> excluded.viewers RETURNING id AS \"Value\"").ToListAsync();
        foreach (var id in changed)
        {
            await WriteAsync(db, id, text, seenBy);
        }
    }

    /// <summary>Writes the tokens of a document anew.</summary>
    public static async Task WriteAsync(RendaDb db, long id, string text, string seenBy)
    {
        var tokens = $"{Bigrams.Index(text)} {seenBy}";
        if (db.Database.IsNpgsql())
        {
            var words = tokens.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            await db.Database.ExecuteSqlAsync($"UPDATE search_documents SET tokens = array_to_tsvector({words}) WHERE id = {id}");
        }
        else
        {
            await db.Database.ExecuteSqlAsync($"INSERT OR REPLACE INTO search_tokens (rowid, tokens) VALUES ({id}, {tokens})");
        }
    }

    // Plain INSERTs: one that may turn into an UPDATE opens a savepoint, and at each the index writes out what it had gathered.
    private static async Task AddAsync(RendaDb db, int congress, Guid matter, string text, string seenBy)
    {
        await db.Database.ExecuteSqlAsync($"INSERT INTO search_documents (congress, matter_id, text, viewers) VALUES ({congress}, {matter}, {text}, {seenBy})");
        await db.Database.ExecuteSqlAsync($"INSERT INTO search_tokens (rowid, tokens) VALUES (last_insert_rowid(), {$"{Bigrams.Index(text)} {seenBy}"})");
    }

    /// <summary>The documents a query may match, for joining with what the person may see. Null when the query has no searchable character.</summary>
    /// <param name="actor">Only matters this person has a part in or oversees, so that the index itself skips the others.</param>
    public static IQueryable<SearchDocument>? Candidate(RendaDb db, string query, Actor actor) =>
        Candidate(db, query, Readers(actor));

    /// <param name="readers">The tokens of those for whom it is looked (<see cref="SeenBy"/>).</param>
    public static IQueryable<SearchDocument>? Candidate(RendaDb db, string query, IReadOnlyList<string> readers)
    {
        var tokens = Bigrams.Query(query);
        if (tokens.Count == 0)
        {
            return null;
        }

        if (db.Database.IsNpgsql())
        {
            var wanted = $"{Bigrams.TsQuery(tokens)} & ({string.Join(" | ", readers)})";
            return db.SearchDocuments.FromSql($"SELECT id, congress, matter_id, text, viewers FROM search_documents WHERE tokens @@ {wanted}::tsquery").AsNoTracking();
        }

        // CROSS JOIN keeps SQLite walking the index from the newest row instead of sorting every hit.
        var match = $"{Bigrams.Match(tokens)} AND ({string.Join(" OR ", readers)})";
        return db.SearchDocuments.FromSql(
            $"SELECT t.rowid AS id, d.congress, d.matter_id, d.text, d.viewers FROM search_tokens t CROSS JOIN search_documents d ON d.id = t.rowid WHERE search_tokens MATCH {match}").AsNoTracking();
    }

    /// <summary>The tokens of which a document holds at least one that this person may find.</summary>
    public static IReadOnlyList<string> Readers(Actor actor) => [.. actor.Viewers.Select(Viewer), .. actor.Overseen.Select(Procedure)];

    /// <summary>By whom a document is found: a token for each with a part in the matter, and one for those who oversee its procedure.</summary>
    public static string SeenBy(string procedure, bool isPrivate, IEnumerable<Guid> viewers) =>
        string.Join(' ', viewers.Select(Viewer).Order(StringComparer.Ordinal).Concat(isPrivate ? [] : [Procedure(procedure)]));

    // One word of letters and digits to both databases. Typed into the search box they find nothing: texts are rechecked.
    public static string Viewer(Guid id) => $"v{id:N}";

    public static string Procedure(string id) => $"p{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(id))}";
}
