namespace Renda.Platform.Spreadsheets;

/// <summary>Column letters.</summary>
internal static class References
{
    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }

    /// <summary>The column of a reference such as B5, from zero; null if it is no reference.</summary>
    public static int? Column(string reference)
    {
        var (column, letters) = (0, 0);
        while (letters < reference.Length && reference[letters] is >= 'A' and <= 'Z' && letters < 4)
            column = column * 26 + reference[letters++] - 'A' + 1;
        var digits = reference.AsSpan(letters);
        return letters is 0 or 4 || digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9') ? null : column - 1;
    }
}
