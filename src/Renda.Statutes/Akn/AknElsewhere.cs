using System.Text;

namespace Renda.Statutes.Akn;

/// <summary>Documents made elsewhere, which do not say how the text was laid out.</summary>
internal static class AknElsewhere
{
    /// <summary>A line each; space after a number.</summary>
    public static Around Around(string key) => key switch
    {
        "row" => new Around("", "", "\n"),
        "cell" => new Around(" ", "", " "),
        "point" or "indent" or "item" or "clause" => new Around("", "", "\n"),
        _ => new Around("", "　", "\n"),
    };

    /// <summary>Their line ends and indents are no part of the text.</summary>
    public static string Collapse(string said)
    {
        if (said.AsSpan().IndexOfAny('\n', '\r', '\t') < 0)
        {
            return said;
        }

        var to = new StringBuilder(said.Length);
        foreach (var part in said.Split('\n', '\r', '\t'))
        {
            var own = part.Trim(' ');
            to.Append(to.Length > 0 && own.Length > 0 && char.IsAscii(to[^1]) && char.IsAscii(own[0]) ? " " : "").Append(own);
        }

        return to.ToString();
    }
}
