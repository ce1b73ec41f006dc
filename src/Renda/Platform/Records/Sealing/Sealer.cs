using Microsoft.EntityFrameworkCore;
using Renda.Database;

namespace Renda.Platform.Records.Sealing;

/// <summary>Seals what is not sealed yet. Which records are new is not asked of the time: the database keeps a list, so a transaction that
/// ends late puts its records under the next seal, never behind one already made (decision 0030).</summary>
internal sealed class Sealer(RendaDb db, TimeProvider time)
{
    /// <summary>Records under one seal at most: a seal holds up writers for a moment, and a receipt needs all of a seal's hashes.</summary>
    public const int Most = 8192;

    /// <summary>Seals all there is, of one congress or of all. Returns the seals made.</summary>
    public async Task<IReadOnlyList<Seal>> SealAsync(int? congress = null, Guid? by = null, TimeSpan? notWithin = null, CancellationToken stop = default)
    {
        List<Seal> made = [];
        foreach (var code in congress is { } one ? [one] : await db.Congresses.OrderBy(c => c.Code).Select(c => c.Code).ToListAsync(stop))
        {
            var rest = notWithin;
            while (await db.InTransactionAsync(() => SealAsync(code, by, rest), s => s is not null) is { } seal)
            {
                made.Add(seal);
                rest = null; // What is left over of a long list follows at once.
                stop.ThrowIfCancellationRequested();
            }
        }

        return made;
    }

    // A hash that is none was not written by this program; verifying names it, and the others are not held up by it.
    private async Task<Seal?> SealAsync(int congress, Guid? by, TimeSpan? notWithin)
    {
        if (db.Database.IsNpgsql())
        {
            // One sealer at a time; on SQLite there is one writer anyway.
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM congresses WHERE code = {congress} FOR UPDATE");
        }

        var last = await db.Seals.AsNoTracking().Where(s => s.Congress == congress).OrderByDescending(s => s.Number).FirstOrDefaultAsync();
        var now = time.GetUtcNow().UtcDateTime;
        if (last is not null && notWithin is { } pause && now - last.At < pause)
        {
            return null;
        }

        var first = (last?.Last ?? 0) + 1;
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO seal_leaves (congress, position, matter_id, sequence, hash)
            SELECT congress, {first - 1} + row_number() OVER (ORDER BY at, matter_id, sequence), matter_id, sequence, hash FROM (
                SELECT r.congress, r.at, r.matter_id, r.sequence, r.hash FROM unsealed_records u
                JOIN records r ON r.congress = u.congress AND r.matter_id = u.matter_id AND r.sequence = u.sequence
                WHERE u.congress = {congress} AND length(r.hash) = {Merkle.Size * 2} LIMIT {Most}) AS fresh
            """);
        var leaves = await db.SealLeaves.AsNoTracking().Where(l => l.Congress == congress && l.Position >= first).OrderBy(l => l.Position).Select(l => l.Hash).ToListAsync();
        if (leaves.Count == 0)
        {
            return null;
        }

        await db.Database.ExecuteSqlAsync($"""
            DELETE FROM unsealed_records WHERE congress = {congress} AND EXISTS (SELECT 1 FROM seal_leaves l
                WHERE l.congress = unsealed_records.congress AND l.matter_id = unsealed_records.matter_id AND l.sequence = unsealed_records.sequence AND l.position >= {first})
            """);
        var seal = new Seal
        {
            Congress = congress,
            Number = (last?.Number ?? 0) + 1,
            Previous = last?.Hash ?? "",
            Root = Convert.ToHexStringLower(Merkle.Root(Convert.FromHexString(string.Concat(leaves)))),
            First = first,
            Count = leaves.Count,
            At = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond)),
            By = by,
        }.Closed();
        db.Seals.Add(seal);
        await db.SaveChangesAsync();
        return seal;
    }
}
