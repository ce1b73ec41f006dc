using System.Numerics;
using System.Runtime.InteropServices;

namespace Renda.Statutes.Aligning;

/// <summary>Pairs of characters by open addressing: the pair, its id, who had it last, and in how many articles of each side it stands.</summary>
internal sealed class ShingleTable
{
    private readonly uint[] keys;
    private readonly int[] values;
    private readonly int mask;
    private readonly List<(int Article, int Segment, int Old, int New, int Others)> seen = [];

    public ShingleTable(int room)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(room * 2L, 1 << 10, 1 << 30));
        (keys, values, mask) = (new uint[size], new int[size], size - 1);
    }

    // The pair's id, whether its article shows it for the first time, and whether its segment did already.
    public (int Id, bool First, bool Again) Meet(uint key, int article, int segment, bool old)
    {
        var slot = (int)((key * 0x9E3779B97F4A7C15UL) >> 33) & mask;
        while (values[slot] != 0 && keys[slot] != key)
        {
            slot = (slot + 1) & mask;
        }

        if (values[slot] == 0)
        {
            (keys[slot], values[slot]) = (key, seen.Count + 1);
            seen.Add((-1, -1, 0, 0, 0));
        }

        var id = values[slot] - 1;
        ref var pair = ref CollectionsMarshal.AsSpan(seen)[id];
        var (first, again) = (pair.Article != article, pair.Segment == segment);
        pair = (article, segment, pair.Old + (first && old ? 1 : 0), pair.New + (first && !old ? 1 : 0), 0);
        return (id, first, again);
    }

    /// <summary>A pair of another article: it only tells how common the pairs are that are known.</summary>
    public void Elsewhere(uint key, int article)
    {
        var slot = (int)((key * 0x9E3779B97F4A7C15UL) >> 33) & mask;
        while (values[slot] != 0 && keys[slot] != key)
        {
            slot = (slot + 1) & mask;
        }

        if (values[slot] != 0)
        {
            ref var pair = ref CollectionsMarshal.AsSpan(seen)[values[slot] - 1];
            (pair.Article, pair.Others) = (article, pair.Others + (pair.Article != article ? 1 : 0));
        }
    }

    public float[] Weights(int articles, int others, long mostWork)
    {
        var most = Math.Clamp(articles / 2, 24, 1_000);
        while (most > 4 && seen.Sum(s => s.Old + s.New <= most ? (long)s.Old * s.New : 0) > mostWork)
        {
            most /= 2;
        }

        var weights = new float[seen.Count];
        for (var id = 0; id < weights.Length; id++)
        {
            var among = seen[id].Old + seen[id].New;
            weights[id] = among > most ? 0 : MathF.Log(1 + ((articles + others + 30f) / (among + seen[id].Others)));
        }

        return weights;
    }
}
