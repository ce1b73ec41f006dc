using System.Runtime.InteropServices;

namespace Renda.Statutes.Comparing;

/// <summary>What a stretch of a comparison is.</summary>
public enum Change
{
    /// <summary>In both.</summary>
    Same,

    /// <summary>Only in the old text.</summary>
    Removed,

    /// <summary>Only in the new text.</summary>
    Added,
}

/// <summary>A stretch of two texts, one after the other: what is removed stands before what is added in its place.</summary>
/// <param name="OldStart">Where it begins in the old text, in characters from 0; for what is added, where it would stand.</param>
/// <param name="NewStart">The same in the new text.</param>
/// <param name="Length">Characters; never 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Stretch(Change Change, int OldStart, int NewStart, int Length);

/// <summary>Differences between two texts character by character, told as a reader would: whole numbers, whole brackets, no crumbs.</summary>
public static class Comparison
{
    /// <summary>
    /// The stretches that lead from one text to the other: the same and the removed ones give the old text, the same and the
    /// added ones the new. Time is at most proportional to both lengths multiplied and divided by 64, and linear beyond a bound:
    /// what differs in more than about 16,000 characters on both sides is compared sentence by sentence.
    /// </summary>
    public static IReadOnlyList<Stretch> Of(ReadOnlySpan<char> old, ReadOnlySpan<char> @new)
    {
        var stretches = new Stretches();
        Between(old, @new, 0, 0, stretches);
        return Cleaning.Clean(stretches.List, old, @new);
    }

    internal static void Between(ReadOnlySpan<char> old, ReadOnlySpan<char> @new, int oldStart, int newStart, Stretches to, bool sentences = true)
    {
        var before = old.CommonPrefixLength(@new);
        to.Add(Change.Same, oldStart, newStart, before);
        old = old[before..];
        @new = @new[before..];
        (oldStart, newStart) = (oldStart + before, newStart + before);
        var after = 0;
        while (after < old.Length && after < @new.Length && old[^(after + 1)] == @new[^(after + 1)])
        {
            after++;
        }

        var a = old[..^after];
        var b = @new[..^after];
        if (a.IsEmpty || b.IsEmpty)
        {
            to.Add(Change.Removed, oldStart, newStart, a.Length);
            to.Add(Change.Added, oldStart + a.Length, newStart, b.Length);
        }
        else if (LongestCommon.Fits(a.Length, b.Length))
        {
            LongestCommon.Compare(a, b, oldStart, newStart, to);
        }
        else if (sentences)
        {
            Sentences.Compare(a, b, oldStart, newStart, to);
        }
        else
        {
            to.Add(Change.Removed, oldStart, newStart, a.Length);
            to.Add(Change.Added, oldStart + a.Length, newStart, b.Length);
        }

        to.Add(Change.Same, oldStart + a.Length, newStart + b.Length, after);
    }
}

/// <summary>Gathers stretches, joining what touches.</summary>
internal sealed class Stretches
{
    public List<Stretch> List { get; } = [];

    public void Add(Change change, int oldStart, int newStart, int length)
    {
        if (length == 0)
        {
            return;
        }

        if (List.Count > 0 && List[^1] is var last && last.Change == change)
        {
            List[^1] = last with { Length = last.Length + length };
        }
        else
        {
            List.Add(new Stretch(change, oldStart, newStart, length));
        }
    }
}
