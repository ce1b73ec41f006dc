using Renda.Statutes.Parsing;

namespace Renda.Statutes.Aligning;

/// <summary>
/// Articles that name other articles (违反本条例第三十六条规定): penalties are alike in all but what they punish, and that is often
/// only named by number. What a first assignment says of the articles named speaks for those that name them.
/// </summary>
internal static class Citations
{
    private const float Same = 2f;
    private const float Other = -2f;

    /// <summary>Raises and lowers the scores by what the two articles name; false where none names any.</summary>
    public static bool Weigh(Candidate[] candidates, Statute old, Statute @new, int[] leftOld, int[] leftNew, Matching first)
    {
        var (before, after) = (Named(old, leftOld), Named(@new, leftNew));
        var any = false;
        foreach (ref var c in candidates.AsSpan())
        {
            if (before[c.Old].Length == 0 || after[c.New].Length == 0)
            {
                continue;
            }

            var (known, same) = (0, 0);
            foreach (var cited in before[c.Old])
            {
                known += first.ByOld[cited] >= 0 ? 1 : 0;
                same += Array.IndexOf(after[c.New], first.ByOld[cited]) >= 0 ? 1 : 0;
            }

            any |= known > 0;
            c.Score += same > 0 ? Same * same / Math.Min(known, after[c.New].Length) : known > 0 ? Other : 0;
        }

        return any;
    }

    // The places of the articles each of those left names; those of other laws (》第三条) are not this text's.
    private static int[][] Named(Statute statute, int[] left)
    {
        var byNumber = new Dictionary<(int, int), int>(statute.Articles.Count);
        foreach (var article in statute.Articles)
        {
            byNumber.TryAdd((article.Number, article.Suffix), article.Index);
        }

        return [.. left.Select(i => In(statute.Articles[i].Words, byNumber).Where(cited => cited != i).Distinct().Take(8).ToArray())];
    }

    private static List<int> In(ReadOnlySpan<char> words, Dictionary<(int, int), int> byNumber)
    {
        var named = new List<int>();
        for (var at = 0; words[at..].IndexOf('第') is >= 0 and var ahead; at++)
        {
            at += ahead;
            if ((at == 0 || words[at - 1] != '》') && Mark.TryOrdinal(words[at..Math.Min(words.Length, at + 20)], out var mark) && mark.Part == Part.Article
                && byNumber.TryGetValue((mark.Number, mark.Suffix), out var article))
            {
                named.Add(article);
            }
        }

        return named;
    }
}
