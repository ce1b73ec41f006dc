using Microsoft.EntityFrameworkCore;
using Renda.Database;

namespace Renda.Bench.Drill;

/// <summary>What the ledger holds of what the callers did.</summary>
/// <param name="Lost">Acknowledged, and no record has the key.</param>
/// <param name="Doubled">The same step more than once on a matter where each is taken once, or two matters of the same title.</param>
/// <param name="Strangers">Records of these matters under a key that nobody sent.</param>
internal sealed record Tally(int Acknowledged, int Lost, int Doubled, int Strangers)
{
    public bool Sound => (Lost, Doubled, Strangers) == (0, 0, 0);

    public static async Task<Tally> CountAsync(RendaDb db, Load load)
    {
        var matters = await db.Matters.AsNoTracking().Where(m => m.ParentId == null && EF.Functions.Like(m.Title, "演练 %")).Select(m => new { m.Id, m.Title }).ToListAsync();
        var ours = matters.Select(m => m.Id).ToHashSet();
        var records = (await db.Records.AsNoTracking().Where(r => r.Key != null).Select(r => new { r.MatterId, r.Step, Key = r.Key!.Value }).ToListAsync()).Where(r => ours.Contains(r.MatterId)).ToList();
        var kept = records.Select(r => (r.Key, r.MatterId, r.Step)).ToHashSet();
        return new Tally(
            load.Done.Count,
            load.Done.Count(d => !kept.Contains((d.Key, d.Matter, d.Step))),
            records.GroupBy(r => (r.MatterId, r.Step)).Sum(g => g.Count() - 1) + matters.GroupBy(m => m.Title).Sum(g => g.Count() - 1),
            records.Count(r => !load.Sent.ContainsKey(r.Key)));
    }
}
