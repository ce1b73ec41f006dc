using Renda.Statutes.Aligning;
using Renda.Statutes.Comparing;

namespace Renda.Statutes.Referring;

/// <summary>Why a reference no longer says what it said.</summary>
public enum BreakKind
{
    /// <summary>What it points at has another number now; under the old one there is something else, or nothing.</summary>
    Renumbered,

    /// <summary>What it pointed at is gone.</summary>
    Deleted,

    /// <summary>What it pointed at became several articles.</summary>
    Split,

    /// <summary>The article is known, the 款 or 项 in it is not: a person looks.</summary>
    Unsure,
}

/// <summary>A reference carried over unchanged from the old text that means another place in the new one.</summary>
/// <param name="Reference">Where it stands, in the new text.</param>
/// <param name="Meant">The place it pointed at in the old text.</param>
/// <param name="Proposed">The words to put in its stead; empty where there is nothing to point at. Of a split all that may be meant, one after the other.</param>
public sealed record BrokenReference(Reference Reference, Place Meant, BreakKind Kind, IReadOnlyList<string> Proposed);

/// <summary>Finds the references a renumbering breaks.</summary>
/// <remarks>
/// Only what was carried over is judged: a reference whose words the drafter changed is taken to be meant as it stands. Articles
/// go by the alignment; 款 and 项 by their words, else by their place where there are as many as before.
/// </remarks>
public static class Renumbering
{
    /// <summary>The references in order of the new text.</summary>
    public static IReadOnlyList<BrokenReference> Of(Statute old, Statute @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        var links = Alignment.Of(old, @new);
        var before = References.Of(old).Where(r => r is { Statute: null, Missing: false }).ToList();
        var after = References.Of(@new).Where(r => r.Statute is null).ToDictionary(r => r.Start);
        var successors = new Successors(old, @new, links);
        var broken = new SortedDictionary<int, BrokenReference>();
        foreach (var link in links)
        {
            if (link is { Old: { } from, New: { } to })
            {
                Carried(old, @new, from, to, before, after, successors, broken);
            }
        }

        return [.. broken.Values];
    }

    private static void Carried(
        Statute old, Statute @new, Article from, Article to, List<Reference> before, Dictionary<int, Reference> after, Successors successors, SortedDictionary<int, BrokenReference> broken)
    {
        var (start, newStart) = (old.Nodes[from.Node].Body, @new.Nodes[to.Node].Body);
        var first = LowerBound(before, start);
        if (first >= before.Count || before[first].Start >= start + from.Words.Length)
        {
            return;
        }

        var stretches = Comparison.Of(from.Words, to.Words);
        for (var r = first; r < before.Count && before[r].Start < start + from.Words.Length; r++)
        {
            var reference = before[r];
            var at = reference.Start - start;
            var same = stretches.FirstOrDefault(s => s.Change == Change.Same && s.OldStart <= at && at + reference.Length <= s.OldStart + s.Length);
            if (same.Length > 0 && after.TryGetValue(newStart + same.NewStart + at - same.OldStart, out var now) && now.Length == reference.Length && successors.Judge(reference, now) is { } found)
            {
                broken[now.Start] = found;
            }
        }
    }

    private static int LowerBound(List<Reference> references, int start)
    {
        var (low, high) = (0, references.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = references[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
