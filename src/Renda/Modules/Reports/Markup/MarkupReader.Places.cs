using System.Buffers;
using System.Text;
using Renda.Platform.Figures;

namespace Renda.Modules.Reports.Markup;

/// <summary>The places within a line.</summary>
internal sealed partial class MarkupReader
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789０１２３４５６７８９");

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
}
