namespace Renda.Statutes.Aligning;

/// <summary>Splits and merges: what stands alone after the assignment may be a part of an article that went elsewhere as a whole.</summary>
internal static class Parts
{
    // Log-odds like the score of a pair, learnt from the labelled splits and merges and rounded.
    private const float None = -2.1f;
    private const float Score = 0.7f;
    private const float Share = 3.3f; // of a 款 that is theirs alone
    private const float Weight = 2.3f; // of what is theirs alone, in telling pairs of characters (about a dozen are 1)
    private const float Gone = 0.6f; // the old article has no other partner
    private const float Both = -0.5f; // both have one
    private const float Least = -0.7f;
    private const float Unlike = -4; // a pair that scores less need not be looked at

    public static List<(int Old, int New)> Find(Shingles shingles, Candidate[] candidates, int[] leftOld, int[] leftNew, Matching matched)
    {
        var (ofOld, ofNew) = (Partners(leftOld, matched.ByOld, leftNew), Partners(leftNew, matched.ByNew, leftOld));
        var weigh = new Evidence(shingles);
        var waiting = new PriorityQueue<Candidate, (float, int, int)>();
        foreach (var c in candidates)
        {
            if (c.Score >= Unlike && !ofOld[c.Old].Contains(c.New))
            {
                Consider(c);
            }
        }

        // The likeliest first; what it explains speaks for no other.
        var found = new List<(int Old, int New)>();
        while (waiting.TryDequeue(out var c, out var said))
        {
            var likely = Likely(c);
            if (likely > Least && -likely > said.Item1 + 0.01f)
            {
                Consider(c);
            }
            else if (likely > Least && !(Done(c.Old, matched.ByOld, leftOld, ofOld) || Done(c.New, matched.ByNew, leftNew, ofNew)))
            {
                ofOld[c.Old].Add(c.New);
                ofNew[c.New].Add(c.Old);
                found.Add((leftOld[c.Old], leftNew[c.New]));
            }
        }

        return found;

        void Consider(Candidate c)
        {
            // One of the two has a partner: two that stand alone are no pair, or they would be one.
            if (ofOld[c.Old].Count + ofNew[c.New].Count > 0 && Likely(c) is > Least and var likely)
            {
                waiting.Enqueue(c, (-likely, c.Old, c.New));
            }
        }

        float Likely(Candidate c)
        {
            var (share, shared) = weigh.Of(c, ofOld[c.Old], ofNew[c.New]);
            return None + (Score * c.Score) + (Share * share) + (Weight * Math.Min(2, shared / 50))
                + (ofOld[c.Old].Count == 0 ? Gone : ofNew[c.New].Count > 0 ? Both : 0);
        }
    }

    // What stood alone goes into one article only.
    private static bool Done(int place, int[] matched, int[] left, List<int>[] partners) => matched[left[place]] < 0 && partners[place].Count > 0;

    private static List<int>[] Partners(int[] left, int[] matched, int[] others)
    {
        var places = new Dictionary<int, int>(others.Length);
        for (var k = 0; k < others.Length; k++)
        {
            places[others[k]] = k;
        }

        return [.. left.Select(article => matched[article] >= 0 ? new List<int> { places[matched[article]] } : [])];
    }
}
