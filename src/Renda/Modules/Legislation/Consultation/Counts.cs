using Microsoft.EntityFrameworkCore;
using Renda.Database;

namespace Renda.Modules.Legislation.Consultation;

/// <summary>How many comments there are on an article, and how many nothing has become of.</summary>
internal sealed record ArticleCount(int Place, string Article, int Received, int Open, int Groups)
{
    public int Done => Received - Open;
}

/// <summary>The numbers of a round, counted from its rows.</summary>
internal static class Counts
{
    /// <summary>By article, the whole first.</summary>
    public static Task<List<ArticleCount>> ByArticleAsync(RendaDb db, ConsultationRound round) =>
        db.GroupsOf(round).GroupBy(g => new { g.Place, g.Article }).OrderBy(g => g.Key.Place)
            .Select(g => new ArticleCount(g.Key.Place, g.Key.Article, g.Sum(x => x.Size), g.Sum(x => x.Open), g.Count())).ToListAsync();

    /// <summary>By what became of them; those nothing became of under null.</summary>
    public static async Task<IReadOnlyList<(CommentResult? Result, int Count)>> ByResultAsync(RendaDb db, ConsultationRound round) =>
        [.. (await db.CommentsOf(round).GroupBy(c => c.Result).Select(g => new { g.Key, Count = g.Count() }).ToListAsync()).Select(g => (g.Key, g.Count)).OrderBy(g => g.Key ?? (CommentResult)int.MaxValue)];

    /// <summary>What the office calls adopted: wholly or in part.</summary>
    public static bool IsAdopted(CommentResult? result) => result is CommentResult.Adopted or CommentResult.Partly;
}
