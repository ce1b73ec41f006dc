using System.Runtime.InteropServices;

namespace Renda.Statutes.Parsing;

/// <summary>Lines, without the marks of Markdown around them.</summary>
internal sealed partial class Parser
{
    private void ReadLines()
    {
        var rest = text.AsSpan();
        for (var start = 0; start < text.Length;)
        {
            line++;
            var length = rest[start..].IndexOfAny('\n', '\r');
            var end = length < 0 ? text.Length : start + length;
            ReadLine(start, end);
            start = end + 1;
            if (end < text.Length && text[end] == '\r' && start < text.Length && text[start] == '\n')
            {
                start++;
            }
        }
    }

    private void ReadLine(int start, int end)
    {
        var words = start;
        var hashes = 0;
        for (; words < end; words++)
        {
            var c = text[words];
            if (c == '#')
            {
                hashes++;
            }
            else if (!Blank.Is(c) && c != '>' && !(c == '*' && words + 1 < end && text[words + 1] == '*') && !(c == '*' && words > start && text[words - 1] == '*'))
            {
                break;
            }
        }

        while (end > words && (Blank.Is(text[end - 1]) || (text[end - 1] == '*' && words > start && text[words - 1] == '*')))
        {
            end--;
        }

        if (words < end)
        {
            var found = new Line(start, words, end, hashes);
            ReadWords(in found);
        }
    }

    /// <summary>A line: where it starts, where its words start and end, and how many # stand before them.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Line(int Start, int Words, int End, int Hashes);
}
