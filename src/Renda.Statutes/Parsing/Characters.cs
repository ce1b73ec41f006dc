using System.Buffers;

namespace Renda.Statutes.Parsing;

/// <summary>Looks for what is no text: bytes that were not UTF-8 (they stand as lone surrogates), control characters, U+FFFD.</summary>
internal static class Characters
{
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(c => c is not (>= 9 and <= 13)).Select(c => (char)c), '\u007f']);

    public static void Read(string text, DefectList defects)
    {
        Look(text, defects, static rest => rest.IndexOfAnyInRange('\ud800', '\udfff'), "有不是UTF-8的字节。");
        Look(text, defects, static rest => rest.IndexOfAny(Controls), "有看不见的控制字符。");
        Look(text, defects, static rest => rest.IndexOf('\ufffd'), "有替代字符，原字已经丢失。");
    }

    private static void Look(string text, DefectList defects, Find find, string message)
    {
        var (from, line, counted) = (0, 1, 0);
        while (find(text.AsSpan(from)) is >= 0 and var ahead && !defects.Full)
        {
            var at = from + ahead;
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                from = at + 2;
                continue;
            }

            for (; counted < at; counted++)
            {
                line += text[counted] == '\n' || (text[counted] == '\r' && text[counted + 1] != '\n') ? 1 : 0;
            }

            defects.Add(DefectKind.Character, line, "", message);
            var rest = text.AsSpan(at).IndexOfAny('\n', '\r'); // One a line is enough.
            from = rest < 0 ? text.Length : at + rest;
        }
    }

    private delegate int Find(ReadOnlySpan<char> rest);
}
