namespace Renda.Procedures;

/// <summary>A defect of a procedure, with the path of keys where it lies.</summary>
internal sealed record Defect(string Reason, params string[] At)
{
    /// <summary>The line of the deepest key present in this file; 1 when it lies in the base.</summary>
    public int Locate(RuleNode root)
    {
        var node = root;
        foreach (var key in At)
        {
            node = node.Map?.GetValueOrDefault(key)
                ?? (node == root ? Inside(root, key) : null)
                ?? node;
        }

        return Math.Max(1, node.Line);
    }

    private static RuleNode? Inside(RuleNode root, string key) =>
        ((string[])["change", "add"]).Select(s => root.Map?.GetValueOrDefault(s)?.Map?.GetValueOrDefault(key)).FirstOrDefault(n => n is not null);
}

/// <summary>Machine verification of a procedure: what cannot work must not load.</summary>
internal static class Verification
{
    public static IEnumerable<Defect> Verify(Procedure procedure) =>
        [.. Own(procedure, []), .. procedure.Children.Values.SelectMany(c => Own(c, ["children", c.Id]))];

    private static IEnumerable<Defect> Own(Procedure p, string[] at) =>
    [
        .. Stages(p, at), .. p.Steps.Values.SelectMany(s => Steps(p, s, at)), .. Reach(p, at),
        .. p.Limits.Values.SelectMany(l => Limits(p, l)), .. Families(p, at),
    ];

    private static IEnumerable<Defect> Stages(Procedure p, string[] at)
    {
        foreach (var stage in p.Stages)
        {
            string[] here = [.. at, "stages", stage.Id];
            foreach (var awaited in stage.Awaits)
            {
                if (!p.Roles.ContainsKey(awaited.Role))
                {
                    yield return new Defect($"环节“{stage.Id}”等待的角色“{awaited.Role}”没有定义。", here);
                }
                else if (!p.Steps.TryGetValue(awaited.Step, out var step) || !step.From.Contains(stage.Id) || !step.By.Contains(awaited.Role))
                {
                    yield return new Defect($"环节“{stage.Id}”等待“{awaited.Role}”办“{awaited.Step}”，但该角色在此环节不能办这一步。", here);
                }
            }

            if (stage.ShownAs is { } shown && p.Stages.All(s => s.Id != shown))
            {
                yield return new Defect($"环节“{stage.Id}”对外显示的“{shown}”没有定义。", here);
            }
        }
    }

    private static IEnumerable<Defect> Steps(Procedure p, Step step, string[] at)
    {
        string[] here = [.. at, "steps", step.Id];
        if (step.By.Count == 0)
        {
            yield return new Defect($"步骤“{step.Id}”没有写由谁办（by）。", here);
        }

        foreach (var role in step.By.Concat(step.HiddenFrom).Where(r => !p.Roles.ContainsKey(r)))
        {
            yield return new Defect($"步骤“{step.Id}”的角色“{role}”没有定义。", here);
        }

        foreach (var stage in step.From.Concat(step.To.Select(d => d.Stage)).Where(id => p.Stages.All(s => s.Id != id)))
        {
            yield return new Defect($"步骤“{step.Id}”提到的环节“{stage}”没有定义。", here);
        }

        if (step.Begins && step.To.Count == 0)
        {
            yield return new Defect($"步骤“{step.Id}”既没有来处（from）也没有去处（to）。", here);
        }

        if (step.To.Count > 0 && step.To[^1].When is not null && step.Begins)
        {
            yield return new Defect($"步骤“{step.Id}”的去处最后一项要没有条件。", here);
        }

        foreach (var stage in step.From.Where(f => p.Stages.Any(s => s.Id == f && s.End)))
        {
            yield return new Defect($"步骤“{step.Id}”从已经结束的环节“{stage}”出发。", here);
        }

        foreach (var opening in step.Opens.Where(o => step.Asks.All(f => f.Id != o.Each)))
        {
            yield return new Defect($"步骤“{step.Id}”按字段“{opening.Each}”交办，但没有这个字段。", here);
        }

        var conditions = step.Needs.Select(n => n.Condition).Concat(step.To.Select(d => d.When)).Concat(step.Asks.Select(f => f.RequiredWhen)).OfType<Condition>();
        foreach (var defect in conditions.SelectMany(c => Conditions(p, step, c)))
        {
            yield return new Defect($"步骤“{step.Id}”的条件{defect}", here);
        }
    }

    private static IEnumerable<string> Conditions(Procedure p, Step? step, Condition condition) => condition switch
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
        Condition.Not n => Conditions(p, step, n.Other),
        Condition.All a => a.Conditions.SelectMany(c => Conditions(p, step, c)),
        _ => [],
    };

    private static IEnumerable<string> MissingField(Step? step, string field) =>
        step is null || step.Asks.Any(f => f.Id == field) ? [] : [$"提到的字段“{field}”在“{step.Id}”里没有。"];

    private static IEnumerable<string> MissingChoice(Step? step, string field, IReadOnlyList<string> values) =>
        step?.Asks.FirstOrDefault(f => f.Id == field) is { Type: FieldType.Choice } choice
            ? values.Where(v => !choice.Choices.ContainsKey(v)).Select(v => $"提到的选项“{v}”在字段“{field}”里没有。")
            : [];

    private static IEnumerable<Defect> Reach(Procedure p, string[] at)
    {
        var edges = p.Steps.Values.SelectMany(s => s.To.SelectMany(d => s.From.Select(f => (From: f, To: d.Stage)))).ToList();
        var reached = Spread(p.Steps.Values.Where(s => s.Begins).SelectMany(s => s.To.Select(d => d.Stage)), edges);
        var ending = Spread(p.Stages.Where(s => s.End).Select(s => s.Id), [.. edges.Select(e => (e.To, e.From))]);
        foreach (var stage in p.Stages)
        {
            if (!reached.Contains(stage.Id))
            {
                yield return new Defect($"没有步骤能走到环节“{stage.Id}”。", [.. at, "stages", stage.Id]);
            }

            if (!ending.Contains(stage.Id))
            {
                yield return new Defect($"从环节“{stage.Id}”走不到任何结束。", [.. at, "stages", stage.Id]);
            }
        }
    }

    private static HashSet<string> Spread(IEnumerable<string> from, List<(string From, string To)> edges)
    {
        HashSet<string> seen = [.. from];
        var grown = true;
        while (grown)
        {
            var before = seen.Count;
            seen.UnionWith(edges.Where(e => seen.Contains(e.From)).Select(e => e.To).ToList());
            grown = seen.Count > before;
        }

        return seen;
    }

    private static IEnumerable<Defect> Limits(Procedure p, TimeLimit limit)
    {
        string[] here = ["limits", limit.Id];
        if (limit.From.Count == 0 || limit.Until.Count == 0)
        {
            yield return new Defect($"期限“{limit.Id}”要写由哪一步起算（from）、到哪一步为止（until）。", here);
        }

        foreach (var act in limit.From.Concat(limit.Until).Where(a => !Known(p, a)))
        {
            yield return new Defect($"期限“{limit.Id}”提到的步骤“{act}”没有定义。", here);
        }

        foreach (var into in limit.Into.Where(id => p.Stages.All(s => s.Id != id)))
        {
            yield return new Defect($"期限“{limit.Id}”提到的环节“{into}”没有定义。", here);
        }

        if (limit.Extends is { } extends && !p.Limits.ContainsKey(extends))
        {
            yield return new Defect($"期限“{limit.Id}”延长的“{extends}”没有定义。", here);
        }

        if (limit.Consent is { } consent && !p.Roles.ContainsKey(consent))
        {
            yield return new Defect($"期限“{limit.Id}”的同意人“{consent}”没有定义。", here);
        }

        if (limit.Field is { } field && !limit.From.Any(f => p.Steps.TryGetValue(f, out var s) && s.Asks.Any(a => a.Id == field && a.Type == FieldType.Date)))
        {
            yield return new Defect($"期限“{limit.Id}”取自字段“{field}”，但起算的步骤没有这个日期字段。", here);
        }

        if (limit.When is { } when)
        {
            foreach (var defect in Conditions(p, null, when))
            {
                yield return new Defect($"期限“{limit.Id}”的条件{defect}", here);
            }
        }
    }

    private static bool Known(Procedure p, string act) =>
        p.Steps.ContainsKey(act)
        || (act.Split('.') is [var part, var step] && p.Children.Values.Any(c => c.Parts.ContainsKey(part) && c.Steps.ContainsKey(step)));

    private static IEnumerable<Defect> Families(Procedure p, string[] at)
    {
        foreach (var step in p.Steps.Values)
        {
            string[] here = [.. at, "steps", step.Id];
            // A child's own step opens siblings: the child is the procedure itself.
            foreach (var opening in step.Opens)
            {
                var child = opening.Child == p.Id ? p : p.Children.GetValueOrDefault(opening.Child);
                if (child is null || (opening.Part != Opening.SamePart && !child.Parts.ContainsKey(opening.Part)))
                {
                    yield return new Defect($"步骤“{step.Id}”要开的“{opening.Child}”（{opening.Part}）没有定义。", here);
                }
            }

            foreach (var carry in step.Carries)
            {
                if (!p.Children.TryGetValue(carry.Child, out var child) || !child.Steps.ContainsKey(carry.Step))
                {
                    yield return new Defect($"步骤“{step.Id}”要带动的“{carry.Child}”的“{carry.Step}”没有定义。", here);
                }
            }
        }
    }
}
