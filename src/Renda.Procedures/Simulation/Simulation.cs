namespace Renda.Procedures;

/// <summary>How the people of a simulated case act.</summary>
/// <param name="Pace">Fewer days than these pass from one act to the next.</param>
/// <param name="Wandering">After so many acts a case makes for its end, and what was done often is done less and less: no loop holds it for ever.
/// Null gives a long procedure its time: twice as many acts as it has stages.</param>
/// <param name="Most">How often a step nobody waits for is taken at most; null leaves it to chance.</param>
public sealed record Habits(int Pace = 6, int? Wandering = null, int? Most = null);

/// <summary>Random but plausible cases, taken through the engine itself. The same seed makes the same cases.</summary>
public sealed class Simulation
{
    private const int Memory = 8;
    private const int Longest = 300;
    private const int Shortest = 40;
    private const int Holders = 3;

    private readonly Procedure procedure;
    private readonly WorkCalendar calendar;
    private readonly IAnswerSource source;
    private readonly Random random;
    private readonly Dictionary<Procedure, Dictionary<string, int>> distances;
    private bool steady; // Most cases go their usual way; in the others anything may happen.

    /// <param name="seed">Makes the cases; the same seed makes the same.</param>
    public Simulation(Procedure procedure, WorkCalendar calendar, IAnswerSource source, int seed)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        (this.procedure, this.calendar, this.source) = (procedure, calendar, source);
        random = new Random(seed);
        distances = procedure.Whole().ToDictionary(p => p, Distances, (IEqualityComparer<Procedure>)ReferenceEqualityComparer.Instance);
    }

    /// <summary>A case from its first act to its end, or as far as it has come by a day.</summary>
    /// <param name="until">The last day something may be done; null goes on to the end.</param>
    /// <param name="habits">How those act whose work it is.</param>
    /// <returns>The acts, and the course they led to.</returns>
    /// <exception cref="InvalidOperationException">It does not come to an end: verification would have found the file defective.</exception>
    public (IReadOnlyList<SimulatedAct> Acts, Course End) Run(DateOnly from, DateOnly? until = null, Habits? habits = null)
    {
        habits ??= new Habits();
        steady = Roll(4) > 0;
        List<SimulatedAct> acts = [];
        var course = Course.Of(procedure);
        var on = calendar.RollForward(from);
        for (var idle = 0; !course.Ended && !(on > until);)
        {
            var ways = Ways(course, on, acts, habits).ToList();
            if (ways.Count > 0 && !ways.Exists(w => w.Awaited) && Roll(8) > 0 && Opening(course, on, ways) is { } opens)
            {
                on = opens; // What is waited for is only early.
            }
            else if (ways.Count == 0)
            {
                idle++;
                on = calendar.RollForward(Later(course, on, idle));
            }
            else
            {
                idle = 0;
                var (next, act) = Choose(ways, acts.Count);
                (course, acts) = (next, [.. acts, act]);
                on = calendar.RollForward(on.AddDays(Roll(habits.Pace)));
            }

            if (acts.Count > Longest || idle > Longest)
            {
                throw new InvalidOperationException($"A case of {procedure.Id} ({procedure.Jurisdiction}) stays in {course.Root.Stage}: {string.Join(" → ", acts.TakeLast(20).Select(a => a.Step.Id))}.");
            }
        }

        return (acts, course);
    }

    private IEnumerable<(Course Next, SimulatedAct Act, double Weight, bool Awaited)> Ways(Course course, DateOnly on, List<SimulatedAct> acts, Habits habits)
    {
        for (var member = Course.Whole; member < course.Children.Count; member++)
        {
            var p = course.ProcedureOf(member);
            var state = course.State(member);
            var here = state.Stage is { } at ? p.Stage(at) : null;
            foreach (var step in procedure.Open(p, state.Stage))
            {
                var again = acts.Where(a => a.Member == member).TakeLast(Memory).Count(a => a.Step == step);
                var awaited = here?.Awaits.Any(a => a.Step == step.Id) ?? true;
                var enough = !awaited && acts.Count(a => a.Member == member && a.Step == step) >= habits.Most;
                if (enough || (step.To.Count == 0 && again > 2 && acts.Count < Wandering(habits)) || Try(course, member, step, state, on) is not var (next, act))
                {
                    continue;
                }

                var weight = (awaited ? 8 : step.Grave || p.Stage(act.Stage).End ? (steady && member == Course.Whole ? 0.01 : 0.4) : 1) / (1 + again);
                var idle = !awaited && act.Stage == here?.Id;
                yield return (next, act, acts.Count < Wandering(habits) ? weight : (idle ? weight / 20 : weight) * Math.Pow(0.5, (2 * Left(next)) + acts.Count(a => a.Step == step)), awaited);
            }
        }
    }

    // The first day on which, a limit over, a step can be taken that is waited for here or waits for the limit.
    private DateOnly? Opening(Course course, DateOnly on, List<(Course Next, SimulatedAct Act, double Weight, bool Awaited)> ways)
    {
        List<DateOnly> days = [];
        for (var member = Course.Whole; member < course.Children.Count; member++)
        {
            var (p, state) = (course.ProcedureOf(member), course.State(member));
            var ends = state.Clocks.Where(c => c.Due >= on).Select(c => c.Due).Distinct().Order().ToList();
            var shut = procedure.Open(p, state.Stage).Where(s => !s.Grave && !ways.Exists(w => w.Act.Member == member && w.Act.Step == s) && Early(p, state, s, on)).ToList();
            days.AddRange(shut.SelectMany(step => ends.Select(due => calendar.RollForward(due.AddDays(1))).Where(day => Try(course, member, step, state, day) is not null).Take(1)));
        }

        return days.Count == 0 ? null : days.Min();
    }

    private static bool Early(Procedure p, MatterState state, Step step, DateOnly on) =>
        p.Stage(state.Stage!).Awaits.Any(a => a.Step == step.Id)
            ? state.Clocks.Any(c => c.Due >= on)
            : p.Limits.Values.Any(l => l.LeastTime && p.WaitingFor(l.Id).Contains(step) && state.Clocks.Any(c => c.Limit == l.Id && c.Due >= on));

    private int Wandering(Habits habits) => habits.Wandering ?? Math.Max(Shortest, 2 * procedure.Stages.Count);

    // A few tries at answers: the first that moves.
    private (Course Next, SimulatedAct Act)? Try(Course course, int member, Step step, MatterState state, DateOnly on)
    {
        for (var attempt = 0; attempt < 8; attempt++)
        {
            var actor = $"{step.By[Roll(step.By.Count)]}-{1 + Roll(Holders)}";
            var generous = attempt > 0 || Roll(4) > 0;
            var before = state with { Actor = actor, Linked = source.Naming(on) is { } known ? (member == Course.Whole ? known : []) : Roll(3) == 0 ? [] : [.. Linked(step).DistinctBy(l => l.Procedure)] };
            var given = new Answers(step, source).Fill(new Manner(Pick, generous, Weeks: Roll(3)), before, on);
            given = Past(course.ProcedureOf(member), step, attempt < 4 ? source.Dress(step, given) : given, on);
            var (next, decision) = course.Take(member, step, actor, on, given, calendar, before);
            if (decision is Decision.Moved moved)
            {
                return (next, new SimulatedAct(member, step, actor, on, moved.Given, moved.To, before.Linked));
            }
        }

        return null;
    }

    // The day an anniversary counts from, where it follows on nothing, lies so far back: nobody is born on the day of the act.
    private Particulars Past(Procedure p, Step step, Particulars given, DateOnly on)
    {
        var values = given.Values.ToDictionary();
        foreach (var limit in p.Limits.Values.Where(l => l.Kind == LimitKind.Anniversary && l.Unit == LimitUnit.Year))
        {
            if (limit.Dated.TryGetValue(step.Id, out var field) && given.Day(field) == on && step.Conditions().OfType<Condition.DayOrder>().All(o => o.Field != field))
            {
                values[field] = [on.AddYears(-limit.Amount).AddDays(-1 - Roll(100 * limit.Amount)).ToString("yyyy-MM-dd")];
            }
        }

        return new Particulars(values);
    }

    // Matters elsewhere that have come as far as the step asks.
    private IEnumerable<ChildState> Linked(Step step) =>
        from linked in step.Conditions().OfType<Condition.LinkedIn>()
        orderby Roll(9)
        select new ChildState(linked.Procedure, null, linked.Stages[Roll(linked.Stages.Count)], linked.Procedure);

    private string? Pick(Field field)
    {
        var choices = Variants.Choices(field);
        return field.Type is FieldType.Choice or FieldType.YesNo ? choices[steady && Roll(3) > 0 ? 0 : Roll(choices.Count)] // What is hoped for stands first.
            : field.Required || Roll(10) < 6 ? Variants.First(field) : null;
    }

    private (Course, SimulatedAct) Choose(List<(Course Next, SimulatedAct Act, double Weight, bool Awaited)> ways, int taken)
    {
        var at = Draw() * ways.Sum(w => w.Weight);
        foreach (var (next, act, weight, _) in ways)
        {
            at -= weight;
            if (at <= 0)
            {
                return (next, act);
            }
        }

        return (ways[^1].Next, ways[^1].Act);
    }

    // Nothing can be done yet: the next day something opens, else a month on.
    private static DateOnly Later(Course course, DateOnly on, int idle) =>
        course.Children.SelectMany(c => c.State.Clocks).Concat(course.Root.Clocks).Where(c => c.Due >= on).Select(c => c.Due.AddDays(1)).Order().FirstOrDefault() is { DayNumber: > 0 } opens && idle < 10
            ? opens
            : on.AddDays(30);

    // How far the whole and its parts are from their ends.
    private int Left(Course course) =>
        distances[procedure].GetValueOrDefault(course.Root.Stage!) + course.Children.Sum(c => distances[c.Procedure].GetValueOrDefault(c.State.Stage!));

    private static Dictionary<string, int> Distances(Procedure p)
    {
        var distance = p.Stages.Where(s => s.End).ToDictionary(s => s.Id, _ => 0);
        for (var far = 1; far <= p.Stages.Count; far++)
        {
            foreach (var step in p.Steps.Values.Where(s => s.To.Any(d => distance.GetValueOrDefault(d.Stage, int.MaxValue) == far - 1)))
            {
                step.From.ToList().ForEach(f => distance.TryAdd(f, far));
            }
        }

        return distance;
    }

#pragma warning disable CA5394 // Cases are to come again by their seed; nothing here is a secret.
    private int Roll(int sides) => random.Next(sides);

    private double Draw() => random.NextDouble();
#pragma warning restore CA5394
}
