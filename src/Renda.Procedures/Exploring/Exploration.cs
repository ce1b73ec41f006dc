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
        var exploration = new Exploration(procedure, each, children: 2);
        exploration.Walk(FewStates);
        if (exploration.states.Count >= FewStates)
        {
            exploration = new Exploration(procedure, each, children: 1);
            exploration.Walk(MostStates);
        }

        return (exploration.states.Count, [.. exploration.Defects()]);
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
                foreach (var on in step.Days(at.Course.State(member), today))
                {
                    foreach (var next in Moves(at, member, step, on))
                    {
                        yield return (next, member, step.Step);
                    }
                }
            }
        }
    }

    private IEnumerable<Course> Moves(Node at, int member, StepPlan step, DateOnly on)
    {
        foreach (var circumstances in step.Circumstances(at.Course.State(member), on))
        {
            foreach (var given in step.Given(circumstances, on))
            {
                var (next, decision) = at.Course.Take(member, step.Step, null, on, given, Weekends, circumstances);
                if (decision is Decision.Refused no)
                {
                    refused.TryAdd((at.Course.ProcedureOf(member).Id, step.Step.Id), (no.Reasons[0].Sentence, at.State));
                    if (step.Closed(circumstances, on))
                    {
                        break;
                    }
                }
                else if (Small(next))
                {
                    yield return next;
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

    private bool Small(Course course) => course.Children.Count <= children ||
        course.Children.Where(c => !c.Ended).GroupBy(c => (c.Procedure.Id, c.State.Part)).All(g => g.Count() <= children);

    /// <param name="Members">The numbers of the children and, last, of the whole.</param>
    private sealed record Node(Course Course, int State, int[] Members);
}
