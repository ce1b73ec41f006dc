using System.Text;
using Renda.Platform.Figures;

namespace Renda.Modules.Reports.Markup;

/// <summary>Reads the markup of a report: <c># heading</c>, paragraphs, and places in braces.</summary>
/// <param name="part">The text of a part that is taken in by name; null where there is none.</param>
internal sealed class MarkupReader(Func<string, string?> part)
{
    public const int Longest = 200_000;
    private const int MostBlocks = 20_000;
    private const string Digits = "0123456789０１２３４５６７８９";

    private readonly List<Block> blocks = [];
    private readonly List<TextProblem> problems = [];
    private readonly Stack<string> within = new();

    public static ReportText Read(string text, Func<string, string?> part)
    {
        var reader = new MarkupReader(part);
        if (text.Length > Longest)
        {
            return new ReportText([], [new TextProblem(1, $"正文有 {text.Length} 个字符，最多 {Longest} 个。请分成几份报告。")]);
        }

        reader.Lines(text, null);
        return new ReportText(reader.blocks, reader.problems);
    }

    /// <summary>A text whose numbers are no figures, as the markup writes it.</summary>
    public static string Mark(string text)
    {
        var marked = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && Digits.Contains(text[end]))
            {
                end++;
            }

            marked.Append(end > at ? $"{{文 {text[at..end]}}}" : text[at] is '{' or '}' ? "" : $"{text[at]}");
            at = Math.Max(end, at + 1);
        }

        return marked.ToString();
    }

    // Of a part everything stands at the line that takes it in.
    private void Lines(string text, int? at)
    {
        var number = 0;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var (line, words) = (at ?? number, raw.Trim());
            if (blocks.Count + problems.Count > MostBlocks)
            {
                problems.Add(new TextProblem(line, $"引用展开以后超过 {MostBlocks} 段，后面的没有读。请减少引用。"));
                return;
            }

            if (words.Length > 0)
            {
                Line(line, words);
            }
        }
    }

    private void Line(int line, string words)
    {
        if (Whole(words) is { } place && Alone(line, place))
        {
            return;
        }

        var level = words.TakeWhile(c => c == '#').Count();
        var heading = level is > 0 and <= 4 && words.Length > level && words[level] == ' ';
        var spans = Spans(line, heading ? words[level..].Trim() : words);
        blocks.Add(heading ? new Heading(line, level, spans) : new Paragraph(line, spans));
    }

    // A table, a chart or a part stands on a line of its own.
    private bool Alone(int line, string place)
    {
        var words = place.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is ["表" or "图", ..])
        {
            var by = Array.IndexOf(words, "按");
            if (by < 2 || by != words.Length - 2 || Ask(words[1..by]) is not { } asked)
            {
                problems.Add(new TextProblem(line, $"“{{{place}}}”读不懂。表格和图写作“{{{words[0]} 数字名 按 单位}}”，如“{{表 suggestions 按 unit}}”。"));
                blocks.Add(new Paragraph(line, [new Unread($"{{{place}}}")]));
                return true;
            }

            blocks.Add(new Series(line, words[0] == "图", asked, words[^1]));
            return true;
        }

        if (words is not ["引", var name])
        {
            return false;
        }

        if (within.Contains(name))
        {
            problems.Add(new TextProblem(line, $"“{name}”引用了自己：{string.Join(" → ", within.Reverse().Append(name))}。请去掉其中一处引用。"));
        }
        else if (part(name) is not { } text)
        {
            problems.Add(new TextProblem(line, $"没有叫“{name}”的模板可以引用。"));
        }
        else
        {
            within.Push(name);
            Lines(text, line);
            within.Pop();
        }

        return true;
    }

    private List<Span> Spans(int line, string words)
    {
        List<Span> spans = [];
        for (var at = 0; at < words.Length;)
        {
            var open = words.IndexOf('{', at);
            var text = open < 0 ? words[at..] : words[at..open];
            if (text.Length > 0)
            {
                Bare(line, text);
                spans.Add(new Words(text));
            }

            if (open < 0)
            {
                break;
            }

            var close = words.IndexOf('}', open);
            if (close < 0)
            {
                problems.Add(new TextProblem(line, $"“{Short(words[open..])}”只有左括号“{{”，没有右括号“}}”。"));
                spans.Add(new Unread(words[open..]));
                break;
            }

            spans.Add(Place(line, words[(open + 1)..close]));
            at = close + 1;
        }

        return spans;
    }

    private Span Place(int line, string place)
    {
        if (place.StartsWith("文 ", StringComparison.Ordinal))
        {
            return new Literal(place[2..]);
        }

        if (Ask(place.Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { } asked)
        {
            return new Number(asked);
        }

        problems.Add(new TextProblem(line, $"“{{{Short(place)}}}”读不懂。数字写作“{{数字名}}”“{{数字名 上年}}”或“{{数字名 2020-01-01..2020-12-31}}”，是文字的数写作“{{文 2020年}}”。"));
        return new Unread($"{{{place}}}");
    }

    private static Asked? Ask(string[] words)
    {
        if (words.Length is 0 or > 3 || !words[0].All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.'))
        {
            return null;
        }

        var asked = new Asked(words[0]);
        foreach (var word in words[1..])
        {
            if (word == "上年" && !asked.YearBefore)
            {
                asked = asked with { YearBefore = true };
            }
            else if (asked.Period is null && Period.Read(word) is { } period)
            {
                asked = asked with { Period = period };
            }
            else
            {
                return null;
            }
        }

        return asked;
    }

    // A number nobody can trace: it is a figure, or the author says that it is text.
    private void Bare(int line, string text)
    {
        var at = text.AsSpan().IndexOfAny(Digits);
        if (at >= 0)
        {
            var end = at;
            while (end < text.Length && (Digits.Contains(text[end]) || text[end] is '.' or '%' or '．' or '％'))
            {
                end++;
            }

            problems.Add(new TextProblem(line, $"“{Short(text[at..])}”里的“{text[at..end]}”查不到来源。是统计数字的，请从数字库插入；是年份、条款、名称的，请写作“{{文 {text[at..end]}}}”。"));
        }
    }

    private static string? Whole(string words) =>
        words.Length > 2 && words[0] == '{' && words.IndexOf('}', StringComparison.Ordinal) == words.Length - 1 ? words[1..^1].Trim() : null;

    private static string Short(string text) => text.Length <= 20 ? text : $"{text[..20]}…";
}
