using Renda.Platform.Search;

namespace Renda.Platform.Spreadsheets.Registers;

/// <summary>A column of a register somebody keeps in a workbook.</summary>
/// <param name="Field">What it fills.</param>
internal sealed record Column(string Name, string Field, bool Required, params string[] Synonyms)
{
    /// <summary>Whether a heading means this column. Registers space out short headers (标　题), mark the obligatory ones and explain in brackets.</summary>
    public bool IsCalled(string header)
    {
        var name = Plain(header);
        return Name == name || Synonyms.Contains(name, StringComparer.Ordinal);
    }

    private static string Plain(string header)
    {
        var text = Folding.Fold(header);
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        return string.Concat((bracket > 0 ? text[..bracket] : text).Where(c => !char.IsWhiteSpace(c) && c is not ('*' or ':')));
    }
}
