namespace Renda.Statutes.Aligning;

/// <summary>Splits and merges: what stands alone after the assignment may be a part of an article that went elsewhere as a whole.</summary>
internal static class Parts
{
    // Shares of a 款 that nobody else has, and their weight (a telling pair of characters weighs about four).
    private const float LeastAlone = 0.25f;
    private const float LeastWide = 0.2f;
    private const float LeastShared = 30;
    private const float WideShared = 50;
    private const float LeastLikeness = 0.18f;

    public static List<(int Old, int New)> Find(Shingles shingles, Candidate[] candidates, int[] leftOld, int[] leftNew, Matching matched)
    {
        var found = new List<(int Old, int New)>();
        var best = new Dictionary<(bool Old, int Part), (float Share, int Old, int New)>();
        var weigh = new Evidence(shingles, Places(leftOld, matched.ByOld.Length), Places(leftNew, matched.ByNew.Length));
        foreach (var c in candidates)
        {
            var (i, j) = (leftOld[c.Old], leftNew[c.New]);
            var (partnerOfOld, partnerOfNew) = (matched.ByOld[i], matched.ByNew[j]);
            if (c.Likeness < LeastLikeness || partnerOfOld == j || (partnerOfOld < 0 && partnerOfNew < 0))
            {
                continue; // One pair already, or too unlike to be one.
            }

            var (share, shared) = weigh.Of(c, partnerOfOld, partnerOfNew);
            var both = partnerOfOld >= 0 && partnerOfNew >= 0;
            if (!(share >= LeastAlone && shared >= LeastShared) && !(share >= LeastWide && (shared >= WideShared || (partnerOfOld < 0 && shared >= LeastShared))))
            {
                continue;
            }

            var key = (partnerOfNew >= 0, partnerOfNew >= 0 ? i : j);
            if (both)
            {
                found.Add((i, j));
            }
            else if (!best.TryGetValue(key, out var other) || other.Share < shared)
            {
                best[key] = (shared, i, j);
            }
        }

        found.AddRange(best.Values.Select(b => (b.Old, b.New)));
        return found;
    }

    private static int[] Places(int[] left, int count)
    {
        var places = new int[count];
        for (var k = 0; k < left.Length; k++)
        {
            places[left[k]] = k;
        }

        return places;
    }
}
