namespace Renda.Procedures;

/// <summary>
/// Walks every state a procedure can get into, guards and parallel work included, and finds steps that can never be taken,
/// states nothing ends, and limits that never start or stop.
/// </summary>
/// <remarks>
/// Two states are the same when no condition can tell them apart (<see cref="StateKeys"/>). Bounds: two open children of a kind
/// and part, one where two would be more than <see cref="FewStates"/> states; at most <see cref="MostStates"/> states.
/// Time always can go on: a minimum period ends, a window closes.
/// </remarks>
internal sealed partial class Exploration
{
    public const int FewStates = 400;
    public const int MostStates = 5000;

    private static readonly WorkCalendar Weekends = WorkCalendar.Parse("");
    private static readonly DateOnly Start = new(2020, 1, 6);

    private readonly Procedure procedure;
    private readonly int children;
    private readonly Dictionary<Procedure, ProcedurePlan> plans;
    private readonly StateKeys keys;
    private readonly StateGraph states = new();
    private readonly Dictionary<(int Number, StepPlan Step), IReadOnlyList<MatterState>> alone = [];

    private Exploration(Procedure procedure, Dictionary<Procedure, ProcedurePlan> plans, int children)
    {
        (this.procedure, this.plans, this.children) = (procedure, plans, children);
        keys = new StateKeys(procedure, plans);
    }

    /// <summary>Walks a procedure that has no other defects.</summary>
    public static (int States, IReadOnlyList<Defect> Defects) Of(Procedure procedure)
    {
        if (Entangled(procedure).ToList() is { Count: > 0 } entangled)
        {
            return (0, entangled);
        }

        // Procedures are records: told apart by what they are, not by all they hold.
        var each = procedure.Whole().ToDictionary(p => p, p => new ProcedurePlan(procedure, p), (IEqualityComparer<Procedure>)ReferenceEqualityComparer.Instance);
        var exploration = Walked(1, MostStates);
        if (exploration.states.Count < FewStates && Walked(2, FewStates) is var wider && wider.states.Count < FewStates)
        {
            exploration = wider;
        }

        return (exploration.states.Count, [.. exploration.Defects()]);

        Exploration Walked(int children, int most)
        {
            var walked = new Exploration(procedure, each, children);
            walked.Walk(most);
            return walked;
        }
    }

    private void Walk(int most)
    {
        var queue = new Queue<Node>();
        queue.Enqueue(new Node(Course.Of(procedure), StateGraph.First, [0]));
        while (queue.TryDequeue(out var at) && states.Count < most)
        {
            foreach (var (next, member, step) in Moves(at))
            {
                var members = keys.Number(next, at.Course, at.Members);
                var (state, fresh) = states.Lead(at.State, keys.Key(members));
                var to = new Node(next, state, members);
                Note(at, to, member, step);
                if (fresh)
                {
                    states.Tell(state, member == Course.Whole ? step.Title : $"{at.Course.Children[member].Title}：{step.Title}", next.Ended);
                }

                if (fresh && !next.Ended)
                {
                    queue.Enqueue(to);
                }
            }
        }
    }

    private IEnumerable<(Course Next, int Member, Step Step)> Moves(Node at)
    {
        var today = Today(at.Course);
        for (var member = Course.Whole; member < at.Course.Children.Count; member++)
        {
            foreach (var step in plans[at.Course.ProcedureOf(member)].Open(at.Course.State(member).Stage))
            {
                foreach (var next in step.Alone ? Alone(at, member, step, today) : Moves(at, member, step, today))
                {
                    yield return (next, member, step.Step);
                }
            }
        }
    }

    // What stays within a member is the same whatever the others are at: it is tried once and remembered.
    private IEnumerable<Course> Alone(Node at, int member, StepPlan step, DateOnly today)
    {
        var place = (at.Members[member == Course.Whole ? ^1 : member], step);
        if (!alone.TryGetValue(place, out var known))
        {
            alone[place] = known = [.. Moves(at, member, step, today).Select(n => member == Course.Whole ? n.Root : n.Children[member].State)];
        }

        return known.Select(state => at.Course.With(member, state));
    }

    private IEnumerable<Course> Moves(Node at, int member, StepPlan step, DateOnly today) =>
        step.Days(at.Course.State(member), today).SelectMany(on => Moved(at, member, step, on));

    private IEnumerable<Course> Moved(Node at, int member, StepPlan step, DateOnly on)
    {
        foreach (var circumstances in step.Circumstances(at.Course.State(member), on))
        {
            foreach (var given in step.Given(circumstances, on))
            {
                var decision = at.Course.ProcedureOf(member).Decide(circumstances, step.Step, on, given);
                if (decision is Decision.Moved moved)
                {
                    if ((member != Course.Whole || step.Step.Carries.Count > 0 || Small(at.Course, moved.Opens)) && at.Course.Follow(member, moved, null, on, Weekends) is var next && Small(next, []))
                    {
                        yield return next;
                    }

                    continue;
                }

                refused.TryAdd((at.Course.ProcedureOf(member).Id, step.Step.Id), (((Decision.Refused)decision).Reasons[0].Sentence, at.State));
                if (step.Closed(circumstances, on))
                {
                    break;
                }
            }
        }
    }

    // Each act a day after another, and none before one already taken.
    private static DateOnly Today(Course course)
    {
        var last = course.Children.Select(c => c.State).Append(course.Root).SelectMany(s => s.Acts.TakeLast(1)).Select(a => a.On).DefaultIfEmpty(Start).Max();
        return last > Start.AddDays(course.Taken) ? last : Start.AddDays(course.Taken);
    }

    private bool Small(Course course, IReadOnlyList<ChildToOpen> opened) => course.Children.Count + opened.Count <= children ||
        course.Children.Where(c => !c.Ended).Select(c => (c.Procedure.Id, c.State.Part)).Concat(opened.Select(o => (o.Child, o.Part))).GroupBy(c => c).All(g => g.Count() <= children);

    /// <param name="Members">The numbers of the children and, last, of the whole.</param>
    private sealed record Node(Course Course, int State, int[] Members);
}
