using System.Text;
using Renda.Platform.Search;

namespace Renda.Modules.Legislation.Consultation.Grouping;

/// <summary>A comment's words as they are compared: folded, without spaces and punctuation.</summary>
internal sealed class Wording
{
    // A word more or less of these turns a sentence round, or changes what is asked. Texts that differ in them are never put together,
    // however alike the rest. Nothing is judged by them: which way they turn it is for people to read.
    private static readonly string[] Turning =
    [
        "不", "未", "没", "无", "非", "勿", "别", "反对", "赞成", "支持", "同意", "应当", "可以", "必须", "禁止", "允许", "增加", "减少", "提高", "降低", "延长", "缩短", "扩大", "缩小", "放宽", "收紧", "加重", "减轻",
        "保留", "删除", "删去", "取消", "恢复", "以上", "以下", "提前", "推迟", "上调", "下调", "收费", "免费",
    ];

    private const string Numerals = "零〇一二两三四五六七八九十百千万亿";

    private readonly HashSet<uint> shingles = [];

    private Wording(string plain)
    {
        Plain = plain;
        for (var at = 0; at + 1 < plain.Length; at++)
        {
            shingles.Add(((uint)plain[at] << 16) | plain[at + 1]);
        }

        if (shingles.Count == 0)
        {
            shingles.Add(plain.Length == 0 ? 0u : plain[0]);
        }

        Turns = TurnsOf(plain);
    }

    public string Plain { get; }

    /// <summary>What must be the same: the words that turn a sentence round, and all numbers, in their order.</summary>
    public string Turns { get; }

    /// <summary>The different pairs of neighbouring characters.</summary>
    public IReadOnlyCollection<uint> Shingles => shingles;

    public static Wording Of(string text)
    {
        var plain = string.Concat(Folding.Fold(text).Where(char.IsLetterOrDigit));
        return new Wording(plain.Length > 0 ? plain : string.Concat(text.Where(c => !char.IsWhiteSpace(c))));
    }

    /// <summary>How much of their pairs two texts share, from 0 to 1.</summary>
    public double Likeness(Wording other)
    {
        var (few, many) = shingles.Count <= other.shingles.Count ? (shingles, other.shingles) : (other.shingles, shingles);
        var both = few.Count(many.Contains);
        return (double)both / (few.Count + many.Count - both);
    }

    private static string TurnsOf(string plain)
    {
        var turns = new StringBuilder();
        for (var at = 0; at < plain.Length; at++)
        {
            if (char.IsDigit(plain[at]) || Numerals.Contains(plain[at], StringComparison.Ordinal))
            {
                turns.Append(plain[at]);
            }
            else if (Array.Find(Turning, word => string.CompareOrdinal(plain, at, word, 0, word.Length) == 0) is { } turn)
            {
                turns.Append(turn);
                at += turn.Length - 1;
            }
        }

        return turns.ToString();
    }
}
