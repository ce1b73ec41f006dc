using System.Runtime.InteropServices;

namespace Renda.Statutes.Comparing;

/// <summary>Very long differences: sentences that stand once in both texts and in the same order hold them together.</summary>
internal static class Sentences
{
    public static void Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int aStart, int bStart, Stretches to)
    {
        var (before, after) = (Cut(a), Cut(b));
        var (i, j) = (0, 0);
        foreach (var (old, @new) in Anchors(a, before, b, after))
        {
            var (start, length) = (before[old], before[old + 1] - before[old]);
            Comparison.Between(a[i..start], b[j..after[@new]], aStart + i, bStart + j, to, sentences: false);
            to.Add(Change.Same, aStart + start, bStart + after[@new], length);
            (i, j) = (start + length, after[@new] + length);
        }

        Comparison.Between(a[i..], b[j..], aStart + i, bStart + j, to, sentences: false);
    }

    private static List<int> Cut(ReadOnlySpan<char> text)
    {
        var cuts = new List<int> { 0 };
        for (var at = 0; at < text.Length;)
        {
            var next = text[at..].IndexOfAny('。', '；', '\n');
            at = next < 0 ? text.Length : at + next + 1;
            cuts.Add(at);
        }

        return cuts;
    }

    // Patience: the longest increasing run of the pairs.
    private static List<(int Old, int New)> Anchors(ReadOnlySpan<char> a, List<int> before, ReadOnlySpan<char> b, List<int> after)
    {
        var once = new Dictionary<int, (int Old, int New)>();
        Count(a, before, once, old: true);
        Count(b, after, once, old: false);
        var pairs = new List<(int Old, int New)>();
        foreach (var pair in once.Values)
        {
            if (pair is { Old: >= 0, New: >= 0 } && a[before[pair.Old]..before[pair.Old + 1]].SequenceEqual(b[after[pair.New]..after[pair.New + 1]]))
            {
                pairs.Add(pair);
            }
        }

        pairs.Sort();
        var (tails, previous) = (new List<int>(), new int[pairs.Count]);
        for (var k = 0; k < pairs.Count; k++)
        {
            var (low, high) = (0, tails.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = pairs[tails[middle]].New < pairs[k].New ? (middle + 1, high) : (low, middle);
            }

            previous[k] = low > 0 ? tails[low - 1] : -1;
            CollectionsMarshal.SetCount(tails, Math.Max(tails.Count, low + 1));
            tails[low] = k;
        }

        var chain = new List<(int, int)>();
        for (var k = tails.Count > 0 ? tails[^1] : -1; k >= 0; k = previous[k])
        {
            chain.Add(pairs[k]);
        }

        chain.Reverse();
        return chain;
    }

    // -1: not seen; -2: more than once.
    private static void Count(ReadOnlySpan<char> text, List<int> cuts, Dictionary<int, (int Old, int New)> once, bool old)
    {
        for (var s = 0; s + 1 < cuts.Count; s++)
        {
            ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(once, string.GetHashCode(text[cuts[s]..cuts[s + 1]], StringComparison.Ordinal), out var known);
            seen = known ? seen : (-1, -1);
            seen = old ? (seen.Old == -1 ? s : -2, seen.New) : (seen.Old, seen.New == -1 ? s : -2);
        }
    }
}
