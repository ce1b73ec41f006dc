namespace Renda.Procedures;

/// <content>What the walk came by, and what it therefore did not.</content>
internal sealed partial class Exploration
{
    // All ways a child can end are one: nothing follows.
    private const int Over = 0;

    private readonly HashSet<(string Procedure, string Step)> taken = [];
    private readonly Dictionary<(string Procedure, string Step), (string Sentence, int State)> refused = [];
    private readonly Dictionary<(string Procedure, string Limit), HashSet<int>> running = [];
    private readonly ActGraph childGraph = new();
    private readonly Dictionary<int, (string Procedure, int State)> childStates = [];

    private void Note(Node from, Node to, int member, Step step)
    {
        if (member == Course.Whole)
        {
            taken.Add((procedure.Id, step.Id));
            states.Graph.Add(from.State, to.State, step.Id);
        }

        for (var i = from.Course.Root.Clocks.Count; i < to.Course.Root.Clocks.Count; i++)
        {
            Run((procedure.Id, to.Course.Root.Clocks[i].Limit), to.State);
        }

        for (var i = 0; i < to.Course.Children.Count; i++)
        {
            var old = i < from.Course.Children.Count;
            if (!old || !ReferenceEquals(to.Course.Children[i], from.Course.Children[i]))
            {
                Note(to.Course.Children[i], (old ? from.Members[i] : null, to.Members[i]), (from.State, to.State));
            }
        }
    }

    private void Note(CourseChild child, (int? From, int To) member, (int From, int To) whole)
    {
        var act = child.State.Acts[^1].Step;
        var now = child.Ended ? Over : member.To;
        taken.Add((child.Procedure.Id, act));
        states.Graph.Add(whole.From, whole.To, $"{child.State.Part ?? child.Procedure.Id}.{act}");
        if (member.From is { } before)
        {
            childGraph.Add(before, now, act);
        }

        if (!child.Ended)
        {
            childStates.TryAdd(now, (child.Procedure.Id, whole.To));
        }

        foreach (var clock in child.State.Clocks.Where(c => c.Running))
        {
            Run((child.Procedure.Id, clock.Limit), now);
        }
    }

    private void Run((string Procedure, string Limit) limit, int state)
    {
        if (!running.TryGetValue(limit, out var known))
        {
            running[limit] = known = [];
        }

        known.Add(state);
    }

    // Tried in some ways only, a step would be called impossible that is not, and a dead end would be passed by.
    private static IEnumerable<Defect> Entangled(Procedure procedure) =>
        from p in procedure.Whole()
        from step in p.Steps.Values
        let ways = Variants.Count(p, step)
        where ways > Variants.Most
        select new Defect($"步骤“{step.Id}”有条件问到的选项合起来有 {(ways < 1e9 ? $"{ways}" : "十亿多")} 种填法，最多能走遍 {Variants.Most} 种。请分成几步，或者减少条件问到的选项。", [.. Below(procedure, p), "steps", step.Id]);

    private static string[] Below(Procedure procedure, Procedure p) => p == procedure ? [] : ["children", p.Id];

    private IEnumerable<Defect> Defects() => states.Count >= MostStates
        ? [new Defect($"走遍各种情况要超过 {MostStates} 种，请把程序拆小，或者减少互相牵连的条件。", [])]
        :
        [
            .. Untaken(),
            .. states.Stuck() is { } path ? [new Defect($"有走不到结束的情况：{path}。", ["stages"])] : Array.Empty<Defect>(),
            .. procedure.Children.Keys.Select(Unending).OfType<Defect>(),
            .. Limits(),
        ];

    private IEnumerable<Defect> Untaken() =>
        from p in procedure.Whole()
        from step in p.Steps.Values
        where !taken.Contains((p.Id, step.Id))
        let why = refused.TryGetValue((p.Id, step.Id), out var no) ? $"：{no.Sentence}{(no.State == StateGraph.First ? "" : $"经过：{states.Path(no.State)}。")}" : "。"
        select new Defect($"步骤“{step.Id}”永远办不成{why}", [.. Below(procedure, p), "steps", step.Id]);

    // The end of the whole does not end what is still open below it, unless it carries it along.
    private Defect? Unending(string child)
    {
        var its = childStates.Where(s => s.Value.Procedure == child).Select(s => s.Key).ToList();
        return StateGraph.Worst(childGraph, its, [Over]) is { } worst
            ? new Defect($"子程序“{child}”有走不到结束的情况：{states.Path(childStates[worst].State)}。", ["children", child])
            : null;
    }

    private IEnumerable<Defect> Limits() =>
        from p in procedure.Whole()
        from limit in p.Limits.Values
        let starts = running.GetValueOrDefault((p.Id, limit.Id))
        where starts is null || !(p == procedure ? states.Graph : childGraph).Meets(starts, limit.Until.Contains)
        select new Defect($"期限“{limit.Id}”永远{(starts is null ? "不会起算" : "停不下来：它起算以后，until 所写的步骤都不会再办")}。", ["limits", limit.Id]);
}
