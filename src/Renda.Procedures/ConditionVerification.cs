namespace Renda.Procedures;

/// <summary>Whether a condition speaks of things that exist.</summary>
internal static class ConditionVerification
{
    /// <param name="step">The step whose fields the condition reads; null when several steps may be meant.</param>
    /// <returns>What is wrong, to follow on “的条件”.</returns>
    public static IEnumerable<string> Verify(Procedure p, Step? step, Condition condition) => condition switch
    {
        Condition.FieldIs f => [.. MissingField(step, f.Field), .. MissingChoice(step, f.Field, f.Values)],
        Condition.FieldsDiffer f => [.. MissingField(step, f.Field), .. MissingField(step, f.Other)],
        Condition.LastIs l => p.Steps.TryGetValue(l.Step, out var last)
            ? [.. MissingField(last, l.Field), .. MissingChoice(last, l.Field, l.Values)]
            : [$"提到的步骤“{l.Step}”没有定义。"],
        Condition.Taken t => t.Since.Append(t.Step).Where(s => !p.Steps.ContainsKey(s)).Select(s => $"提到的步骤“{s}”没有定义。"),
        Condition.NoParty n => p.Roles.Values.Any(r => r.Party == n.Party) ? [] : [$"提到的身份“{n.Party}”没有角色使用。"],
        Condition.PartIs part => p.Parts.ContainsKey(part.Part) ? [] : [$"提到的“{part.Part}”不在 parts 中。"],
        Condition.Within w => p.Limits.ContainsKey(w.Limit) ? [] : [$"提到的期限“{w.Limit}”没有定义。"],
        Condition.ChildrenIn c => p.Children.TryGetValue(c.Child, out var child)
            ? c.Stages.Where(s => child.Stages.All(x => x.Id != s)).Select(s => $"提到的“{c.Child}”没有环节“{s}”。")
            : [$"提到的子程序“{c.Child}”没有定义。"],
        Condition.Not n => Verify(p, step, n.Other),
        Condition.All a => a.Conditions.SelectMany(c => Verify(p, step, c)),
        Condition.Any a => a.Conditions.SelectMany(c => Verify(p, step, c)),
        _ => [],
    };

    private static IEnumerable<string> MissingField(Step? step, string field) =>
        step is null || step.Asks.Any(f => f.Id == field) ? [] : [$"提到的字段“{field}”在“{step.Id}”里没有。"];

    private static IEnumerable<string> MissingChoice(Step? step, string field, IReadOnlyList<string> values) =>
        step?.Asks.FirstOrDefault(f => f.Id == field) is { Type: FieldType.Choice } choice
            ? values.Where(v => !choice.Choices.ContainsKey(v)).Select(v => $"提到的选项“{v}”在字段“{field}”里没有。")
            : [];
}
