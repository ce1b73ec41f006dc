using Renda.Platform.Access;
using Renda.Platform.Figures;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Modules.Reports.Markup;

/// <summary>Works a text out: each figure it asks for is counted once, whatever cannot be counted is told where it stands.</summary>
internal sealed class Working(Reckoner reckoner, RuleShelf rules)
{
    /// <summary>More would be a database and not a report.</summary>
    private const int Most = 400;

    public async Task<(Worked Report, IReadOnlyList<TextProblem> Problems)> WorkAsync(Actor actor, string title, Period period, ReportText text)
    {
        List<TextProblem> problems = [.. text.Problems];
        Dictionary<(string, Period, string?), WorkedFigure?> known = [];
        List<WorkedBlock> blocks = [];
        foreach (var block in text.Blocks)
        {
            blocks.Add(block switch
            {
                Heading heading => new WorkedBlock("heading", heading.Level, await SpansAsync(heading.Spans, block.Line)),
                Series series => await OfAsync(series.Asked, series.By, block.Line) is { } figure
                    ? new WorkedBlock(series.Chart ? "chart" : "table", 0, [], figure.Number)
                    : new WorkedBlock("paragraph", 0, [new WorkedSpan("wrong", $"{{{series.Asked.Key}}}")]),
                _ => new WorkedBlock("paragraph", 0, await SpansAsync(((Paragraph)block).Spans, block.Line)),
            });
        }

        return (new Worked(title, period.ToString(), blocks, [.. known.Values.OfType<WorkedFigure>().OrderBy(f => f.Number)]), [.. problems.OrderBy(p => p.Line)]);

        async Task<IReadOnlyList<WorkedSpan>> SpansAsync(IReadOnlyList<Span> spans, int line)
        {
            List<WorkedSpan> worked = [];
            foreach (var span in spans)
            {
                worked.Add(span switch
                {
                    Words words => new WorkedSpan("text", words.Text),
                    Literal literal => new WorkedSpan("literal", literal.Text),
                    Unread unread => new WorkedSpan("wrong", unread.Text),
                    _ => ((Number)span).Asked is var asked && await OfAsync(asked, null, line) is { } figure
                        ? new WorkedSpan("figure", figure.Said, figure.Number)
                        : new WorkedSpan("wrong", $"{{{((Number)span).Asked.Key}}}"),
                });
            }

            return worked;
        }

        async Task<WorkedFigure?> OfAsync(Asked asked, string? by, int line)
        {
            var key = (asked.Key, asked.In(period), by);
            if (!known.TryGetValue(key, out var figure))
            {
                var (found, dimension, sentence) = Find(actor, asked.Key, by);
                sentence ??= known.Count >= Most ? $"一份报告最多用 {Most} 个数字。" : null;
                if (sentence is not null)
                {
                    problems.Add(new TextProblem(line, sentence));
                    return null;
                }

                known[key] = figure = await FigureAsync(actor.Congress, known.Count + 1, found!, key.Item2, dimension);
            }

            return figure;
        }
    }

    private (Figure? Figure, Dimension? By, string? Sentence) Find(Actor actor, string key, string? by)
    {
        if (reckoner.Find(key) is not { } figure)
        {
            return (null, null, rules.Figures.RenamedTo(key) is { } now
                ? $"数字“{key}”已改名为“{now.Key}”（{now.Title}）。请改成“{{{now.Key}}}”。"
                : $"没有叫“{key}”的数字。请从数字库中选。");
        }

        if (!Reckoner.MayAsk(actor, figure))
        {
            return (null, null, $"您不能使用“{figure.Title}”这个数字。请由{string.Join("、", figure.Posts.Select(p => Posts.Titles[p]))}插入。");
        }

        var dimension = by is null ? null : Dimension.Find(rules.Book, rules.Figures, figure, by);
        return by is null || dimension is not null ? (figure, dimension, null)
            : (null, null, $"“{figure.Title}”不能按“{by}”统计。可以按：{string.Join("、", Dimension.Of(rules.Book, rules.Figures, figure).Select(d => $"{d.Id}（{d.Title}）"))}。");
    }

    public async Task<WorkedFigure> FigureAsync(int congress, int number, Figure figure, Period period, Dimension? by)
    {
        List<WorkedPart> parts = [];
        foreach (var (part, days) in reckoner.Parts(figure, period))
        {
            var counted = await reckoner.ReckonAsync(congress, part, days);
            parts.Add(new WorkedPart(part.Key, days.ToString(), part.Measure.ToString(), part.PerWhole, counted.Value, counted.Records));
        }

        var value = Reckoner.Combine(figure.Measure, [.. parts.Select(p => p.Value)]);
        var under = by is null ? [] : await reckoner.ReckonAsync(congress, figure, period, by);
        return new WorkedFigure(
            number, figure.Key, figure.Title, figure.Unit, period.ToString(), figure.Measure.ToString(), value, Reckoned.Say(figure.Measure, value), parts.Sum(p => p.Records), by?.Title,
            [.. under.Select(u => new WorkedUnder(u.Under, u.Title, u.Value, Reckoned.Say(figure.Measure, u.Value), u.Records))], parts);
    }
}
