using System.Text;

namespace Renda.Statutes.Parsing;

/// <summary>Numbers as statutes print them: 第一百零一条, 第12条, 第１２条, 二〇二六年, 叁拾.</summary>
public static partial class Numeral
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Reads a whole span as one number.</summary>
    /// <param name="text">Chinese numerals up to 亿亿, financial and traditional forms too, or half- or full-width digits; no space.</param>
    /// <returns>False where it is not a number from 0 to <see cref="long.MaxValue"/>.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        if (text.IsEmpty)
        {
            return false;
        }

        var positional = true;
        foreach (var c in text)
        {
            positional &= Digit(c) >= 0;
        }

        // 一〇五 and 105 are read digit by digit; 十 and above carry a unit.
        return positional ? TryReadDigits(text, out value) : TryReadUnits(text, out value);
    }

    /// <summary>True for any character a number may be made of.</summary>
    public static bool IsNumeral(char c) => Digit(c) >= 0 || Unit(c) > 0;

    /// <summary>Writes a number as a statute does: 十, 一百零一, 一千二百六十, 一万零一.</summary>
    /// <param name="value">0 or more.</param>
    public static string Write(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        if (value == 0)
        {
            return "零";
        }

        var written = new StringBuilder();
        Write(written, value);
        return written.Length > 1 && written[0] == '一' && written[1] == '十' ? written.ToString(1, written.Length - 1) : written.ToString();
    }

    private static void Write(StringBuilder to, long value)
    {
        foreach (var (unit, sign) in ((long, char)[])[(100_000_000, '亿'), (10_000, '万'), (1_000, '千'), (100, '百'), (10, '十')])
        {
            if (value < unit)
            {
                continue;
            }

            Write(to, value / unit);
            to.Append(sign);
            value %= unit;
            if (value > 0 && value < unit / 10)
            {
                to.Append('零');
            }
        }

        if (value > 0)
        {
            to.Append(Digits[(int)value]);
        }
    }

    private static bool TryReadDigits(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        foreach (var c in text)
        {
            var digit = Digit(c);
            if (value > (long.MaxValue - digit) / 10)
            {
                return false;
            }

            value = (value * 10) + digit;
        }

        return true;
    }

    private static bool TryReadUnits(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        Int128 total = 0, section = 0, digit = -1;
        foreach (var c in text)
        {
            if (Digit(c) is >= 0 and var d)
            {
                digit = digit > 0 ? (digit * 10) + d : d;
            }
            else if (Unit(c) is var unit && unit < 10_000)
            {
                section += (digit < 0 ? 1 : digit) * unit;
                digit = -1;
            }
            else
            {
                section += digit < 0 ? 0 : digit;
                total = unit > 10_000 || total == 0 ? (total + section) * unit : total + (section * unit);
                (section, digit) = (0, -1);
            }

            if (total + section > long.MaxValue || digit > long.MaxValue)
            {
                return false;
            }
        }

        total += section + (digit < 0 ? 0 : digit);
        value = total > long.MaxValue ? 0 : (long)total;
        return total <= long.MaxValue;
    }
}
