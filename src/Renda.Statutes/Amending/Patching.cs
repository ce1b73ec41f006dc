using Renda.Statutes.Comparing;

namespace Renda.Statutes.Amending;

/// <summary>Small changes in an article, told by words that stand once in their place.</summary>
internal static class Patching
{
    private const int MostPatches = 3;

    /// <summary>The patches that make one article the other, or null where it is better told whole.</summary>
    public static IReadOnlyList<Patch>? Patches(Element old, Element @new)
    {
        var places = Places.Of(old);
        if (!old.Kinds.SequenceEqual(@new.Kinds) || places.Distinct(StringComparer.Ordinal).Count() < places.Count)
        {
            return null;
        }

        var patches = new List<Patch>();
        for (var n = 0; n < places.Count; n++)
        {
            if (old.Lines[n] == @new.Lines[n])
            {
                continue;
            }

            if (places[n] == Places.Nameless || (old.Kinds[n] != Part.Paragraph && Places.Label(old.Lines[n]) != Places.Label(@new.Lines[n])) || !Add(patches, places[n], old.Lines[n], @new.Lines[n], old.Kinds[n] == Part.Paragraph ? 0 : Places.Label(old.Lines[n]).Length) || patches.Count > MostPatches)
            {
                return null;
            }
        }

        return patches;
    }

    // Words long enough to stand only once; quotation marks would end the quotation.
    private static bool Add(List<Patch> patches, string place, string old, string @new, int floor)
    {
        var own = new List<Patch>();
        var stretches = Comparison.Of(old, @new);
        for (var s = 0; s < stretches.Count; s++)
        {
            if (stretches[s].Change == Change.Same)
            {
                continue;
            }

            var (start, end) = (stretches[s].OldStart, stretches[s].OldStart + (stretches[s].Change == Change.Removed ? stretches[s].Length : 0));
            var added = start == end ? stretches[s] : s + 1 < stretches.Count && stretches[s + 1].Change == Change.Added ? stretches[++s] : default;
            var ceiling = s + 1 < stretches.Count ? stretches[s + 1].OldStart + stretches[s + 1].Length : old.Length;
            var (from, until) = Anchor(old, start, end, floor, ceiling);
            own.Add(new Patch(place, old[from..until], string.Concat(old.AsSpan(from, start - from), @new.AsSpan(added.NewStart, added.Length), old.AsSpan(end, until - end))));
            floor = until;
        }

        patches.AddRange(own);
        var changed = own.Sum(p => Math.Max(p.Found.Length, p.Becomes.Length));
        return own.All(p => p.Found.Length > 0 && !Quotes(p.Found) && !Quotes(p.Becomes)) && changed * 2 <= old.Length + 8 && Places.Make(old, own).Line == @new;
    }

    // What is put in stands after some words: those before it up to a sign, or at the beginning those after it.
    private static (int From, int Until) Anchor(string text, int start, int end, int floor, int ceiling)
    {
        var (from, until) = (start, end);
        while (start == end && from > floor && start - from < 6 && (from == start || !Sign(text[from - 1])))
        {
            from--;
        }

        while (start == end && from == start && until < ceiling && until - end < 6 && (until == end || !Sign(text[until])))
        {
            until++;
        }

        while (!Once(text, from, until) && (from > floor || until < ceiling))
        {
            (from, until) = from > floor ? (from - 1, until) : (from, until + 1);
        }

        return (from, until);
    }

    private static bool Once(string text, int from, int until) =>
        from < until && text.IndexOf(text[from..until], StringComparison.Ordinal) == text.LastIndexOf(text[from..until], StringComparison.Ordinal);

    private static bool Sign(char c) => c is '，' or '。' or '；' or '、' or '：' or '）';

    private static bool Quotes(string text) => text.AsSpan().IndexOfAny("“”\n") >= 0;
}
