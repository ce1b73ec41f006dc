using System.Globalization;
using System.Text;

namespace Renda.Platform.Files;

/// <summary>The name a person gave a file, made fit to be shown and saved anywhere.</summary>
internal static class PaperNames
{
    private const int LongestInBytes = 200;
    private const string Unnamed = "文件";

    public static string Safe(string fileName)
    {
        var bare = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(bare.EnumerateRunes().Where(IsKept).Select(rune => IsReserved(rune) ? "_" : rune.ToString()));
        clean = clean.Trim().TrimEnd('.', ' ').TrimStart('~');
        var extension = Path.GetExtension(clean);
        if (Encoding.UTF8.GetByteCount(extension) > 20) extension = "";
        var stem = clean[..^extension.Length].Trim(' ', '.');
        return Shorten(stem.Length == 0 ? Unnamed : stem, LongestInBytes - Encoding.UTF8.GetByteCount(extension)) + extension;
    }

    private static string Shorten(string stem, int bytes)
    {
        var kept = new StringBuilder();
        foreach (var rune in stem.EnumerateRunes())
        {
            if ((bytes -= rune.Utf8SequenceLength) < 0) break;
            kept.Append(rune.ToString());
        }

        return kept.ToString();
    }

    // Format characters include those that turn the direction of writing and so disguise an extension.
    private static bool IsKept(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static bool IsReserved(Rune rune) => rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*';
}
