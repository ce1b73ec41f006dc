namespace Renda.Modules.Suggestions.Similar;

/// <summary>The words of a text that tell most, to ask the index for.</summary>
internal static class Telling
{
    /// <summary>With fewer something is missed; more find nothing better (<c>docs/decisions/0010</c>).</summary>
    private const int MostWords = 96;

    /// <summary>How many entries of the index are read at most, as far as the counts can tell.</summary>
    private const double MostEntries = 12_000;

    /// <summary>Those of the greatest weight whose entries together stay within bounds: what stands everywhere is never asked for.</summary>
    public static IReadOnlyList<(string Word, double Weight)> Of(Wording asked, WordCounts counts)
    {
        List<(string, double)> telling = [];
        var left = MostEntries;
        foreach (var (word, weight) in asked.Pairs.Select(p => (p.Key, Weight: Math.Log(1 + p.Value) * counts.PairRarity(p.Key)))
            .OrderByDescending(p => p.Weight).ThenBy(p => p.Key, StringComparer.Ordinal))
        {
            if (weight > 0 && counts.Holding(word) <= left)
            {
                left -= counts.Holding(word);
                telling.Add((word, weight));
            }

            if (telling.Count == MostWords)
            {
                break;
            }
        }

        return telling;
    }
}
