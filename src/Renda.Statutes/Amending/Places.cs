using Renda.Statutes.Parsing;

namespace Renda.Statutes.Amending;

/// <summary>The places in an article (款, 项, 目).</summary>
internal static class Places
{
    public const string Nameless = "-";

    /// <summary>What each line of an article is called; empty for the one 款 of an article. What has no name cannot be patched.</summary>
    public static IReadOnlyList<string> Of(Element article)
    {
        var many = article.Kinds.Count(k => k == Part.Paragraph) > 1;
        var (paragraph, item, places) = (0, "", new List<string>());
        for (var n = 0; n < article.Lines.Count; n++)
        {
            var kind = article.Kinds[n];
            paragraph += kind == Part.Paragraph ? 1 : 0;
            var above = many ? $"第{Numeral.Write(paragraph)}款" : "";
            var label = kind is Part.Item or Part.Subitem ? Label(article.Lines[n]) : "";
            item = kind == Part.Paragraph ? "" : kind == Part.Item ? $"第{label}项" : item;
            places.Add(kind switch
            {
                Part.Paragraph => above,
                Part.Item => above + item,
                Part.Subitem => $"{above}{item}第{label.TrimEnd('.', '．', '、')}目",
                _ => Nameless,
            });
        }

        return places;
    }

    /// <summary>The line a patch is about, or -1. One that names no 款 is about the only line that has its words.</summary>
    public static int Find(Element article, Patch patch)
    {
        var places = Of(article).ToList();
        var at = IndexOf(places, patch.Place);
        if (patch.Place.Length > 0 || (at >= 0 && article.Lines[at].Contains(patch.Found, StringComparison.Ordinal)))
        {
            return at;
        }

        int[] having = [.. Enumerable.Range(0, places.Count).Where(n => article.Lines[n].Contains(patch.Found, StringComparison.Ordinal))];
        return having is [var only] ? only : -1;
    }

    /// <summary>第三项 is 第（三）项, and 第一款 of an article of one 款 need not be said.</summary>
    public static int IndexOf(List<string> places, string place)
    {
        var at = places.FindIndex(p => Plain(p) == Plain(place));
        return at < 0 && place.StartsWith("第一款", StringComparison.Ordinal) ? places.FindIndex(p => Plain(p) == Plain(place["第一款".Length..])) : at;
    }

    private static string Plain(string place) => string.Concat(place.Where(c => c is not ('（' or '）' or '(' or ')')));

    /// <summary>The line with its patches made, or why it cannot be.</summary>
    public static (string? Line, string? Reason) Make(string line, IEnumerable<Patch> patches)
    {
        var made = line;
        foreach (var (at, patch) in patches.Select(p => (At: line.IndexOf(p.Found, StringComparison.Ordinal), p)).OrderByDescending(p => p.At))
        {
            if (at < 0)
            {
                return (null, $"其中没有“{patch.Found}”。");
            }

            if (line.IndexOf(patch.Found, at + 1, StringComparison.Ordinal) >= 0)
            {
                return (null, $"其中“{patch.Found}”不止一处。");
            }

            if (at + patch.Found.Length > made.Length || made.AsSpan(at, patch.Found.Length).SequenceEqual(patch.Found) is false)
            {
                return (null, $"对“{patch.Found}”的修改与另一处重叠。");
            }

            made = string.Concat(made.AsSpan(0, at), patch.Becomes, made.AsSpan(at + patch.Found.Length));
        }

        return (made, null);
    }

    public static string Label(string line) =>
        line.Length == 0 ? "" : (line[0] is '（' or '(' ? Mark.TryBracketed(line, out var mark) : Mark.TryPlain(line, out mark)) ? Blank.Squeeze(line.AsSpan(0, mark.End)) : "";
}
