using System.Globalization;
using System.Text;
using Renda.Statutes.Parsing;

namespace Renda.Statutes.Docx;

/// <summary>Numbers as Word prints them in automatic numbering (ISO/IEC 29500-1, 17.18.59).</summary>
internal static class NumberFormats
{
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";
    private const string Plain = "零壹贰叁肆伍陆柒捌玖";

    /// <summary>The number in a format; null where the format is not known.</summary>
    public static string? Write(string format, int number) => format switch
    {
        "decimal" => Digits(number),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "decimalFullWidth" or "decimalFullWidth2" => string.Concat(Digits(number).Select(c => (char)(c - '0' + '０'))),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => number is >= 1 and <= 20 ? $"{(char)('①' + number - 1)}" : Digits(number),
        "decimalEnclosedParen" => number is >= 1 and <= 20 ? $"{(char)('⑴' + number - 1)}" : $"({Digits(number)})",
        "decimalEnclosedFullstop" => number is >= 1 and <= 20 ? $"{(char)('⒈' + number - 1)}" : $"{Digits(number)}.",
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "ideographLegalTraditional" when number >= 0 => Numeral.Write(number),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => string.Concat(Digits(number).Select(c => c == '0' ? '〇' : Numeral.Write(c - '0')[0])),
        "chineseLegalSimplified" when number >= 0 => Financial(Numeral.Write(number)),
        "ideographEnclosedCircle" => number is >= 1 and <= 10 ? $"{(char)('㊀' + number - 1)}" : Numeral.Write(Math.Max(0, number)),
        "ideographTraditional" when number > 0 => $"{Stems[(number - 1) % Stems.Length]}",
        "ideographZodiac" when number > 0 => $"{Branches[(number - 1) % Branches.Length]}",
        "upperLetter" when number > 0 => Letters(number, 'A'),
        "lowerLetter" when number > 0 => Letters(number, 'a'),
        "upperRoman" when number is > 0 and < 4000 => Roman(number),
        "lowerRoman" when number is > 0 and < 4000 => Roman(number).ToLowerInvariant(),
        "none" => "",
        _ => null,
    };

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    // A, B … Z, AA, BB: as often as the alphabet has been gone through.
    private static string Letters(int number, char first) => new((char)(first + ((number - 1) % 26)), Math.Min(1 + ((number - 1) / 26), 50));

    private static string Financial(string words) => string.Concat(words.Select(c =>
        "零一二三四五六七八九".IndexOf(c) is >= 0 and var digit ? Plain[digit] : c switch { '十' => '拾', '百' => '佰', '千' => '仟', _ => c }));

    private static string Roman(int number)
    {
        var written = new StringBuilder();
        foreach (var (value, sign) in ((int, string)[])[(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")])
        {
            for (; number >= value; number -= value)
            {
                written.Append(sign);
            }
        }

        return written.ToString();
    }
}
