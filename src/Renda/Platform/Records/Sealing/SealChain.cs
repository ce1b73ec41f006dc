namespace Renda.Platform.Records.Sealing;

/// <summary>Checks seals by themselves, in the order of their numbers: each must be what its hash says and follow the one before.</summary>
internal static class SealChain
{
    public static IEnumerable<string> Find(IEnumerable<SealLine> seals)
    {
        SealLine? last = null;
        foreach (var seal in seals.OrderBy(s => s.Congress).ThenBy(s => s.Number))
        {
            if (last?.Congress != seal.Congress)
            {
                last = null;
            }

            var (number, hash, next) = last is null ? (0, "", 1) : (last.Number, last.Hash, last.First + last.Count);
            if (seal.Number != number + 1)
            {
                yield return $"{Name(seal)}：前面缺第 {number + 1}{(seal.Number - number == 2 ? "" : $" 至 {seal.Number - 1}")} 号。";
            }
            else if (seal.Previous != hash)
            {
                yield return $"{Name(seal)}：与上一号不相衔接，所记的上一号哈希不符。";
            }
            else if (seal.First != next)
            {
                yield return $"{Name(seal)}：应从第 {next} 位起，记的却是第 {seal.First} 位。";
            }

            if (seal.Count < 1 || seal.ComputeHash() != seal.Hash)
            {
                yield return $"{Name(seal)}：内容被改动过，与封存的哈希不符。";
            }

            last = seal;
        }
    }

    /// <summary>What of the seals kept elsewhere is no longer there or is another one.</summary>
    public static IEnumerable<string> Against(IEnumerable<SealLine> here, IReadOnlyList<SealLine> kept)
    {
        var known = here.ToDictionary(s => (s.Congress, s.Number), s => s.Hash);
        foreach (var seal in kept)
        {
            if (!known.TryGetValue((seal.Congress, seal.Number), out var hash))
            {
                yield return $"{Name(seal)}：另存的封存清单里有，这里没有。{seal.At} 以前的记录可能被整个换过。";
            }
            else if (hash != seal.Hash)
            {
                yield return $"{Name(seal)}：与另存的封存清单不同。{seal.At} 以前的记录被整个重写过。";
            }
        }
    }

    private static string Name(SealLine seal) => $"{seal.Congress} 封存第 {seal.Number} 号";
}
