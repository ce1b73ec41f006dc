namespace Renda.Procedures;

/// <summary>Conditions and acts in words.</summary>
internal static class ConditionText
{
    public static string Of(Procedure p, Step? step, Condition condition) => condition switch
    {
        Condition.FieldIs f => Filled(Ask(p, step, f.Field), f.Field, f.Values),
        Condition.FieldsDiffer f => $"“{Title(Ask(p, step, f.Field), f.Field)}”与“{Title(Ask(p, step, f.Other), f.Other)}”不重复",
        Condition.LastIs l => $"{p.Steps[l.Step].Title}的{Filled(Ask(p, p.Steps[l.Step], l.Field), l.Field, l.Values)}",
        Condition.Taken t => $"{(t.Since.Count > 0 ? $"{string.Join("、", t.Since.Select(s => p.Steps[s].Title))}以后" : "")}已“{p.Steps[t.Step].Title}”",
        Condition.NoParty n => $"没有{p.Roles.Values.First(r => r.Party == n.Party).Title}",
        Condition.PartIs part => $"是{p.Parts[part.Part]}单位",
        Condition.Within w => $"“{p.Limits[w.Limit].Title}”期限未过",
        Condition.ChildrenIn c => Children(p.Children[c.Child], c),
        Condition.Measure m => $"{string.Join("＋", m.Fields.Select(f => $"“{Title(Ask(p, step, f), f)}”"))}{(m.Counts ? "的数目" : "")}{Bound(m.How)}{Whole(p, step, m)}",
        Condition.DayOrder d => $"“{Title(Ask(p, step, d.Field), d.Field)}”{(d.Later ? "晚于" : "不早于")}“{Referred(p, step, d.Other)}”",
        Condition.Complete c => $"“{p.Limits[c.Limit].Title}”（{p.Limits[c.Limit].Span}）已满",
        Condition.OtherActor o => $"不是“{p.Steps[o.Step].Title}”的同一人",
        Condition.TallyWithin t => $"本年“{p.Steps[t.Step].Title}”不超过上年的 {t.Share}",
        Condition.LinkedIn l => $"{(l.Some ? "有且" : "")}关联的“{l.Procedure}”都已办到规定环节",
        Condition.Not n => Negated(p, step, n.Other),
        Condition.All a => string.Join("，且", a.Conditions.Select(c => Of(p, step, c))),
        Condition.Any a => string.Join("，或者", a.Conditions.Select(c => Of(p, step, c))),
        _ => "",
    };

    /// <summary>An act by its title, a child's with the part it plays.</summary>
    public static string Act(Procedure p, string act)
    {
        if (p.Steps.TryGetValue(act, out var own))
        {
            return own.Title;
        }

        var (part, step) = act.Split('.') is [var a, var b] ? (a, b) : (act, act);
        var child = p.Children.Values.First(c => (c.Parts.Count == 0 ? c.Id == part : c.Parts.ContainsKey(part)) && c.Steps.ContainsKey(step));
        return child.Parts.Count == 0 ? $"{child.Title}：{child.Steps[step].Title}" : $"{child.Parts[part]}单位{child.Steps[step].Title}";
    }

    private static string Children(Procedure child, Condition.ChildrenIn c)
    {
        var some = c.Some ? "至少有一件，" : "";
        var who = c.Part is { } part ? $"{child.Parts[part]}单位" : child.Title;
        return $"{some}各{who}{string.Join("、", c.Stages.Select(s => child.Stage(s).Title))}";
    }

    private static string Bound(Bounding how) => how switch { Bounding.AtLeast => "不少于", Bounding.MoreThan => "超过", Bounding.Exactly => "正好是", _ => "不超过" };

    // A whole number by itself is no share of it.
    private static string Whole(Procedure p, Step? step, Condition.Measure m) =>
        m.Of is not { } of ? $"{m.Share}" : $"“{Referred(p, step, of)}”{(m.Share == new Share(1, 1) ? "" : $"的{m.Share}")}";

    private static string Referred(Procedure p, Step? step, FieldReference other) =>
        Named(p, step, other) + string.Concat(other.Later.Select(t => $"后{t.Words}"));

    private static string Named(Procedure p, Step? step, FieldReference other) =>
        other.Step is { } id && p.Steps.TryGetValue(id, out var of) ? $"{of.Title}的{Title(Ask(p, of, other.Field), other.Field)}" : Title(Ask(p, step, other.Field), other.Field);

    private static string Negated(Procedure p, Step? step, Condition other) => other switch
    {
        Condition.Taken t => Of(p, step, t).Replace("已“", "未“", StringComparison.Ordinal),
        Condition.NoParty n => Of(p, step, n)[1..],
        Condition.FieldIs { Values.Count: > 0 } f => Of(p, step, f).Replace("”为", "”不为", StringComparison.Ordinal),
        Condition.FieldIs f => $"没有填“{Title(Ask(p, step, f.Field), f.Field)}”",
        Condition.DayOrder d => $"“{Title(Ask(p, step, d.Field), d.Field)}”{(d.Later ? "不晚于" : "早于")}“{Referred(p, step, d.Other)}”",
        Condition.LastIs { Values.Count: 0 } l => $"{p.Steps[l.Step].Title}没有填“{Title(Ask(p, p.Steps[l.Step], l.Field), l.Field)}”",
        _ => $"不是：{Of(p, step, other)}",
    };

    // A limit's condition may be read in any step that starts it: the first that asks for the field names it.
    private static Field? Ask(Procedure p, Step? step, string field) =>
        (step is null ? p.Steps.Values.SelectMany(s => s.Asks) : step.Asks).FirstOrDefault(f => f.Id == field);

    private static string Title(Field? field, string id) => field?.Title ?? id;

    private static string Filled(Field? field, string id, IReadOnlyList<string> values) =>
        values.Count == 0 ? $"“{Title(field, id)}”已填" : $"“{Title(field, id)}”为{string.Join("或", values.Select(v => Value(field, v)))}";

    private static string Value(Field? field, string value) =>
        field?.Choices.GetValueOrDefault(value) ?? value switch { "yes" => "是", "no" => "否", _ => value };
}
