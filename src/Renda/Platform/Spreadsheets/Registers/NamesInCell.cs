namespace Renda.Platform.Spreadsheets.Registers;

/// <summary>Names as people type them into one cell.</summary>
internal static class NamesInCell
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

    // 王　刚 is one person padded to the width of three characters: nobody's name is a single character.
    private static IEnumerable<string> Words(string part)
    {
        var surname = "";
        foreach (var word in part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (surname.Length == 0 && word.EnumerateRunes().Count() == 1)
            {
                surname = word;
                continue;
            }

            yield return surname + word;
            surname = "";
        }

        if (surname.Length > 0)
        {
            yield return surname;
        }
    }
}
