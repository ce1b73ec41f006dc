namespace Renda.Statutes.Aligning;

/// <summary>Says of each link what it is, and puts them in order.</summary>
internal static class Naming
{
    public static IReadOnlyList<Link> Links(
        IReadOnlyList<Article> old, IReadOnlyList<Article> @new, Folded before, Folded after, Matching matched, List<(int Old, int New)> parts)
    {
        var inOrder = InOrder(matched.ByOld);
        var (extraOld, extraNew) = (parts.ToLookup(p => p.Old, p => p.New), parts.ToLookup(p => p.New, p => p.Old));
        var links = new List<Link>(Math.Max(old.Count, @new.Count));
        var next = 0;
        for (var j = 0; j < @new.Count; j++)
        {
            int[] from = [.. (matched.ByNew[j] is >= 0 and var main ? [main] : Array.Empty<int>()), .. extraNew[j]];
            var reached = from.Length > 0 && matched.ByNew[j] >= 0 && inOrder[matched.ByNew[j]] ? matched.ByNew[j] : -1;
            for (; next < reached; next++)
            {
                Gone(next);
            }

            if (from.Length == 0)
            {
                links.Add(new Link(null, @new[j], LinkKind.Inserted, Changed: true));
            }

            foreach (var i in from.Order())
            {
                var changed = !before[i].SequenceEqual(after[j]);
                var kind = from.Length > 1 ? LinkKind.Merged
                    : extraOld[i].Any() ? LinkKind.Split
                    : changed ? LinkKind.Amended
                    : !inOrder[i] ? LinkKind.Moved
                    : old[i].Label == @new[j].Label || (old[i].Number > 0 && (old[i].Number, old[i].Suffix) == (@new[j].Number, @new[j].Suffix)) ? LinkKind.Unchanged
                    : LinkKind.Renumbered;
                links.Add(new Link(old[i], @new[j], kind, changed));
            }
        }

        for (; next < old.Count; next++)
        {
            Gone(next);
        }

        return links;

        void Gone(int i)
        {
            if (matched.ByOld[i] < 0 && !extraOld[i].Any())
            {
                links.Add(new Link(old[i], null, LinkKind.Deleted, Changed: true));
            }
        }
    }

    // The articles of the longest run in order; what stands outside it was moved.
    public static bool[] InOrder(int[] byOld)
    {
        var (tails, previous, inOrder) = (new List<int>(), new int[byOld.Length], new bool[byOld.Length]);
        for (var i = 0; i < byOld.Length; i++)
        {
            if (byOld[i] < 0)
            {
                continue;
            }

            var (low, high) = (0, tails.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = byOld[tails[middle]] < byOld[i] ? (middle + 1, high) : (low, middle);
            }

            previous[i] = low > 0 ? tails[low - 1] : -1;
            if (low == tails.Count)
            {
                tails.Add(i);
            }
            else
            {
                tails[low] = i;
            }
        }

        for (var i = tails.Count > 0 ? tails[^1] : -1; i >= 0; i = previous[i])
        {
            inOrder[i] = true;
        }

        return inOrder;
    }
}
