namespace Renda.Statutes.Aligning;

/// <summary>What became of an article.</summary>
public enum LinkKind
{
    /// <summary>Same number, same words (space and the width of signs aside).</summary>
    Unchanged,

    /// <summary>Other words, whether or not the number is another.</summary>
    Amended,

    /// <summary>Same words under another number, in the same order.</summary>
    Renumbered,

    /// <summary>Same words at another place among the others.</summary>
    Moved,

    /// <summary>New.</summary>
    Inserted,

    /// <summary>Gone.</summary>
    Deleted,

    /// <summary>One of several articles that an old one became.</summary>
    Split,

    /// <summary>One of several old articles that became this one.</summary>
    Merged,
}

/// <summary>An article of the old text and what it is in the new one. A split or a merge is several links.</summary>
/// <param name="Old">Null where inserted.</param>
/// <param name="New">Null where deleted.</param>
/// <param name="Changed">The words differ.</param>
public sealed record Link(Article? Old, Article? New, LinkKind Kind, bool Changed);

/// <summary>Finds what each article of one version is in another.</summary>
/// <remarks>
/// Same words first; then all that is left at once: pairs that share rare pairs of characters are scored by likeness, by what else
/// each is like, by chapter and by place, and the assignment with the greatest sum is taken; then once more with what is known of
/// the articles they name. What then stands alone may be a part of one that was split, or have gone into another.
/// </remarks>
public static class Alignment
{
    /// <summary>The links in the order of the new text; deleted articles stand where they were.</summary>
    public static IReadOnlyList<Link> Of(Statute old, Statute @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        var (before, after) = (new Folded(old.Articles), new Folded(@new.Articles));
        var matched = Identical.Match(before, after);
        int[] leftOld = [.. Enumerable.Range(0, before.Count).Where(i => matched.ByOld[i] < 0)];
        int[] leftNew = [.. Enumerable.Range(0, after.Count).Where(j => matched.ByNew[j] < 0)];
        var parts = new List<(int Old, int New)>();
        if (leftOld.Length > 0 && leftNew.Length > 0)
        {
            var shingles = Shingles.Of(before, leftOld, after, leftNew);
            var candidates = Candidates.Of(shingles, leftOld, leftNew);
            Scoring.Score(candidates, old, @new, leftOld, leftNew, matched);
            var first = Assignment.Choose(candidates, leftOld, leftNew, matched);
            matched = Citations.Weigh(candidates, old, @new, leftOld, leftNew, first) ? Assignment.Choose(candidates, leftOld, leftNew, matched) : first;
            parts = Parts.Find(shingles, candidates, leftOld, leftNew, matched);
        }

        return Naming.Links(old.Articles, @new.Articles, before, after, matched, parts);
    }
}

/// <summary>Which article goes with which; -1 for none.</summary>
internal sealed record Matching(int[] ByOld, int[] ByNew)
{
    public void Join(int old, int @new) => (ByOld[old], ByNew[@new]) = (@new, old);
}
