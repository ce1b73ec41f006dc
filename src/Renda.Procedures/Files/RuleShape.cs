using System.Security.Cryptography;
using System.Text;

namespace Renda.Procedures;

/// <summary>What of a text steers a matter. Two texts of one shape have the same states, whatever their articles and words.</summary>
internal static class RuleShape
{
    // Below these the keys are names somebody gave: a field may be called "title".
    private static readonly HashSet<string> Naming = ["roles", "stages", "steps", "asks", "limits", "children", "parts", "choices"];

    // What is read and not acted on. How long a limit is does not matter: the walk tries before it and after it.
    private static readonly HashSet<string> Words = ["title", "note", "newer", "law", "jurisdiction", "in-force", "below", "basis", "hint", "says", "remedy", "start", "amount", "unit"];

    /// <summary>A hash over the merged text without what does not steer.</summary>
    public static string Of(RuleNode merged)
    {
        var text = new StringBuilder();
        Write(merged, names: false, text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Write(RuleNode node, bool names, StringBuilder text)
    {
        if (node.Map is { } map)
        {
            text.Append('{');
            foreach (var (key, value) in map)
            {
                if (names || !Words.Contains(key))
                {
                    text.Append(key.Length).Append(key).Append(':');
                    Write(value, !names && Naming.Contains(key), text);
                }
            }

            text.Append('}');
            return;
        }

        if (node.Items is { } items)
        {
            text.Append('[');
            foreach (var item in items)
            {
                Write(item, names: false, text);
                text.Append(',');
            }

            text.Append(']');
            return;
        }

        text.Append(node.Scalar?.Length ?? -1).Append(node.Scalar);
    }
}
