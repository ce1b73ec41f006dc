namespace Renda.Statutes.Parsing;

/// <summary>The printed number a line may begin with.</summary>
/// <param name="End">Where it ends in the line.</param>
/// <param name="Spaced">There is space inside it.</param>
/// <param name="Mixed">Its two brackets differ in width.</param>
/// <param name="Unread">It looks like a number and is too large to be one.</param>
internal readonly record struct Mark(Part Part, int Number, int Suffix, int End, bool Spaced, bool Mixed = false, bool Unread = false)
{
    private const int Longest = 64;

    /// <summary>第X编, 第X分编, 第X章, 第X节, 第X条, 第X条之Y.</summary>
    public static bool TryOrdinal(ReadOnlySpan<char> line, out Mark mark)
    {
        mark = default;
        if (line.IsEmpty || line[0] != '第')
        {
            return false;
        }

        var at = 1;
        if (!TryNumber(line, ref at, out var number, out var spaced) || SkipBlank(line, ref at, ref spaced) >= line.Length)
        {
            return false;
        }

        var (part, length) = line[at] switch
        {
            '条' => (Part.Article, 1),
            '章' => (Part.Chapter, 1),
            '节' => (Part.Section, 1),
            '编' => (Part.Book, 1),
            '分' when at + 1 < line.Length && line[at + 1] == '编' => (Part.Division, 2),
            _ => (Part.Remark, 0),
        };
        if (length == 0)
        {
            return false;
        }

        at += length;
        var (suffix, suffixEnd) = (0L, at + 1);
        if (at < line.Length && line[at] == '之' && part == Part.Article && TryNumber(line, ref suffixEnd, out suffix, out var apart, endsAtSpace: true) && suffix > 0)
        {
            (at, spaced) = (suffixEnd, spaced || apart);
        }
        else
        {
            suffix = 0;
        }

        var unread = number is < 0 or > int.MaxValue || suffix > int.MaxValue;
        mark = new Mark(part, unread ? 0 : (int)number, unread ? 0 : (int)suffix, at, spaced, Unread: unread);
        return true;
    }

    /// <summary>（一） of an item; (1) of a sub-item.</summary>
    public static bool TryBracketed(ReadOnlySpan<char> line, out Mark mark)
    {
        mark = default;
        var at = 1;
        if (!TryNumber(line, ref at, out var number, out var spaced) || SkipBlank(line, ref at, ref spaced) >= line.Length || line[at] is not ('）' or ')'))
        {
            return false;
        }

        var inside = Blank.Trim(line[1..at]);
        var part = char.IsAsciiDigit(inside[0]) || inside[0] is >= '０' and <= '９' ? Part.Subitem : Part.Item;
        var unread = number is < 0 or > int.MaxValue;
        mark = new Mark(part, unread ? 0 : (int)number, 0, at + 1, spaced, line[0] == '（' != (line[at] == '）'), unread);
        return true;
    }

    /// <summary>1. 1． 1、 1） of a sub-item; 一、 of a decision's point. 3.5 is a quantity.</summary>
    public static bool TryPlain(ReadOnlySpan<char> line, out Mark mark)
    {
        mark = default;
        var at = 0;
        if (!TryNumber(line, ref at, out var number, out var spaced) || at >= line.Length || number is < 0 or > int.MaxValue)
        {
            return false;
        }

        var arabic = char.IsAsciiDigit(line[0]) || line[0] is >= '０' and <= '９';
        var ends = arabic
            ? line[at] is '、' or '）' or ')' || (line[at] is '.' or '．' && (at + 1 >= line.Length || !char.IsAsciiDigit(line[at + 1])))
            : line[at] is '、';
        mark = new Mark(arabic ? Part.Subitem : Part.Point, (int)number, 0, at + 1, spaced);
        return ends;
    }

    private static int SkipBlank(ReadOnlySpan<char> line, ref int at, ref bool spaced)
    {
        for (; at < line.Length && Blank.Is(line[at]); at++)
        {
            spaced = true;
        }

        return at;
    }

    // The number from there on; space is passed over and told. A number longer than any is -1.
    private static bool TryNumber(ReadOnlySpan<char> line, ref int at, out long number, out bool spaced, bool endsAtSpace = false)
    {
        Span<char> numeral = stackalloc char[Longest];
        var (length, from) = (0, at);
        for (var next = at; next < line.Length; next++)
        {
            if (Numeral.IsNumeral(line[next]))
            {
                if (length < Longest)
                {
                    numeral[length] = line[next];
                }

                length++;
                at = next + 1;
            }
            else if (!Blank.Is(line[next]) || (endsAtSpace && length > 0))
            {
                break; // 第十条之一 一切单位: the number ends at the space.
            }
        }

        spaced = length > 0 && at - from > length;
        number = length <= Longest && Numeral.TryRead(numeral[..Math.Min(length, Longest)], out var read) ? read : -1;
        return length > 0;
    }
}
