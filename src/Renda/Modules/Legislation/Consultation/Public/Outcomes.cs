using Microsoft.EntityFrameworkCore;
using Renda.Database;

namespace Renda.Modules.Legislation.Consultation.Public;

/// <summary>What became of a group, for everybody: its first comment, and each result with its reason.</summary>
internal sealed record GroupOutcome(CommentGroup Group, IReadOnlyList<(CommentResult Result, string Reason, int Count)> Results);

/// <summary>What the public is told of a round once it has been told of.</summary>
internal sealed class Outcomes(RendaDb db)
{
    public const int PageSize = 20;

    /// <summary>The largest groups first, one more than a page.</summary>
    public async Task<IReadOnlyList<GroupOutcome>> PageAsync(ConsultationRound round, (int Size, Guid Id)? after)
    {
        var groups = db.GroupsOf(round);
        if (after is (var size, var id))
        {
            groups = groups.Where(g => g.Size <= size && (g.Size < size || g.Id.CompareTo(id) < 0));
        }

        var page = await groups.OrderByDescending(g => g.Size).ThenByDescending(g => g.Id).Take(PageSize + 1).ToListAsync();
        List<Guid> ids = [.. page.Select(g => g.Id)];
        var counted = await db.PublicComments.AsNoTracking().Where(c => c.Congress == round.Congress && ids.Contains(c.GroupId) && c.DispositionId != null)
            .GroupBy(c => new { c.GroupId, c.DispositionId }).Select(g => new { g.Key.GroupId, g.Key.DispositionId, Count = g.Count() }).ToListAsync();
        List<Guid> made = [.. counted.Select(c => c.DispositionId!.Value)];
        var results = await db.CommentDispositions.AsNoTracking().Where(d => d.Congress == round.Congress && made.Contains(d.Id)).ToDictionaryAsync(d => d.Id);
        return [.. page.Select(g => new GroupOutcome(g, [.. counted.Where(c => c.GroupId == g.Id).OrderByDescending(c => c.Count).Select(c => (results[c.DispositionId!.Value].Result, results[c.DispositionId.Value].Reason, c.Count))]))];
    }
}
