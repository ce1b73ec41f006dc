namespace Renda.Procedures;

/// <summary>In how many ways a step is tried: answers that make a difference, early and late, few and many of its kind.</summary>
internal sealed class StepPlan
{
    private static readonly bool[] Once = [false];
    private static readonly bool[] Both = [false, true];

    private readonly Procedure procedure;
    private readonly bool timed;
    private readonly IReadOnlyList<string> tallied;
    private readonly IReadOnlyList<Condition.LinkedIn> linked;
    private readonly List<Condition> closing;
    private readonly List<Condition.DayOrder> ordered;
    private readonly Answers answers;
    private readonly List<Manner> manners;
    // The answers of a day, or of any, where nothing else makes them differ.
    private (DateOnly Day, Particulars[]? Given) filled;

    public StepPlan(Procedure whole, Procedure procedure, Step step)
    {
        (this.procedure, Step) = (procedure, step);
        List<Condition> parts = [.. step.Conditions()];
        timed = parts.Exists(c => c is Condition.Within or Condition.Complete);
        tallied = [.. parts.OfType<Condition.TallyWithin>().Select(t => t.Step).Distinct()];
        linked = [.. parts.OfType<Condition.LinkedIn>()];
        closing = [.. step.Needs.Select(n => n.Condition).Where(c => !Condition.Parts(c).Any(OnGiven))];
        ordered = [.. parts.OfType<Condition.DayOrder>()];
        answers = new Answers(step, PlainAnswers.Instance);
        var compares = parts.Exists(c => c is Condition.Measure { Counts: false });
        Alone = step.Opens.Count == 0 && (procedure == whole ? !Asks(procedure, step) : !Tells(whole, step));
        manners = [.. from pick in Variants.Of(procedure, step) from mean in compares ? Both : Once select new Manner(pick, Generous: !mean)];
    }

    public Step Step { get; }

    /// <summary>It neither asks about other members of the family nor changes anything for them.</summary>
    public bool Alone { get; }

    /// <summary>The days it is tried on: that day, and those on which it is no longer too early after what was written in earlier acts.</summary>
    public IEnumerable<DateOnly> Days(MatterState state, DateOnly day) =>
        ordered.Count == 0 ? [day] : ordered.Select(o => o.Earliest(state, Particulars.Empty)).OfType<DateOnly>().Where(d => d > day).Distinct().Prepend(day);

    /// <summary>What is given with it.</summary>
    public Particulars[] Given(MatterState matter, DateOnly day) =>
        !answers.Independent ? Fill(matter, day)
        : filled.Given is { } known && (filled.Day == day || !answers.Dated) ? known
        : (filled = (day, Fill(matter, day))).Given!;

    /// <summary>Whether it is refused whatever is given.</summary>
    public bool Closed(MatterState matter, DateOnly day) => closing.Exists(c => !c.Holds(matter, Particulars.Empty, day));

    /// <summary>The same place early and late, with others of its kind few and many, with and without matters that name it.</summary>
    public IEnumerable<MatterState> Circumstances(MatterState state, DateOnly day) =>
        !timed && tallied.Count == 0 && linked.Count == 0 ? [state] :
        from late in timed ? Both : Once
        let clocks = Moved(state.Clocks, late, day)
        from many in tallied.Count > 0 ? Both : Once
        from alone in linked.Count > 0 ? Both : Once
        select state with
        {
            Clocks = clocks,
            Tallies = many ? tallied.ToDictionary(t => t, _ => new Tally(9, 9)) : state.Tallies,
            Linked = alone ? [] : [.. linked.Select(l => new ChildState(l.Procedure, null, l.Stages[0], l.Procedure))],
        };

    private Particulars[] Fill(MatterState matter, DateOnly day) => [.. manners.Select(m => answers.Fill(m, matter, day))];

    // The whole asks about its children, and carries them along.
    private static bool Asks(Procedure whole, Step step) => step.Carries.Count > 0 || step.Conditions()
        .Concat(whole.LimitConditions()).Concat(step.Asks.Select(a => a.RequiredWhen).OfType<Condition>().SelectMany(Condition.Parts)).Any(c => c is Condition.ChildrenIn);

    // A child gives people a part in the whole, and moves its limits.
    private static bool Tells(Procedure whole, Step step) => step.As is not null || step.Asks.Any(f => f.Party is not null)
        || whole.Limits.Values.SelectMany(l => l.From.Concat(l.Until)).Any(act => act.EndsWith($".{step.Id}", StringComparison.Ordinal));

    private static bool OnGiven(Condition condition) => Asking.DependsOnFields(condition) || condition is Condition.Complete { By: not null };

    private IReadOnlyList<Clock> Moved(IReadOnlyList<Clock> clocks, bool late, DateOnly day) =>
        [.. clocks.Select(c => c with { Due = late || (procedure.Limits.TryGetValue(c.Limit, out var l) && l.LeastTime) ? day.AddDays(-1) : day.AddDays(1) })];
}
