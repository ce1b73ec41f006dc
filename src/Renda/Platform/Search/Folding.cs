using System.Text;

namespace Renda.Platform.Search;

/// <summary>Brings text to the one form in which it is compared: compatibility forms resolved, lower case.</summary>
internal static class Folding
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsDropped(rune.Value)) continue;
            if (rune.Value is >= 0xFF01 and <= 0xFF5E) Append(folded, new Rune(rune.Value - 0xFEE0));
            else if (Compatibility.Table.TryGetValue(rune.Value, out var plain)) Append(folded, plain);
            else Append(folded, rune);
        }

        return folded.ToString();
    }

    private static void Append(StringBuilder folded, string plain)
    {
        foreach (var rune in plain.EnumerateRunes()) Append(folded, rune);
    }

    private static void Append(StringBuilder folded, Rune rune) => folded.AppendRune(Rune.ToLowerInvariant(rune));

    // Without a string for each character: every text found is compared anew.
    internal static void AppendRune(this StringBuilder text, Rune rune)
    {
        Span<char> characters = stackalloc char[2];
        text.Append(characters[..rune.EncodeToUtf16(characters)]);
    }

    // Combining accents, variation selectors (two glyphs of one character) and invisible joiners say nothing to a searcher.
    private static bool IsDropped(int value) => value is
        (>= 0x0300 and <= 0x036F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or
        0x00AD or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0xFEFF;
}
