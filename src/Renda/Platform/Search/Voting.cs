using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;

namespace Renda.Platform.Search;

/// <summary>A document, with the weights of the tokens it holds added up.</summary>
internal sealed record Voted(long Id, double Weight);

/// <summary>Finds the documents that hold the most of many tokens. Not all need be there, as for <see cref="Finding"/>.</summary>
internal static class Voting
{
    /// <summary>The documents with the highest sums, among those the index knows this person to have a part in or to oversee.
    /// Each token costs as much as documents hold it: the caller chooses rare ones.</summary>
    public static IQueryable<Voted> Most(RendaDb db, Actor actor, IReadOnlyList<(string Token, double Weight)> tokens, int most)
    {
        var readers = SearchIndex.Readers(actor);
        if (db.Database.IsNpgsql())
        {
            var (matches, weights) = (tokens.Select(t => $"{Bigrams.TsQuery([t.Token])} & ({string.Join(" | ", readers)})").ToArray(), tokens.Select(t => t.Weight).ToArray());
            return db.Database.SqlQuery<Voted>(
                $"SELECT d.id, SUM(w.weight) AS weight FROM unnest({matches}, {weights}) AS w (match, weight) JOIN search_documents d ON d.tokens @@ w.match::tsquery GROUP BY d.id ORDER BY 2 DESC, 1 DESC LIMIT {most}");
        }

        // One visit to the index for each token: CROSS JOIN keeps SQLite from asking it in another order.
        var asked = JsonSerializer.Serialize(tokens.Select(t => new object[] { $"{Bigrams.Match([t.Token])} AND ({string.Join(" OR ", readers)})", t.Weight }));
        return db.Database.SqlQuery<Voted>(
            $"SELECT t.rowid AS id, SUM(w.value ->> 1) AS weight FROM json_each({asked}) w CROSS JOIN search_tokens t WHERE t.search_tokens MATCH w.value ->> 0 GROUP BY t.rowid ORDER BY 2 DESC, 1 DESC LIMIT {most}");
    }
}
