namespace Renda.Statutes.Aligning;

/// <summary>
/// How likely two articles are one: how like they are, compared with what else each is like; whether their chapters belong
/// together; and whether they stand where they may be expected. The sum is log-odds, learnt from the labelled pairs and rounded.
/// </summary>
internal static class Scoring
{
    private const float None = -10.5f;
    private const float BestOfOld = 5.5f; // the new article is what the old one is most like
    private const float BestOfNew = 3.7f; // and the reverse
    private const float Alike = 3.6f;
    private const float Chapter = 3f;
    private const float Near = 1.5f;

    public static void Score(Candidate[] candidates, Statute old, Statute @new, int[] leftOld, int[] leftNew, Matching matched)
    {
        var (bestOld, bestNew) = Best(candidates, leftOld.Length, leftNew.Length);
        var near = Backbone.Nearness(candidates, leftOld, leftNew, matched);
        var chapters = Chapters.Of(old, @new, matched, candidates.Where(c => c.Likeness >= bestOld[c.Old] && c.Likeness >= bestNew[c.New])
            .Select(c => (leftOld[c.Old], leftNew[c.New], c.Likeness)));
        for (var k = 0; k < candidates.Length; k++)
        {
            ref var c = ref candidates[k];
            c.Score = None + (BestOfOld * c.Likeness / bestOld[c.Old]) + (BestOfNew * c.Likeness / bestNew[c.New]) + (Alike * c.Likeness)
                + (Near * near[k]) + (Chapter * chapters.Together(leftOld[c.Old], leftNew[c.New]));
        }
    }

    private static (float[] Old, float[] New) Best(Candidate[] candidates, int old, int @new)
    {
        var (bestOld, bestNew) = (new float[old], new float[@new]);
        foreach (var c in candidates)
        {
            bestOld[c.Old] = Math.Max(bestOld[c.Old], c.Likeness);
            bestNew[c.New] = Math.Max(bestNew[c.New], c.Likeness);
        }

        return (bestOld, bestNew);
    }
}
