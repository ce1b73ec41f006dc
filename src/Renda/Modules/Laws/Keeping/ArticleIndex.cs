using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Search;

namespace Renda.Modules.Laws.Keeping;

/// <summary>Finds articles by their words, two characters and up. Written in the act's own transaction; tokens as for matters.</summary>
internal static class ArticleIndex
{
    // PostgreSQL holds tokens beside the article and numbers rows itself; on SQLite the one writer there is does.
    public static void Build(ModelBuilder builder, bool postgres)
    {
        var row = builder.Entity<LawArticle>().Property(a => a.Row);
        _ = postgres ? row.UseIdentityByDefaultColumn() : row.ValueGeneratedNever();
    }

    /// <summary>The row of the next article that is added.</summary>
    public static async Task<long> NextAsync(RendaDb db) =>
        db.Database.IsNpgsql() ? 0 : 1 + (await db.LawArticles.MaxAsync(a => (long?)a.Row) ?? 0);

    /// <summary>Writes the tokens of articles already saved.</summary>
    public static async Task PutAsync(RendaDb db, IReadOnlyList<LawArticle> articles)
    {
        if (articles.Count == 0)
        {
            return;
        }

        if (db.Database.IsNpgsql())
        {
            var (rows, tokens) = (articles.Select(a => a.Row).ToArray(), articles.Select(Tokens).ToArray());
            await db.Database.ExecuteSqlAsync($"UPDATE law_articles a SET tokens = array_to_tsvector(string_to_array(w.tokens, ' ')) FROM unnest({rows}, {tokens}) AS w (row, tokens) WHERE a.row = w.row");
            return;
        }

        foreach (var article in articles)
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO law_tokens (rowid, tokens) VALUES ({article.Row}, {Tokens(article)})");
        }
    }

    /// <summary>The articles a query may match; to be checked by their words. Null when the query has no searchable character.</summary>
    public static IQueryable<LawArticle>? Candidates(RendaDb db, string query)
    {
        var tokens = Bigrams.Query(query);
        return tokens.Count == 0 ? null
            : db.Database.IsNpgsql()
                ? db.LawArticles.FromSql($"SELECT congress, matter_id, version, \"order\", row, label, anchor, heading, text FROM law_articles WHERE tokens @@ {Bigrams.TsQuery(tokens)}::tsquery").AsNoTracking()
                : db.LawArticles.FromSql($"SELECT a.congress, a.matter_id, a.version, a.\"order\", a.row, a.label, a.anchor, a.heading, a.text FROM law_tokens t CROSS JOIN law_articles a ON a.row = t.rowid WHERE law_tokens MATCH {Bigrams.Match(tokens)}").AsNoTracking();
    }

    // Found by its number too: 第十条.
    private static string Tokens(LawArticle article) => Bigrams.Index($"{article.Label}\n{article.Text}");
}
