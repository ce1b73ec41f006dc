namespace Renda.Procedures;

/// <summary>Whether a condition speaks of things that exist.</summary>
internal static class ConditionVerification
{
    /// <param name="steps">The steps whose fields the condition may be about to read; one of them has what it names.</param>
    /// <returns>What is wrong, to follow on “的条件”.</returns>
    public static IEnumerable<string> Verify(Procedure p, IReadOnlyList<Step> steps, Condition condition) => condition switch
    {
        Condition.FieldIs f => [.. MissingField(steps, f.Field), .. MissingChoice(steps, f.Field, f.Values)],
        Condition.FieldsDiffer f => [.. MissingField(steps, f.Field), .. MissingField(steps, f.Other)],
        Condition.LastIs l => p.Steps.TryGetValue(l.Step, out var last)
            ? [.. MissingField([last], l.Field), .. MissingChoice([last], l.Field, l.Values)]
            : [$"提到的步骤“{l.Step}”没有定义。"],
        Condition.Taken t => t.Since.Append(t.Step).Where(s => !p.Steps.ContainsKey(s)).Select(s => $"提到的步骤“{s}”没有定义。"),
        Condition.NoParty n => p.Roles.Values.Any(r => r.Party == n.Party) ? [] : [$"提到的身份“{n.Party}”没有角色使用。"],
        Condition.PartIs own => p.Parts.ContainsKey(own.Part) ? [] : [$"提到的“{own.Part}”不在 parts 中。"],
        Condition.Within w => p.Limits.ContainsKey(w.Limit) ? [] : [$"提到的期限“{w.Limit}”没有定义。"],
        Condition.ChildrenIn c => p.Children.TryGetValue(c.Child, out var child)
            ? [
                .. c.Stages.Where(s => child.Stages.All(x => x.Id != s)).Select(s => $"提到的“{c.Child}”没有环节“{s}”。"),
                .. c.Part is { } part && !child.Parts.ContainsKey(part) ? [$"提到的“{c.Child}”没有“{part}”这一部分。"] : Array.Empty<string>(),
            ]
            : [$"提到的子程序“{c.Child}”没有定义。"],
        Condition.Measure m => [.. m.Fields.SelectMany(id => Typed(steps, id, m.Counts ? "有几项" : "数字", f => m.Counts ? f.Many : f.Type == FieldType.Number)), .. m.Of is { } of ? Referred(p, steps, of, "数字", FieldType.Number) : []],
        Condition.DayOrder d => [.. Typed(steps, d.Field, "日期", f => f.Type == FieldType.Date), .. Referred(p, steps, d.Other, "日期", FieldType.Date)],
        Condition.Complete c => Completed(p, steps, c),
        Condition.OtherActor o => p.Steps.ContainsKey(o.Step) ? [] : [$"提到的步骤“{o.Step}”没有定义。"],
        Condition.TallyWithin t => p.Steps.ContainsKey(t.Step) ? [] : [$"提到的步骤“{t.Step}”没有定义。"],
        Condition.Not n => Verify(p, steps, n.Other),
        Condition.All a => a.Conditions.SelectMany(c => Verify(p, steps, c)),
        Condition.Any a => a.Conditions.SelectMany(c => Verify(p, steps, c)),
        _ => [],
    };

    private static IEnumerable<string> Completed(Procedure p, IReadOnlyList<Step> steps, Condition.Complete c)
    {
        if (!p.Limits.TryGetValue(c.Limit, out var limit) || !limit.LeastTime)
        {
            yield return $"提到的期限“{c.Limit}”没有定义，或者不是最短期间（minimum、anniversary）。";
        }

        // Before anything is filled in, the button is judged by today: so the day must not be able to lie ahead.
        foreach (var defect in c.By is { } by ? Typed(steps, by, "不晚于今天的日期（bound: today）", f => f is { Type: FieldType.Date, Bound: "today" }) : [])
        {
            yield return defect;
        }
    }

    private static IEnumerable<string> Referred(Procedure p, IReadOnlyList<Step> steps, FieldReference other, string what, FieldType type) =>
        other.Step is not { } id ? Typed(steps, other.Field, what, f => f.Type == type)
        : p.Steps.TryGetValue(id, out var step) ? Typed([step], other.Field, what, f => f.Type == type)
        : [$"提到的步骤“{id}”没有定义。"];

    private static IEnumerable<string> Typed(IReadOnlyList<Step> steps, string field, string what, Func<Field, bool> fits) =>
        steps.SelectMany(s => s.Asks).Where(f => f.Id == field).ToList() is not { Count: > 0 } asked ? MissingField(steps, field)
        : asked.All(fits) ? [] : [$"提到的字段“{field}”填的不是{what}。"];

    private static IEnumerable<string> MissingField(IReadOnlyList<Step> steps, string field) =>
        steps.Count == 0 || steps.Any(s => s.Asks.Any(f => f.Id == field)) ? []
        : [$"提到的字段“{field}”在“{string.Join("”“", steps.Select(s => s.Id))}”里没有。"];

    private static IEnumerable<string> MissingChoice(IReadOnlyList<Step> steps, string field, IReadOnlyList<string> values)
    {
        List<Field> fields = [.. steps.SelectMany(s => s.Asks).Where(f => f.Id == field)];
        return fields.Count == 0 || fields.Any(f => f.Type is not (FieldType.Choice or FieldType.YesNo)) ? []
            : values.Where(v => !fields.Any(f => f.Type == FieldType.YesNo ? v is "yes" or "no" : f.Choices.ContainsKey(v))).Select(v => $"提到的选项“{v}”在字段“{field}”里没有。");
    }
}
