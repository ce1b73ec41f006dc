namespace Renda.Statutes.Aligning;

/// <summary>What speaks for two articles belonging together beside the partners they have: what both hold and no partner does.</summary>
internal sealed class Evidence(Shingles shingles)
{
    private readonly int[] stamp = new int[shingles.Kinds];
    private int round;

    /// <summary>The greatest share of one 款 of either that is theirs alone, and its weight.</summary>
    public (float Share, float Shared) Of(Candidate pair, IReadOnlyList<int> partnersOfOld, IReadOnlyList<int> partnersOfNew)
    {
        round += 3;
        Mark(shingles.Old(pair.Old), 0, round);
        Mark(shingles.New(pair.New), round, round + 1); // in both
        foreach (var partner in partnersOfOld)
        {
            Mark(shingles.New(partner), round + 1, round + 2);
        }

        foreach (var partner in partnersOfNew)
        {
            Mark(shingles.Old(partner), round + 1, round + 2);
        }

        var (a, b) = (Best(shingles.OldSegments(pair.Old)), Best(shingles.NewSegments(pair.New)));
        return a.Share > b.Share ? a : b;
    }

    private void Mark(ReadOnlySpan<int> ids, int from, int to)
    {
        foreach (var id in ids)
        {
            if (from == 0 || stamp[id] == from)
            {
                stamp[id] = to;
            }
        }
    }

    private (float Share, float Shared) Best((int From, int Until) segments)
    {
        var best = (Share: 0f, Shared: 0f);
        for (var s = segments.From; s < segments.Until; s++)
        {
            var (own, shared) = (0f, 0f);
            foreach (var id in shingles.Segment(s))
            {
                own += shingles.Weight(id);
                shared += stamp[id] == round + 1 ? shingles.Weight(id) : 0;
            }

            best = own > 60 && shared / own > best.Share ? (shared / own, shared) : best;
        }

        return best;
    }
}
