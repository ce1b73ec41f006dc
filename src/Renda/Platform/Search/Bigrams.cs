using System.Globalization;
using System.Text;

namespace Renda.Platform.Search;

/// <summary>
/// The one tokenizer for search, on the application's side so that SQLite and PostgreSQL find the same things.
/// Tokens are plain characters: letters and digits only, so nothing in them is an operator in either database.
/// </summary>
internal static class Bigrams
{
    /// <summary>
    /// How the FTS5 table must be declared. The ascii tokenizer takes every character above U+007F as part of a
    /// token, whatever Unicode version SQLite knows; unicode61 splits a few letters of newer or lesser scripts.
    /// The prefix index is for searching one character.
    /// </summary>
    public const string Fts5Options = "content='', contentless_delete=1, detail=none, prefix='1', tokenize='ascii'";

    // PostgreSQL refuses lexemes of 2 KB; a longer word is noise and is cut alike when indexed and when asked for.
    private const int LongestWord = 64;

    /// <summary>All tokens of a text, separated by spaces; split at spaces for <c>array_to_tsvector</c>.</summary>
    public static string Index(string text)
    {
        var tokens = new List<string>();
        foreach (var run in Run.Split(Folding.Fold(text)))
        {
            if (run.IsIdeographic) AddBigrams(tokens, run.Runes, withLast: true);
            else tokens.Add(Word(run.Runes));
        }

        return string.Join(' ', tokens);
    }

    /// <summary>The tokens that must all be present; one that ends in <c>*</c> is a prefix.</summary>
    public static IReadOnlyList<string> Query(string text)
    {
        var tokens = new List<string>();
        foreach (var run in Run.Split(Folding.Fold(text)))
        {
            if (!run.IsIdeographic) tokens.Add(Word(run.Runes));
            else if (run.Runes.Count == 1) tokens.Add(run.Runes[0] + "*");
            else AddBigrams(tokens, run.Runes, withLast: false);
        }

        return [.. tokens.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>An expression for FTS5 MATCH; without tokens, one that finds nothing.</summary>
    public static string Match(IReadOnlyList<string> tokens) =>
        tokens.Count == 0 ? "\"\"" : string.Join(" AND ", tokens.Select(token => Quoted(token, '"', "*")));

    /// <summary>The same as a PostgreSQL <c>tsquery</c> in text form; without tokens, one that finds nothing.</summary>
    public static string TsQuery(IReadOnlyList<string> tokens) =>
        string.Join(" & ", tokens.Select(token => Quoted(token, '\'', ":*")));

    /// <summary>
    /// Whether each part of the query between spaces stands in the text unbroken, punctuation being equal to any
    /// other. To be asked of what the index found, since an index without positions finds a little too much.
    /// </summary>
    public static bool Contains(string haystack, string query)
    {
        var text = Run.Plain(Folding.Fold(haystack));
        var parts = Folding.Fold(query).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var wanted = parts.Select(part => Run.Plain(part).Trim()).Where(part => part.Length > 0).ToList();
        return wanted.Count > 0 && wanted.TrueForAll(part => text.Contains(part, StringComparison.Ordinal));
    }

    private static void AddBigrams(List<string> tokens, IReadOnlyList<Rune> run, bool withLast)
    {
        for (var i = 0; i + 1 < run.Count; i++) tokens.Add(run[i].ToString() + run[i + 1]);

        // Every character then starts some token, so a prefix search for one character misses none.
        if (withLast) tokens.Add(run[^1].ToString());
    }

    /// <summary>A word of letters and digits as it is indexed.</summary>
    public static string Word(IReadOnlyList<Rune> run) => string.Concat(run.Take(LongestWord));

    private static string Quoted(string token, char quote, string prefix)
    {
        var word = token.TrimEnd('*').Replace($"{quote}", $"{quote}{quote}", StringComparison.Ordinal);
        return $"{quote}{word}{quote}{(token.EndsWith('*') ? prefix : "")}";
    }
}
