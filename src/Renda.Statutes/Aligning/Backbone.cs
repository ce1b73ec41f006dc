namespace Renda.Statutes.Aligning;

/// <summary>Where an article is to be expected: between the neighbours of its neighbours.</summary>
internal static class Backbone
{
    private const float Reach = 6; // articles away from there, where standing near tells nothing
    private const float LeastLikeness = 0.2f;

    /// <summary>For each candidate 0 to 1: how near it stands to where the heaviest chain of pairs in order expects it.</summary>
    public static float[] Nearness(Candidate[] candidates, int[] leftOld, int[] leftNew, Matching matched)
    {
        var pairs = new List<(int Old, int New, float Weight)>();
        for (var i = 0; i < matched.ByOld.Length; i++)
        {
            if (matched.ByOld[i] >= 0)
            {
                pairs.Add((i, matched.ByOld[i], 1));
            }
        }

        foreach (var c in candidates)
        {
            if (c.Likeness > LeastLikeness)
            {
                pairs.Add((leftOld[c.Old], leftNew[c.New], c.Likeness * c.Likeness));
            }
        }

        var chain = Heaviest(pairs, matched.ByNew.Length);
        return [.. candidates.Select(c => Math.Max(0, 1 - (Math.Abs(leftNew[c.New] - Expected(chain, leftOld[c.Old], matched)) / Reach)))];
    }

    // Between the chain's nearest pairs before and after; an article of the chain expects its own partner.
    private static float Expected(List<(int Old, int New)> chain, int old, Matching matched)
    {
        var (low, high) = (0, chain.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = chain[middle].Old <= old ? (middle + 1, high) : (low, middle);
        }

        var before = low > 0 ? chain[low - 1] : (Old: -1, New: -1);
        var after = low < chain.Count ? chain[low] : (Old: matched.ByOld.Length, New: matched.ByNew.Length);
        return before.New + ((after.New - before.New) * (float)(old - before.Old) / (after.Old - before.Old));
    }

    // The increasing chain with the greatest sum: prefix maxima over the new places, in the order of the old ones.
    private static List<(int Old, int New)> Heaviest(List<(int Old, int New, float Weight)> pairs, int places)
    {
        pairs.Sort(static (a, b) => a.Old != b.Old ? a.Old.CompareTo(b.Old) : b.New.CompareTo(a.New));
        var (best, tree) = (new float[pairs.Count], new int[places + 1]); // 1-based prefix tree of pair indexes + 1
        var previous = new int[pairs.Count];
        var end = -1;
        for (var k = 0; k < pairs.Count; k++)
        {
            previous[k] = -1;
            for (var at = pairs[k].New; at > 0; at -= at & -at)
            {
                if (tree[at] > 0 && (previous[k] < 0 || best[tree[at] - 1] > best[previous[k]]))
                {
                    previous[k] = tree[at] - 1;
                }
            }

            best[k] = pairs[k].Weight + (previous[k] < 0 ? 0 : best[previous[k]]);
            for (var at = pairs[k].New + 1; at <= places; at += at & -at)
            {
                if (tree[at] == 0 || best[tree[at] - 1] < best[k])
                {
                    tree[at] = k + 1;
                }
            }

            end = end < 0 || best[k] > best[end] ? k : end;
        }

        var chain = new List<(int, int)>();
        for (; end >= 0; end = previous[end])
        {
            chain.Add((pairs[end].Old, pairs[end].New));
        }

        chain.Reverse();
        return chain;
    }
}
