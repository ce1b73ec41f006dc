namespace Renda.Procedures;

/// <summary>Machine verification of a procedure: what cannot work must not load.</summary>
internal static class Verification
{
    /// <param name="posts">The posts there are; null where they are not known.</param>
    public static IEnumerable<Defect> Verify(Procedure procedure, IReadOnlySet<string>? posts = null) =>
    [
        .. Own(procedure, []), .. procedure.Children.Values.SelectMany(c => Own(c, ["children", c.Id])), .. FamilyVerification.Children(procedure),
        .. procedure.Roles.Values.SelectMany(r => r.Posts.Where(post => posts is not null && !posts.Contains(post)).Select(post =>
            new Defect($"角色“{r.Id}”的职务“{post}”不存在。可以写的有：{string.Join("、", posts!)}。", ["roles", r.Id, "posts", post]))),
        .. from p in procedure.Whole()
           from step in p.Steps.Values
           from field in step.Asks
           from post in field.Posts
           where posts is not null && !posts.Contains(post)
           select new Defect($"字段“{field.Id}”的职务“{post}”不存在。可以写的有：{string.Join("、", posts!)}。", [.. p == procedure ? Array.Empty<string>() : ["children", p.Id], "steps", step.Id, "asks", field.Id, "posts", post]),
        .. procedure.SeenBy.Where(post => posts is not null && !posts.Contains(post)).Select(post =>
            new Defect($"seen-by 的职务“{post}”不存在。可以写的有：{string.Join("、", posts!)}。", ["seen-by", post])),
    ];

    private static IEnumerable<Defect> Own(Procedure p, string[] at) =>
    [
        .. Stages(p, at), .. p.Steps.Values.SelectMany(s => Steps(p, s, [.. at, "steps", s.Id])), .. Reach(p, at),
        .. p.Limits.Values.SelectMany(l => LimitVerification.Verify(p, l)),
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
                    yield return new Defect($"环节“{stage.Id}”等待的角色“{awaited.Role}”没有定义。", [.. here, "awaits", awaited.Role]);
                }
                else if (!p.Steps.TryGetValue(awaited.Step, out var step) || !step.From.Contains(stage.Id) || !step.By.Contains(awaited.Role))
                {
                    yield return new Defect($"环节“{stage.Id}”等待“{awaited.Role}”办“{awaited.Step}”，但该角色在此环节不能办这一步。", [.. here, "awaits", awaited.Role]);
                }
            }

            if (stage.ShownAs is { } shown && p.Stages.All(s => s.Id != shown))
            {
                yield return new Defect($"环节“{stage.Id}”对外显示的“{shown}”没有定义。", [.. here, "shown-as"]);
            }
        }
    }

    private static IEnumerable<Defect> Steps(Procedure p, Step step, string[] here) =>
        [.. Roles(p, step, here), .. Parties(p, step, here), .. Moves(p, step, here), .. FamilyVerification.Of(p, step, here), .. Needs(p, step, here), .. WordVerification.Of(step, here)];

    private static IEnumerable<Defect> Roles(Procedure p, Step step, string[] here)
    {
        if (step.By.Count == 0)
        {
            yield return new Defect($"步骤“{step.Id}”没有写由谁办（by）。", here);
        }

        foreach (var (key, role) in step.By.Select(r => ("by", r)).Concat(step.HiddenFrom.Select(r => ("hidden-from", r))).Where(r => !p.Roles.ContainsKey(r.Item2)))
        {
            yield return new Defect($"步骤“{step.Id}”的角色“{role}”没有定义。", [.. here, key, role]);
        }
    }

    private static IEnumerable<Defect> Parties(Procedure p, Step step, string[] here) =>
        from part in step.Asks.Where(f => f.Party is not null).Select(f => (Party: f.Party!, At: (string[])["asks", f.Id, "party"]))
            .Concat(step.As is { } mine ? [(mine, ["as"])] : [])
        where p.Roles.Values.All(r => r.Party != part.Party)
        select new Defect($"步骤“{step.Id}”给出的身份“{part.Party}”没有角色使用。", [.. here, .. part.At]);

    private static IEnumerable<Defect> Moves(Procedure p, Step step, string[] here)
    {
        foreach (var (key, stage) in step.From.Select(s => ("from", s)).Concat(step.To.Select(d => ("to", d.Stage))).Where(s => p.Stages.All(x => x.Id != s.Item2)))
        {
            yield return new Defect($"步骤“{step.Id}”提到的环节“{stage}”没有定义。", [.. here, key, stage]);
        }

        if (step.Begins && step.To.Count == 0)
        {
            yield return new Defect($"步骤“{step.Id}”既没有来处（from）也没有去处（to）。", here);
        }

        if (step.Begins && step.To.Count > 0 && step.To[^1].When is not null)
        {
            yield return new Defect($"步骤“{step.Id}”的去处最后一项要没有条件。", [.. here, "to"]);
        }

        foreach (var stage in step.From.Where(f => p.Stages.Any(s => s.Id == f && s.End)))
        {
            yield return new Defect($"步骤“{step.Id}”从已经结束的环节“{stage}”出发。", [.. here, "from", stage]);
        }
    }

    private static IEnumerable<Defect> Needs(Procedure p, Step step, string[] here) =>
        from condition in
            step.Needs.Select((n, i) => (n.Condition, At: (string[])["needs", $"{i}"]))
                .Concat(step.To.Select((d, i) => (Condition: d.When!, At: (string[])["to", $"{i}"])))
                .Concat(step.Asks.Select(f => (Condition: f.RequiredWhen!, At: (string[])["asks", f.Id, "required"])))
        where condition.Condition is not null
        from defect in ConditionVerification.Verify(p, [step], condition.Condition)
        select new Defect($"步骤“{step.Id}”的条件{defect}", [.. here, .. condition.At]);

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
        var next = edges.ToLookup(e => e.From, e => e.To);
        HashSet<string> seen = [.. from];
        var queue = new Queue<string>(seen);
        while (queue.TryDequeue(out var stage))
        {
            foreach (var other in next[stage].Where(seen.Add))
            {
                queue.Enqueue(other);
            }
        }

        return seen;
    }
}
