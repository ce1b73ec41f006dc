using Microsoft.EntityFrameworkCore;
using Renda.Database;

namespace Renda.Platform.Records.Sealing;

/// <summary>Where a seal does not hold: which of its records it is, as far as the places kept beside the records tell.</summary>
internal static class SealDiagnosis
{
    public static async Task<IReadOnlyList<Finding>> OfAsync(RendaDb db, SealedPlaces.Place place)
    {
        var seal = place.Seal;
        var name = $"{seal.Congress} 封存第 {seal.Number} 号";
        var leaves = await db.SealLeaves.AsNoTracking().Where(l => l.Congress == seal.Congress && l.Position >= seal.First && l.Position <= seal.Last).ToDictionaryAsync(l => l.Position);
        List<Finding> findings = [];
        for (var at = 0; at < place.Filled.Length; at++)
        {
            if (!place.Filled[at])
            {
                findings.Add(leaves.TryGetValue(seal.First + at, out var leaf)
                    ? new Finding(seal.Congress, leaf.MatterId, await NumberAsync(db, leaf), leaf.Sequence, $"记录不见了：封存第 {seal.Number} 号里有它，哈希 {leaf.Hash}。")
                    : new Finding(null, null, null, null, $"{name}：第 {seal.First + at} 位没有登记是哪一条记录。"));
            }
        }

        // Where every place is filled or its hash is still known, the seal itself says whether the places are as they were.
        var known = Enumerable.Range(0, place.Filled.Length).Select(at => leaves.GetValueOrDefault(seal.First + at)?.Hash).ToList();
        if (place.Filled.Length != seal.Count || known.TrueForAll(h => h?.Length == Merkle.Size * 2 && h.All(char.IsAsciiHexDigit)) && Convert.ToHexStringLower(Merkle.Root(Convert.FromHexString(string.Concat(known)))) != seal.Root)
        {
            findings.Add(new Finding(null, null, null, null, $"{name}：根与第 {seal.First} 至 {seal.Last} 位的 {seal.Count} 条记录不符。封存以后，其中有记录连同登记一起被换过、添过或者调过次序，或者封存被改过。"));
        }

        return findings;
    }

    private static Task<string?> NumberAsync(RendaDb db, SealLeaf leaf) =>
        db.Matters.Where(m => m.Congress == leaf.Congress && m.Id == leaf.MatterId).Select(m => m.Number).SingleOrDefaultAsync();
}
