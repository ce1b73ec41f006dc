namespace Renda.Modules.Reports.Markup;

/// <summary>Reads the markup of a report: <c># heading</c>, paragraphs, and places in braces.</summary>
/// <param name="part">The text of a part that is taken in by name; null where there is none.</param>
internal sealed partial class MarkupReader(Func<string, string?> part)
{
    public const int Longest = 200_000;
    private const int MostBlocks = 20_000;

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

    private static string? Whole(string words) =>
        words.Length > 2 && words[0] == '{' && words.IndexOf('}', StringComparison.Ordinal) == words.Length - 1 ? words[1..^1].Trim() : null;

    private static string Short(string text) => text.Length <= 20 ? text : $"{text[..20]}…";
}
