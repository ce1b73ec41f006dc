using System.Globalization;
using System.Text;

namespace Renda.Platform.Search;

/// <summary>A stretch of folded text that is all ideographs or all one word.</summary>
internal sealed record Run(bool IsIdeographic, IReadOnlyList<Rune> Runes)
{
    public static IEnumerable<Run> Split(string folded)
    {
        var runes = new List<Rune>();
        var kind = Kind.Other;
        foreach (var rune in folded.EnumerateRunes())
        {
            var next = KindOf(rune);
            if (next != kind && kind != Kind.Other)
            {
                yield return new Run(kind == Kind.Ideograph, runes);
                runes = [];
            }

            kind = next;
            if (next != Kind.Other) runes.Add(rune);
        }

        if (kind != Kind.Other) yield return new Run(kind == Kind.Ideograph, runes);
    }

    /// <summary>The text with everything that is not searchable reduced to single spaces.</summary>
    public static string Plain(string folded)
    {
        var plain = new StringBuilder(folded.Length);
        foreach (var rune in folded.EnumerateRunes())
        {
            if (KindOf(rune) != Kind.Other) plain.AppendRune(rune);
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }

        return plain.ToString();
    }

    private static Kind KindOf(Rune rune)
    {
        if (IsIdeograph(rune.Value)) return Kind.Ideograph;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark => Kind.Word,
            _ => Kind.Other,
        };
    }

    // Scripts written without spaces. Private use counts: older systems here kept rare names in it.
    private static bool IsIdeograph(int value) => value is
        (>= 0x2E80 and <= 0x2FDF) or (>= 0x3005 and <= 0x3007) or (>= 0x3021 and <= 0x3029) or (>= 0x3041 and <= 0x3096) or
        (>= 0x30A1 and <= 0x30FA) or (>= 0x30FC and <= 0x318E) or (>= 0x31A0 and <= 0x31FF) or (>= 0x3400 and <= 0x4DBF) or
        (>= 0x4E00 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xE000 and <= 0xFAFF) or
        (>= 0x1B000 and <= 0x1B2FF) or (>= 0x20000 and <= 0x3FFFD) or (>= 0xF0000 and <= 0x10FFFD);

    private enum Kind
    {
        Other,
        Word,
        Ideograph,
    }
}
