namespace Renda.Procedures;

/// <summary>The figures any procedure has without a file: begun, ended, overdue, how long it took, and each act.</summary>
internal static class GeneralFigures
{
    public static IEnumerable<Figure> Of(RuleBook book)
    {
        // The newest text names them; what older ones had besides is counted by its id all the same.
        var groups = book.Procedures.SelectMany(p => p.Whole().Select(w => (Text: w, p.Group, Whole: w == p ? null : p.Title)))
            .GroupBy(t => t.Text.Id, StringComparer.Ordinal);
        foreach (var texts in groups)
        {
            var (text, group, whole) = texts.MaxBy(t => t.Text.InForce);
            var fields = new FigureFields(book, [text.Id]);
            var title = whole is null ? text.Title : $"{whole}：{text.Title}";
            Figure Make(string kind, string name, string unit) => new()
            {
                Key = $"{text.Id}.{kind}",
                Title = $"{title} · {name}",
                Unit = unit,
                Group = group,
                Measure = FigureMeasure.Count,
                Of = [text.Id],
            };

            yield return Make("opened", "新办", "件") with { Rows = FigureRows.Opened };
            yield return Make("closed", "办结", "件") with { Rows = FigureRows.Closed, In = fields.Ends, Acts = fields.Into(fields.Ends) };
            yield return Make("days", "办结用时（中位数）", "天") with { Rows = FigureRows.Closed, In = fields.Ends, Acts = fields.Into(fields.Ends), Measure = FigureMeasure.Days };
            if (fields.Binding.Count > 0)
            {
                yield return Make("overdue", "逾期", "次") with { Rows = FigureRows.Overdue, Limits = fields.Binding };
            }

            foreach (var step in texts.SelectMany(t => t.Text.Steps.Values).DistinctBy(s => s.Id, StringComparer.Ordinal))
            {
                yield return Make($"act.{step.Id}", step.Title, "次") with { Acts = [step.Id] };
            }
        }
    }
}
