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
    /// <summary>The documents with the highest sums, for joining with what the person may see. Each token costs as much as documents
    /// hold it: the caller chooses rare ones.</summary>
    /// <param name="procedure">Whose matters are sought. To those who oversee it nearly all are visible; for everybody else the index itself skips the others.</param>
    public static IQueryable<Voted> Most(RendaDb db, Actor actor, string procedure, IReadOnlyList<(string Token, double Weight)> tokens, int most)
    {
        var readers = actor.Oversees(procedure) ? [] : SearchIndex.Readers(actor);
        if (db.Database.IsNpgsql())
        {
            var (matches, weights) = (tokens.Select(t => Narrowed(Bigrams.TsQuery([t.Token]), " & ", " | ")).ToArray(), tokens.Select(t => t.Weight).ToArray());
            return db.Database.SqlQuery<Voted>(
                $"SELECT d.id, SUM(w.weight) AS weight FROM unnest({matches}, {weights}) AS w (match, weight) JOIN search_documents d ON d.tokens @@ w.match::tsquery GROUP BY d.id ORDER BY 2 DESC, 1 DESC LIMIT {most}");
        }

        // One visit to the index for each token: CROSS JOIN keeps SQLite from asking it in another order.
        var asked = JsonSerializer.Serialize(tokens.Select(t => new object[] { Narrowed(Bigrams.Match([t.Token]), " AND ", " OR "), t.Weight }));
        return db.Database.SqlQuery<Voted>(
            $"SELECT t.rowid AS id, SUM(w.value ->> 1) AS weight FROM json_each({asked}) w CROSS JOIN search_tokens t WHERE t.search_tokens MATCH w.value ->> 0 GROUP BY t.rowid ORDER BY 2 DESC, 1 DESC LIMIT {most}");

        string Narrowed(string token, string and, string or) => readers.Count == 0 ? token : $"{token}{and}({string.Join(or, readers)})";
    }
}
