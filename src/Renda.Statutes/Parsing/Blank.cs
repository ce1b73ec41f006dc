namespace Renda.Statutes.Parsing;

/// <summary>What counts as nothing: space of any width, and marks no reader sees.</summary>
internal static class Blank
{
    public static bool Is(char c) => c <= ' ' ? c is ' ' or '\t' or '\v' or '\f' or '\r' or '\n' : c >= '\u0085' && IsWide(c);

    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        int start = 0, end = text.Length;
        while (start < end && Is(text[start]))
        {
            start++;
        }

        while (end > start && Is(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    /// <summary>The text without any blank: 第 十 条 is 第十条.</summary>
    public static string Squeeze(ReadOnlySpan<char> text)
    {
        var any = false;
        foreach (var c in text)
        {
            any |= Is(c);
        }

        return any ? string.Concat(text.ToString().Where(c => !Is(c))) : text.ToString();
    }

    private static bool IsWide(char c) =>
        c is '\u3000' or '\u00a0' or '\ufeff' or '\u0085' or (>= '\u2000' and <= '\u200f') or '\u2028' or '\u2029' or '\u202f' or '\u205f' or '\u2060';
}
