using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Procedures;

namespace Renda.Platform.Matters;

/// <summary>Keeps the passages: with each act, and all of them where there are none yet.</summary>
internal static class Passages
{
    private const int Batch = 2000;

    /// <summary>Writes those of the acts just taken; the earlier ones follow the matter's unit and its end.</summary>
    public static async Task SettleAsync(RendaDb db, Family family)
    {
        var ended = family.Root.Matter.Ended;
        foreach (var member in family.All)
        {
            var (matter, text) = (member.Matter, member.Procedure);
            var first = member.Records.FindLastIndex(r => !db.IsNew(r)) + 1;
            IReadOnlyList<Acted> acts = first == member.Records.Count ? [] : [.. member.Records.Select(Acted.Of)];
            db.Passages.AddRange(Enumerable.Range(first, acts.Count == 0 ? 0 : acts.Count - first).Select(at => Passage.Of(matter, text, acts, at, ended)).OfType<Passage>());
            if (!db.IsNew(matter) && (HasNewUnit(db, matter) || (ended && text.Steps.Values.Any(s => s.HiddenFrom.Count > 0))))
            {
                var unit = matter.UnitId;
                await db.Passages.Where(p => p.Congress == matter.Congress && p.MatterId == matter.Id)
                    .ExecuteUpdateAsync(s => s.SetProperty(p => p.UnitId, unit).SetProperty(p => p.Hidden, p => p.Hidden && !ended));
            }
        }
    }

    /// <summary>Makes all passages from the records, for a database an earlier version of the program wrote. All or none, so that one broken off is begun again.</summary>
    public static async Task FillAsync(RendaDb db)
    {
        if (await db.Passages.AnyAsync() || !await db.Records.AnyAsync())
        {
            return;
        }

        await Storage.ExpectManyAsync(db);
        await db.InTransactionAsync(() => MakeAsync(db), _ => true);
    }

    private static async Task<bool> MakeAsync(RendaDb db)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlRawAsync("LOCK TABLE passages IN EXCLUSIVE MODE"); // Of two nodes that start together one fills it.
        }

        if (await db.Passages.AnyAsync())
        {
            return true;
        }

        var texts = new Dictionary<string, Procedure>(StringComparer.Ordinal);
        foreach (var version in await db.RuleVersions.AsNoTracking().ToListAsync())
        {
            texts[version.Version] = version.Read();
        }

        foreach (var congress in await db.Congresses.Select(c => c.Code).ToListAsync())
        {
            for (Guid? last = Guid.Empty; last is { } after;)
            {
                last = await NextAsync(db, texts, congress, after);
            }
        }

        return true;
    }

    // The last matter of the batch; null when there are no more.
    private static async Task<Guid?> NextAsync(RendaDb db, Dictionary<string, Procedure> texts, int congress, Guid after)
    {
        var matters = await db.Matters.AsNoTracking().Where(m => m.Congress == congress && m.Id.CompareTo(after) > 0).OrderBy(m => m.Id).Take(Batch)
            .Select(m => new { Matter = m, WholeEnded = db.Matters.Where(p => p.Congress == congress && p.Id == m.ParentId).Select(p => (bool?)p.Ended).FirstOrDefault() }).ToListAsync();
        if (matters.Count == 0)
        {
            return null;
        }

        var (first, last) = (matters[0].Matter.Id, matters[^1].Matter.Id);
        var acts = (await db.Records.AsNoTracking().Where(r => r.Congress == congress && r.MatterId.CompareTo(first) >= 0 && r.MatterId.CompareTo(last) <= 0)
            .OrderBy(r => r.MatterId).ThenBy(r => r.Sequence).Select(r => new Acted(r.MatterId, r.Sequence, r.Step, r.Stage, r.On)).ToListAsync()).ToLookup(a => a.MatterId);
        foreach (var one in matters)
        {
            var matter = one.Matter;
            var text = matter.ParentId is null ? texts[matter.Version] : texts[matter.Version].Children[matter.Procedure];
            List<Acted> taken = [.. acts[matter.Id]];
            db.Passages.AddRange(taken.Select((_, at) => Passage.Of(matter, text, taken, at, one.WholeEnded ?? matter.Ended)).OfType<Passage>());
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return last;
    }

    private static bool HasNewUnit(RendaDb db, Matter matter) => db.Entry(matter).Property(m => m.UnitId).OriginalValue != matter.UnitId;
}
