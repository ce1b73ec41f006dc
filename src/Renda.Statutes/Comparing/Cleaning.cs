using System.Runtime.InteropServices;
using Renda.Statutes.Parsing;

namespace Renda.Statutes.Comparing;

/// <summary>
/// Makes of a shortest difference one that a person would write: no word cut up by a character that happens to be the same, no
/// number changed in half, what is put in or taken out bounded by a sign where it can be.
/// </summary>
internal static class Cleaning
{
    public static IReadOnlyList<Stretch> Clean(List<Stretch> found, ReadOnlySpan<char> old, ReadOnlySpan<char> @new)
    {
        var edits = Join(Edits(found));
        foreach (ref var edit in CollectionsMarshal.AsSpan(edits))
        {
            WholeNumbers(ref edit, old, @new);
        }

        edits = Join(Touching(edits));
        for (var k = 0; k < edits.Count; k++)
        {
            edits[k] = Sliding.Slide(edits[k], old, @new, k > 0 ? edits[k - 1].OldEnd : 0, k + 1 < edits.Count ? edits[k + 1].OldStart : old.Length);
        }

        return Write(Touching(edits), old.Length);
    }

    private static List<Edit> Edits(List<Stretch> found)
    {
        var edits = new List<Edit>();
        foreach (var stretch in found)
        {
            if (stretch.Change == Change.Same)
            {
                continue;
            }

            var (oldEnd, newEnd) = stretch.Change == Change.Removed
                ? (stretch.OldStart + stretch.Length, stretch.NewStart) : (stretch.OldStart, stretch.NewStart + stretch.Length);
            if (edits.Count > 0 && edits[^1].OldEnd == stretch.OldStart && edits[^1].NewEnd == stretch.NewStart)
            {
                edits[^1] = edits[^1] with { OldEnd = oldEnd, NewEnd = newEnd };
            }
            else
            {
                edits.Add(new Edit(stretch.OldStart, oldEnd, stretch.NewStart, newEnd));
            }
        }

        return edits;
    }

    // What is the same between two edits and no longer than either of them is chance.
    private static List<Edit> Join(List<Edit> edits)
    {
        var joined = new List<Edit>(edits.Count);
        foreach (var edit in edits)
        {
            var next = edit;
            while (joined.Count > 0 && next.OldStart - joined[^1].OldEnd is var same && same <= joined[^1].Size && same <= next.Size)
            {
                next = new Edit(joined[^1].OldStart, next.OldEnd, joined[^1].NewStart, next.NewEnd);
                joined.RemoveAt(joined.Count - 1);
            }

            joined.Add(next);
        }

        return joined;
    }

    private static List<Edit> Touching(List<Edit> edits)
    {
        var joined = new List<Edit>(edits.Count);
        foreach (var edit in edits)
        {
            if (joined.Count > 0 && edit.OldStart <= joined[^1].OldEnd)
            {
                joined[^1] = new Edit(joined[^1].OldStart, Math.Max(edit.OldEnd, joined[^1].OldEnd), joined[^1].NewStart, Math.Max(edit.NewEnd, joined[^1].NewEnd));
            }
            else
            {
                joined.Add(edit);
            }
        }

        return joined;
    }

    // 五千 for 五百, 第十二条 for 第十条: the whole number changed.
    private static void WholeNumbers(ref Edit edit, ReadOnlySpan<char> old, ReadOnlySpan<char> @new)
    {
        var first = Numeric(old, edit.OldStart, edit.OldEnd) || Numeric(@new, edit.NewStart, edit.NewEnd);
        var last = Numeric(old, edit.OldEnd - 1, edit.OldEnd, edit.OldStart) || Numeric(@new, edit.NewEnd - 1, edit.NewEnd, edit.NewStart);
        while (first && edit.OldStart > 0 && edit.NewStart > 0 && Number(old[edit.OldStart - 1]) && old[edit.OldStart - 1] == @new[edit.NewStart - 1])
        {
            edit = edit with { OldStart = edit.OldStart - 1, NewStart = edit.NewStart - 1 };
        }

        while (last && edit.OldEnd < old.Length && edit.NewEnd < @new.Length && Number(old[edit.OldEnd]) && old[edit.OldEnd] == @new[edit.NewEnd])
        {
            edit = edit with { OldEnd = edit.OldEnd + 1, NewEnd = edit.NewEnd + 1 };
        }
    }

    private static bool Numeric(ReadOnlySpan<char> text, int at, int end, int from = 0) => at >= from && at < end && Number(text[at]);

    private static bool Number(char c) => Numeral.IsNumeral(c) || char.IsAsciiLetter(c) || c is '.' or '％' or '%';

    private static List<Stretch> Write(List<Edit> edits, int oldLength)
    {
        var to = new Stretches();
        var (i, j) = (0, 0);
        foreach (var edit in edits)
        {
            to.Add(Change.Same, i, j, edit.OldStart - i);
            to.Add(Change.Removed, edit.OldStart, edit.NewStart, edit.OldEnd - edit.OldStart);
            to.Add(Change.Added, edit.OldEnd, edit.NewStart, edit.NewEnd - edit.NewStart);
            (i, j) = (edit.OldEnd, edit.NewEnd);
        }

        to.Add(Change.Same, i, j, oldLength - i);
        return to.List;
    }
}
