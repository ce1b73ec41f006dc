using Renda.Statutes.Parsing;

namespace Renda.Statutes.Referring;

/// <summary>The levels a reference may name, from 编 down.</summary>
internal enum Level
{
    Book,
    Division,
    Chapter,
    Section,
    Article,
    Paragraph,
    Item,
    Subitem,
}

/// <summary>One step of a reference: 第十条之一, 第（三）项, 前款, 前两条, 本条.</summary>
internal readonly record struct Step(Level Level, char Sign, int Number, int Suffix, int End);

/// <summary>Reads steps.</summary>
internal static class Marks
{
    private const int Longest = 16;

    /// <summary>第, number, unit. What only looks alike (第一条件, 第三项目) is none.</summary>
    public static bool TryOrdinal(ReadOnlySpan<char> text, int at, out Step step)
    {
        step = default;
        if (at >= text.Length || text[at] != '第' || !TryNumber(text, at + 1, brackets: true, out var number, out at) || !TryUnit(text, at, out var level, out var end))
        {
            return false;
        }

        var suffix = 0;
        if (level == Level.Article && end < text.Length && text[end] == '之' && TryNumber(text, end + 1, brackets: false, out var beside, out var after))
        {
            (suffix, end) = (beside, after);
        }

        step = new Step(level, '第', number, suffix, end);
        return true;
    }

    /// <summary>前款, 前两款, 前条, 前项; 本条, 本款, 本项, 本编, 本章, 本节.</summary>
    public static bool TryRelative(ReadOnlySpan<char> text, int at, out Step step)
    {
        step = default;
        var sign = text[at];
        var number = 1;
        var end = at + 1;
        if (sign == '前')
        {
            if (at > 0 && text[at - 1] is '此' or '以' or '目' or '提' or '空' or '先')
            {
                return false;
            }

            if (TryNumber(text, end, brackets: false, out var many, out var after))
            {
                (number, end) = (many, after);
            }
        }

        if (!TryUnit(text, end, out var level, out end) || (sign == '前' && (level is < Level.Chapter or Level.Subitem || (level == Level.Paragraph && end < text.Length && text[end] == '项'))))
        {
            return false;
        }

        step = new Step(level, sign, number, 0, end);
        return true;
    }

    /// <summary>The number from there on: Chinese, digits of any width, in brackets too.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, int at, bool brackets, out int number, out int end)
    {
        (number, end) = (0, at);
        var open = false;
        Span<char> numeral = stackalloc char[Longest];
        var length = 0;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (Numeral.IsNumeral(c))
            {
                if (length == Longest)
                {
                    return false;
                }

                numeral[length++] = c;
                end = at + 1;
            }
            else if (brackets && !open && length == 0 && c is '（' or '(')
            {
                open = true;
            }
            else if (open && length > 0 && c is '）' or ')')
            {
                (open, end) = (false, at + 1);
                break;
            }
            else if (!Blank.Is(c) || (!brackets && length > 0))
            {
                break; // 第十条之一 一切单位: the number ends at the space.
            }
        }

        if (open || length == 0 || !Numeral.TryRead(numeral[..length], out var value) || value is < 1 or > int.MaxValue)
        {
            return false;
        }

        number = (int)value;
        return true;
    }

    public static bool TryUnit(ReadOnlySpan<char> text, int at, out Level level, out int end)
    {
        while (at < text.Length && Blank.Is(text[at]))
        {
            at++;
        }

        (level, end) = (default, at + 1);
        if (at >= text.Length)
        {
            return false;
        }

        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        switch (text[at])
        {
            case '条' when next is not ('例' or '件' or '款' or '目' or '线'):
                level = Level.Article;
                return true;
            case '款':
                level = Level.Paragraph;
                return true;
            case '项' when next is not '目':
                level = Level.Item;
                return true;
            case '目' when next is not ('标' or '录'):
                level = Level.Subitem;
                return true;
            case '章' when next is not '程':
                level = Level.Chapter;
                return true;
            case '节' when next is not ('能' or '约' or '目'):
                level = Level.Section;
                return true;
            case '编' when next is not ('制' or '号' or '辑'):
                level = Level.Book;
                return true;
            case '分' when next == '编':
                (level, end) = (Level.Division, at + 2);
                return true;
            default:
                return false;
        }
    }
}
