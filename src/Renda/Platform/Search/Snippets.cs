namespace Renda.Platform.Search;

/// <summary>The words around a hit.</summary>
internal static class Snippets
{
    private const int Reach = 40;

    /// <summary>The text before, the hit, and the text after; no hit where the query only matches folded.</summary>
    public static (string Before, string Hit, string After) Around(string text, string query)
    {
        var word = query.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        var line = text.ReplaceLineEndings(" ");
        var at = line.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return (Cut(line, 0, Reach * 2), "", "…");
        }

        var from = Math.Max(0, at - Reach);
        var end = Math.Min(line.Length, at + word.Length + Reach);
        return ((from > 0 ? "…" : "") + Cut(line, from, at), line.Substring(at, word.Length), Cut(line, at + word.Length, end) + (end < line.Length ? "…" : ""));
    }

    // Never between the halves of a rare character.
    private static string Cut(string text, int from, int to)
    {
        to = Math.Min(to, text.Length);
        from += from > 0 && from < text.Length && char.IsLowSurrogate(text[from]) ? 1 : 0;
        to -= to < text.Length && to > 0 && char.IsLowSurrogate(text[to]) ? 1 : 0;
        return to <= from ? "" : text[from..to];
    }
}
