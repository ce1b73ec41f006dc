namespace Renda.Procedures;

/// <content>What the walk came by, and what it therefore did not.</content>
internal sealed partial class Exploration
{
    private readonly HashSet<(string Procedure, string Step)> taken = [];
    private readonly Dictionary<(string Procedure, string Step), string> refused = [];
    private readonly HashSet<(string Procedure, string Limit)> started = [];
    private readonly HashSet<string> endedChildren = [];

    private void Note(Step step, int member, Course from, Course to)
    {
        taken.Add((from.ProcedureOf(member).Id, step.Id));
        for (var i = from.Root.Clocks.Count; i < to.Root.Clocks.Count; i++)
        {
            started.Add((procedure.Id, to.Root.Clocks[i].Limit));
        }

        for (var i = 0; i < to.Children.Count; i++)
        {
            if (i >= from.Children.Count || !ReferenceEquals(to.Children[i], from.Children[i]))
            {
                Note(to.Children[i]);
            }
        }
    }

    private void Note(CourseChild child)
    {
        taken.Add((child.Procedure.Id, child.State.Acts[^1].Step));
        foreach (var clock in child.State.Clocks)
        {
            started.Add((child.Procedure.Id, clock.Limit));
        }

        if (child.Ended)
        {
            endedChildren.Add(child.Procedure.Id);
        }
    }

    private IEnumerable<Defect> Defects()
    {
        if (states.Count >= MostStates)
        {
            return [new Defect($"走遍各种情况要超过 {MostStates} 种，请把程序拆小，或者减少互相牵连的条件。", [])];
        }

        return
        [
            .. Untaken(),
            .. states.Stuck() is { } path ? [new Defect($"有走不到结束的情况：{path}。", ["stages"])] : Array.Empty<Defect>(),
            .. from child in procedure.Children.Values
               where taken.Any(t => t.Procedure == child.Id) && !endedChildren.Contains(child.Id)
               select new Defect($"子程序“{child.Id}”永远结束不了。", ["children", child.Id]),
            .. Limits(),
        ];
    }

    private IEnumerable<Defect> Untaken() =>
        from p in procedure.Whole()
        from step in p.Steps.Values
        where !taken.Contains((p.Id, step.Id))
        let why = refused.GetValueOrDefault((p.Id, step.Id))
        select new Defect($"步骤“{step.Id}”永远办不成{(why is null ? "。" : $"：{why}")}", [.. p == procedure ? Array.Empty<string>() : ["children", p.Id], "steps", step.Id]);

    private IEnumerable<Defect> Limits() =>
        from p in procedure.Whole()
        from limit in p.Limits.Values
        let begins = started.Contains((p.Id, limit.Id))
        where !begins || !limit.Until.Any(act => Happens(p, act))
        select new Defect($"期限“{limit.Id}”永远{(begins ? "停不下来" : "不会起算")}。", ["limits", limit.Id]);

    private bool Happens(Procedure p, string act) => act.Split('.') is [var part, var step]
        ? p.Children.Values.Any(c => (c.Id == part || c.Parts.ContainsKey(part)) && taken.Contains((c.Id, step)))
        : taken.Contains((p.Id, act));
}
