using System.Buffers;

namespace Renda.Statutes.Referring;

/// <summary>What stands between references of a list, and around one that stands alone.</summary>
internal static class Connector
{
    private static readonly string[] Signs = ["、", "或者", "以及", "和", "或", "及", "与", "至", "到"];
    private static readonly SearchValues<char> After = SearchValues.Create("规的、和至到所及或中以与，。；）)：之”》第要列外");
    private static readonly string[] Cues = ["依照", "按照", "根据", "依据", "违反", "符合", "适用", "参照", "执行", "有", "除", "对", "就", "在", "由", "将", "删去", "作为", "与", "和", "或", "者", "及", "属于", "因"];

    /// <summary>The sign between two members of a list there, or empty.</summary>
    public static string Read(ReadOnlySpan<char> words, int at)
    {
        foreach (var sign in Signs)
        {
            if (words[at..].StartsWith(sign))
            {
                return sign;
            }
        }

        return "";
    }

    /// <summary>The sign where there is nothing else.</summary>
    public static string? Exactly(ReadOnlySpan<char> between)
    {
        var sign = Read(Parsing.Blank.Trim(between), 0);
        return sign.Length > 0 && Parsing.Blank.Trim(between).Length == sign.Length ? sign : null;
    }

    /// <summary>第一、二项, 第一至四项, （一）、（二）项: several numbers before one unit.</summary>
    public static (Level Level, List<(int Number, int Start, int End, bool Range)> Numbers, int End)? Several(ReadOnlySpan<char> words, int at)
    {
        var numbers = new List<(int, int, int, bool)>();
        var (start, range) = (at, false);
        at += words[at] == '第' ? 1 : 0;
        while (numbers.Count < 100 && Marks.TryNumber(words, at, brackets: true, out var number, out var end))
        {
            numbers.Add((number, start, end, range));
            if (Marks.TryUnit(words, end, out var level, out var after))
            {
                return numbers.Count > 1 || words[numbers[0].Item2] != '第' ? (level, numbers, after) : null;
            }

            var sign = Read(words, end);
            if (sign.Length == 0)
            {
                return null;
            }

            range = sign is "至" or "到";
            start = at = end + sign.Length;
        }

        return null;
    }

    /// <summary>第十条 is a reference by what stands before or after it; 临海第一条城市道路 is not, nor 第一款产品.</summary>
    public static bool Plausible(ReadOnlySpan<char> words, int start, int end, Level level)
    {
        if (end >= words.Length || After.Contains(words[end]) || (level <= Level.Article && (start == 0 || !IsLetter(words[start - 1]))))
        {
            return true;
        }

        foreach (var cue in Cues)
        {
            if (words[..start].EndsWith(cue))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsLetter(char c) => c is >= '\u4e00' and <= '\u9fff';
}
