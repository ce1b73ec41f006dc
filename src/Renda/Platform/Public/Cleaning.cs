using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Renda.Platform.Public;

/// <summary>Texts from the public as they are kept: what nobody typed and nobody sees is dropped, the rest stays to the letter.</summary>
internal static class Cleaning
{
    /// <summary>Without control characters but line ends, and without invisible ones: they hide words, turn lines around, and make equal texts unequal.</summary>
    public static string Text(string? given)
    {
        var text = new StringBuilder(given?.Length ?? 0);
        foreach (var rune in (given ?? "").ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                text.Append(rune.ToString());
            }
        }

        return text.ToString().Normalize().Trim();
    }

    /// <summary>The same on one line.</summary>
    public static string Line(string? given) => string.Join(' ', Text(given).Split(['\n', ' ', '\u3000', '\t'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Equal for texts that say the same in the same words, however they are spaced.</summary>
    public static string Hash(string title, string body) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat($"{title}\n{body}".Where(c => !char.IsWhiteSpace(c))).Normalize(NormalizationForm.FormKC).ToUpperInvariant())));
}
