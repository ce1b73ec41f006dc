namespace Renda.Procedures;

/// <summary>
/// Walks every state a procedure can get into, guards and parallel work included, and finds steps that can never be taken,
/// states nothing ends, and limits that never start or stop.
/// </summary>
/// <remarks>
/// Two states are the same when no condition can tell them apart: the stage, what conditions ask of past acts, the parts
/// somebody plays, the limits asked about, and the same of each child. Bounds: two open children of a kind and part, one where
/// two would be more than <see cref="FewStates"/> states; at most <see cref="MostStates"/> states. Time always can go on: a minimum period ends, a window closes.
/// </remarks>
internal sealed class Exploration
{
    public const int FewStates = 400;
    public const int MostStates = 5000;

    private static readonly WorkCalendar Weekends = WorkCalendar.Parse("");
    private static readonly DateOnly Start = new(2020, 1, 6);

    private readonly Procedure procedure;
    private readonly int children;
    // Procedures and steps are records: told apart by what they are, not by all they hold.
    private readonly Dictionary<Procedure, List<Condition>> asked = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Procedure, List<TimeLimit>> followed = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Step, Asked> steps = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<MatterState, string> keys = new(ReferenceEqualityComparer.Instance);
    private readonly List<Condition.ChildrenIn> awaited;
    private readonly Dictionary<string, (string? From, string Act)> reached = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> before = new(StringComparer.Ordinal);
    private readonly HashSet<(string Procedure, string Step)> taken = [];
    private readonly Dictionary<(string Procedure, string Step), string> refused = [];
    private readonly HashSet<string> ending = [];
    private readonly HashSet<(string Procedure, string Limit)> started = [];
    private readonly HashSet<string> endedChildren = [];

    private Exploration(Procedure procedure, int children)
    {
        (this.procedure, this.children) = (procedure, children);
        foreach (var p in procedure.Children.Values.Prepend(procedure))
        {
            asked[p] = [.. p.Conditions().Concat(p.Limits.Values.Select(l => l.When).OfType<Condition>().SelectMany(Condition.Parts)).Where(c => c is Condition.Taken or Condition.LastIs or Condition.NoParty).Distinct()];
            // Limits a guard asks about, and those another one takes the place of.
            followed[p] = [.. p.Limits.Values.Where(l => l.LeastTime || l.Window || p.Limits.Values.Any(x => x.Extends == l.Id))];
            foreach (var step in p.Steps.Values)
            {
                steps[step] = Asked.Of(p, step, procedure.Steps.Values.Any(s => s.Carries.Any(c => c.Child == p.Id && c.Step == step.Id)));
            }
        }

        awaited = [.. procedure.Conditions().OfType<Condition.ChildrenIn>()];
    }

    // What is asked of a step again and again. Carried: it comes along with a step of the whole, nobody takes it by itself.
    private sealed record Asked(
        IReadOnlyList<Func<Field, string?>> Variants, bool Carried, bool Independent, bool Timed, bool Compares, IReadOnlyList<string> Tallied, IReadOnlyList<Condition.LinkedIn> Linked)
    {
        /// <summary>Answers by variant, generosity and day, where nothing else makes them differ.</summary>
        public Dictionary<(int, bool, DateOnly), Particulars> Filled { get; } = [];

        public static Asked Of(Procedure p, Step step, bool carried)
        {
            var parts = step.Needs.Select(n => n.Condition).Concat(step.To.Select(d => d.When).OfType<Condition>()).SelectMany(Condition.Parts).ToList();
            return new Asked(
                Procedures.Variants.Of(p, step), carried, Answers.Independent(step), parts.Exists(c => c is Condition.Within or Condition.Complete),
                parts.Exists(c => c is Condition.Measure { Counts: false }), [.. parts.OfType<Condition.TallyWithin>().Select(t => t.Step).Distinct()], [.. parts.OfType<Condition.LinkedIn>()]);
        }
    }

    /// <summary>How many states were walked.</summary>
    public int States => reached.Count;

    /// <summary>Walks a procedure that has no other defects.</summary>
    public static (int States, IReadOnlyList<Defect> Defects) Of(Procedure procedure)
    {
        var exploration = new Exploration(procedure, children: 2);
        exploration.Walk(FewStates);
        if (exploration.States >= FewStates)
        {
            exploration = new Exploration(procedure, children: 1);
            exploration.Walk(MostStates);
        }

        return (exploration.States, [.. exploration.Defects()]);
    }

    private void Walk(int most)
    {
        var queue = new Queue<(Course Course, string Key)>();
        queue.Enqueue((Course.Of(procedure), ""));
        reached[""] = (null, "");
        while (queue.TryDequeue(out var at) && reached.Count < most)
        {
            foreach (var (next, act) in Moves(at.Course))
            {
                var key = Key(next);
                (before.TryGetValue(key, out var sources) ? sources : before[key] = []).Add(at.Key);
                if (reached.TryAdd(key, (at.Key, act)))
                {
                    if (next.Ended)
                    {
                        ending.Add(key);
                    }
                    else
                    {
                        queue.Enqueue((next, key));
                    }
                }
            }
        }
    }

    private IEnumerable<(Course Next, string Act)> Moves(Course course)
    {
        for (var member = Course.Whole; member < course.Children.Count; member++)
        {
            var p = course.ProcedureOf(member);
            var state = course.State(member);
            foreach (var step in p.Steps.Values.Where(s => state.Stage is null ? s.Begins && member == Course.Whole : s.From.Contains(state.Stage) && (member == Course.Whole || !steps[s].Carried)))
            {
                foreach (var next in Takes(course, member, step, state))
                {
                    yield return (next, member == Course.Whole ? step.Title : $"{course.Children[member].Title}：{step.Title}");
                }
            }
        }
    }

    private IEnumerable<Course> Takes(Course course, int member, Step step, MatterState state)
    {
        var p = course.ProcedureOf(member);
        var on = Start.AddDays(course.Taken);
        foreach (var circumstances in Circumstances(p, steps[step], state, on))
        {
            for (var variant = 0; variant < steps[step].Variants.Count; variant++)
            {
                foreach (var generous in steps[step].Compares ? new[] { true, false } : [true])
                {
                    var given = Fill(step, variant, generous, circumstances, on);
                    var (next, decision) = course.Take(member, step, null, on, given, Weekends, circumstances);
                    if (decision is Decision.Refused no)
                    {
                        refused.TryAdd((p.Id, step.Id), no.Reasons[0].Sentence);
                    }
                    else if (Small(next))
                    {
                        Note(p, step, course, next, member);
                        yield return next;
                    }
                }
            }
        }
    }

    private Particulars Fill(Step step, int variant, bool generous, MatterState matter, DateOnly on)
    {
        Particulars Fresh() => new Answers(PlainAnswers.Instance, steps[step].Variants[variant], generous).Fill(step, matter, on);

        return !steps[step].Independent ? Fresh()
            : steps[step].Filled.TryGetValue((variant, generous, on), out var known) ? known
            : steps[step].Filled[(variant, generous, on)] = Fresh();
    }

    // The same place early and late, with others of its kind few and many, with and without matters that name it.
    private static IEnumerable<MatterState> Circumstances(Procedure p, Asked step, MatterState state, DateOnly on)
    {
        if (!step.Timed && step.Tallied.Count == 0 && step.Linked.Count == 0)
        {
            yield return state;
            yield break;
        }

        foreach (var late in step.Timed ? new[] { false, true } : [false])
        {
            var clocks = state.Clocks.Select(c => c with { Due = late || (p.Limits.TryGetValue(c.Limit, out var l) && l.LeastTime) ? on.AddDays(-1) : on.AddDays(1) });
            foreach (var many in step.Tallied.Count > 0 ? new[] { false, true } : [false])
            {
                foreach (var named in step.Linked.Count > 0 ? new[] { true, false } : [false])
                {
                    yield return state with
                    {
                        Clocks = [.. clocks],
                        Tallies = many ? step.Tallied.ToDictionary(t => t, _ => new Tally(9, 9)) : state.Tallies,
                        Linked = named ? [.. step.Linked.Select(l => new ChildState(l.Procedure, null, l.Stages[0], l.Procedure))] : [],
                    };
                }
            }
        }
    }

    private bool Small(Course course) => course.Children.Count <= children ||
        course.Children.Where(c => !Over(c)).GroupBy(c => (c.Procedure.Id, c.State.Part)).All(g => g.Count() <= children);

    private bool Told(CourseChild child) => awaited.Exists(c =>
        c.Child == child.Procedure.Id && (c.Part is null || c.Part == child.State.Part) && (c.Some || !c.Stages.Contains(child.State.Stage!)));

    private static bool Over(CourseChild child) => child.Procedure.Stage(child.State.Stage!).End;

    private void Note(Procedure p, Step step, Course from, Course to, int member)
    {
        taken.Add((p.Id, step.Id));
        Clocked(procedure, from.Root.Clocks, to.Root.Clocks);
        if (member != Course.Whole)
        {
            Clocked(p, from.Children[member].State.Clocks, to.Children[member].State.Clocks);
        }

        foreach (var child in to.Children)
        {
            taken.Add((child.Procedure.Id, child.State.Acts[^1].Step));
            foreach (var clock in child.State.Clocks)
            {
                started.Add((child.Procedure.Id, clock.Limit));
            }

            if (child.Procedure.Stage(child.State.Stage!).End)
            {
                endedChildren.Add(child.Procedure.Id);
            }
        }
    }

    private void Clocked(Procedure p, IReadOnlyList<Clock> was, IReadOnlyList<Clock> now)
    {
        started.UnionWith(now.Skip(was.Count).Select(c => (p.Id, c.Limit)));
    }

    // A child that is over counts once for each way to end, and only where a guard can tell.
    private string Key(Course course) => string.Join(
        ';',
        [Key(procedure, course.Root),
        .. course.Children.Where(c => !Over(c)).Select(c => Key(c.Procedure, c.State)).Order(StringComparer.Ordinal),
        .. course.Children.Where(c => Over(c) && Told(c)).Select(c => $"{c.Procedure.Id}|{c.State.Part}|{c.State.Stage}").Distinct().Order(StringComparer.Ordinal)]);

    // What one member's act leaves alone keeps its key.
    private string Key(Procedure p, MatterState state) => keys.TryGetValue(state, out var known) ? known : keys[state] = string.Join(
        '|', p.Id, state.Part, state.Stage,
        string.Concat(asked[p].Select(c => c.Holds(state, Particulars.Empty, Start) ? '1' : '0')),
        string.Join(',', followed[p].Where(l => state.Clocks.Any(c => c.Limit == l.Id && (l.LeastTime || l.Window || c.Running))).Select(l => l.Id)));

    private IEnumerable<Defect> Defects()
    {
        if (reached.Count >= MostStates)
        {
            yield return new Defect($"走遍各种情况要超过 {MostStates} 种，请把程序拆小，或者减少互相牵连的条件。", []);
            yield break;
        }

        foreach (var (p, step, at) in AllSteps().Where(s => !taken.Contains((s.P.Id, s.Step.Id))))
        {
            yield return new Defect($"步骤“{step.Id}”永远办不成{(refused.TryGetValue((p.Id, step.Id), out var why) ? $"：{why}" : "。")}", [.. at, "steps", step.Id]);
        }

        if (Stuck() is { } path)
        {
            yield return new Defect($"有走不到结束的情况：{path}。", ["stages"]);
        }

        foreach (var child in procedure.Children.Values.Where(c => taken.Any(t => t.Procedure == c.Id) && !endedChildren.Contains(c.Id)))
        {
            yield return new Defect($"子程序“{child.Id}”永远结束不了。", ["children", child.Id]);
        }

        foreach (var (p, limit) in procedure.Children.Values.Prepend(procedure).SelectMany(p => p.Limits.Values.Select(l => (p, l))))
        {
            if (!started.Contains((p.Id, limit.Id)))
            {
                yield return new Defect($"期限“{limit.Id}”永远不会起算。", ["limits", limit.Id]);
            }
            else if (!limit.Until.Any(Happens(p)))
            {
                yield return new Defect($"期限“{limit.Id}”永远停不下来。", ["limits", limit.Id]);
            }
        }
    }

    private Func<string, bool> Happens(Procedure p) => act => act.Split('.') is [var part, var step]
        ? p.Children.Values.Any(c => (c.Id == part || c.Parts.ContainsKey(part)) && taken.Contains((c.Id, step)))
        : taken.Contains((p.Id, act));

    private IEnumerable<(Procedure P, Step Step, string[] At)> AllSteps() =>
        procedure.Children.Values.Select(c => (P: c, At: (string[])["children", c.Id])).Prepend((procedure, []))
            .SelectMany(x => x.P.Steps.Values.Select(s => (x.P, s, x.At)));

    // The way to a state that no end can be reached from, as a counterexample.
    private string? Stuck()
    {
        var safe = new HashSet<string>(ending);
        var queue = new Queue<string>(ending);
        while (queue.TryDequeue(out var key))
        {
            foreach (var source in before.GetValueOrDefault(key) ?? [])
            {
                if (safe.Add(source))
                {
                    queue.Enqueue(source);
                }
            }
        }

        return reached.Keys.FirstOrDefault(k => !safe.Contains(k)) is { } stuck ? Path(stuck) : null;
    }

    private string Path(string key)
    {
        List<string> acts = [];
        for (var at = key; reached[at] is { From: { } from } step; at = from)
        {
            acts.Insert(0, step.Act);
        }

        return acts.Count == 0 ? "一开始就走不下去" : string.Join(" → ", acts);
    }
}
