using System.Text;

namespace Renda.Statutes.Rendering;

/// <summary>Text into HTML. What no page may hold stands as U+FFFD.</summary>
internal static class Escaping
{
    public static string Text(ReadOnlySpan<char> text) => Append(new StringBuilder(text.Length + 16), text).ToString();

    public static StringBuilder Append(StringBuilder to, ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            _ = c switch
            {
                '<' => to.Append("&lt;"),
                '>' => to.Append("&gt;"),
                '&' => to.Append("&amp;"),
                '"' => to.Append("&quot;"),
                '\'' => to.Append("&#39;"),
                _ when char.IsSurrogate(c) => at + 1 < text.Length && char.IsSurrogatePair(c, text[at + 1]) ? to.Append(c).Append(text[++at]) : to.Append('\ufffd'),
                _ when (c < ' ' && c != '\t') || c is >= '\u007f' and <= '\u009f' or '\ufffe' or '\uffff' => to.Append('\ufffd'),
                _ => to.Append(c),
            };
        }

        return to;
    }
}
