using System.Text;

namespace Renda.Modules.Laws.Keeping;

/// <summary>Laws as texts name them: marks, space and the name of the country aside, so that 《立法法》 is 中华人民共和国立法法.</summary>
internal static class LawNames
{
    private const string Country = "中华人民共和国";
    private const int Longest = 150;

    public static string Of(string title)
    {
        var name = new StringBuilder(title.Length);
        foreach (var sign in title)
        {
            if (!char.IsWhiteSpace(sign) && !"《》〈〉<>".Contains(sign, StringComparison.Ordinal))
            {
                name.Append(sign);
            }
        }

        var plain = name.Replace(Country, "").ToString();
        return plain.Length == 0 ? name.ToString() : plain;
    }

    /// <summary>What stands in 《》, the outermost ones where they stand in each other.</summary>
    public static IEnumerable<string> In(string text)
    {
        var (depth, from) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '《' && depth++ == 0)
            {
                from = i + 1;
            }
            else if (text[i] == '》' && depth > 0 && --depth == 0 && i - from is > 1 and <= Longest)
            {
                yield return text[from..i];
            }
        }
    }
}
