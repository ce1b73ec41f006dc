using Renda.Platform.Search;
using Renda.Procedures;

namespace Renda.Modules.Suggestions.Similar;

/// <summary>Why two texts are alike: the stretches that stand in both, the most telling first.</summary>
internal static class SharedWords
{
    private const int Most = 6;

    // Enough to say why; a text without end is not read to its end for it.
    private const int Longest = 4_000;

    public static IReadOnlyList<string> Of(string asked, string found, WordCounts counts)
    {
        var there = Folding.Fold(Plain.Cut(found, Longest));
        var words = Run.Split(Folding.Fold(Plain.Cut(asked, Longest))).SelectMany(run => Stretches(run, there)).Distinct(StringComparer.Ordinal).ToList();
        return
        [
            .. words.Where(w => !words.Exists(other => other.Length > w.Length && other.Contains(w, StringComparison.Ordinal)))
                .OrderByDescending(w => Wording.Of("", w).Pairs.Sum(p => counts.PairRarity(p.Key))).Take(Most),
        ];
    }

    /// <summary>A text in pieces, those marked that are such words.</summary>
    public static IReadOnlyList<(string Text, bool Marked)> Mark(string text, IReadOnlyList<string> words)
    {
        List<(string, bool)> pieces = [];
        var plain = 0;
        for (var at = 0; at < text.Length;)
        {
            var word = words.Where(w => text.AsSpan(at).StartsWith(w, StringComparison.OrdinalIgnoreCase)).MaxBy(w => w.Length);
            if (word is null)
            {
                at++;
                continue;
            }

            pieces.AddRange(at > plain ? [(text[plain..at], false), (text.Substring(at, word.Length), true)] : [(text.Substring(at, word.Length), true)]);
            plain = at += word.Length;
        }

        return plain < text.Length ? [.. pieces, (text[plain..], false)] : pieces;
    }

    // The longest from each place on that the other text holds too.
    private static IEnumerable<string> Stretches(Run run, string there)
    {
        var text = string.Concat(run.Runes);
        if (!run.IsIdeographic)
        {
            return text.Length > 1 && there.Contains(text, StringComparison.Ordinal) ? [text] : [];
        }

        List<string> found = [];
        for (var at = 0; at + 2 <= text.Length;)
        {
            var length = 1;
            while (at + length < text.Length && there.Contains(text.Substring(at, length + 1), StringComparison.Ordinal))
            {
                length++;
            }

            found.Add(length > 1 ? Boilerplate.Trim(text.Substring(at, length)) : "");
            at += length;
        }

        return found.Where(w => w.EnumerateRunes().Count() > 1 && !char.IsLowSurrogate(w[0]) && !char.IsHighSurrogate(w[^1]));
    }
}
