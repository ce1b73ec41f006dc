using System.Text;

namespace Renda.Modules.Suggestions.Import;

/// <summary>Names as people type them into one cell.</summary>
internal static class Names
{
    public static IReadOnlyList<string> Split(string cell)
    {
        List<string> names = [];
        foreach (var part in cell.Split(['、', '，', ',', ';', '；', '/', '／', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            names.AddRange(Words(part));
        }

        return [.. names.Distinct(StringComparer.Ordinal)];
    }

    // 王　刚 is one person padded to the width of three characters, not two.
    private static IEnumerable<string> Words(string part)
    {
        string? half = null;
        foreach (var word in part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var single = word.EnumerateRunes().Count() == 1 && Rune.IsLetter(word.EnumerateRunes().First());
            if (half is not null)
            {
                yield return single ? half + word : half;
                half = single ? null : word;
            }
            else
            {
                half = word;
            }

            if (half is not null && !single)
            {
                yield return half;
                half = null;
            }
        }

        if (half is not null)
        {
            yield return half;
        }
    }
}
