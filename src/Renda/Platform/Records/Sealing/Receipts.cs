using Microsoft.EntityFrameworkCore;
using Renda.Database;

namespace Renda.Platform.Records.Sealing;

/// <summary>Makes receipts. Records under the same seal share the reading of it.</summary>
internal sealed class Receipts(RendaDb db)
{
    private Seal? seal;
    private byte[] values = [];

    /// <summary>Null where no seal covers the record yet.</summary>
    public async Task<Receipt?> OfAsync(Record record)
    {
        var leaf = await db.SealLeaves.AsNoTracking().SingleOrDefaultAsync(l => l.Congress == record.Congress && l.MatterId == record.MatterId && l.Sequence == record.Sequence);
        if (leaf is null || await SealAsync(leaf) is not { } over)
        {
            return null;
        }

        byte[] copy = [.. values];
        return new Receipt(Receipt.ThisFormat, RecordLine.Of(record), leaf.Position, [.. Merkle.Path(copy, (int)(leaf.Position - over.First)).Select(Convert.ToHexStringLower)], SealLine.Of(over));
    }

    private async Task<Seal?> SealAsync(SealLeaf leaf)
    {
        if (seal is null || seal.Congress != leaf.Congress || leaf.Position < seal.First || leaf.Position > seal.Last)
        {
            seal = await db.Seals.AsNoTracking().Where(s => s.Congress == leaf.Congress && s.First <= leaf.Position).OrderByDescending(s => s.First).FirstOrDefaultAsync();
            if (seal is { } found)
            {
                var hashes = await db.SealLeaves.Where(l => l.Congress == found.Congress && l.Position >= found.First && l.Position <= found.Last).OrderBy(l => l.Position).Select(l => l.Hash).ToListAsync();
                values = Convert.FromHexString(string.Concat(hashes));
                seal = values.Length == found.Count * Merkle.Size ? found : null; // What was damaged gives no receipt; verifying tells.
            }
        }

        return seal;
    }
}
