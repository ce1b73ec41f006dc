namespace Renda.Procedures;

/// <summary>A matter and the parallel work below it, carried along without a database. Immutable.</summary>
/// <param name="Taken">How many acts were taken.</param>
public sealed record Course(Procedure Procedure, MatterState Root, IReadOnlyList<CourseChild> Children, int Taken)
{
    /// <summary>A matter that has not begun.</summary>
    public static Course Of(Procedure procedure) => new(procedure, MatterState.None, [], 0);

    /// <summary>The root's own place; children follow by their index.</summary>
    public const int Whole = -1;

    /// <summary>True when nothing follows.</summary>
    public bool Ended => Root.Stage is { } stage && Procedure.Stage(stage).End;

    /// <summary>The procedure of a member.</summary>
    public Procedure ProcedureOf(int member) => member == Whole ? Procedure : Children[member].Procedure;

    /// <summary>The state of a member, as its steps are decided on.</summary>
    public MatterState State(int member) => member == Whole
        ? Children.Count == 0 ? Root : Root with { Children = [.. Children.Select(c => c.Seen)] }
        : Children[member].State;

    /// <summary>The course after an act that changed one member and nothing else.</summary>
    internal Course With(int member, MatterState state)
    {
        if (member == Whole)
        {
            return this with { Root = state, Taken = Taken + 1 };
        }

        CourseChild[] children = [.. Children];
        children[member] = children[member] with { State = state };
        return this with { Children = children, Taken = Taken + 1 };
    }

    /// <summary>Takes a step; where it is refused the course stays as it is.</summary>
    /// <param name="given">Tidy: as <see cref="Answers"/> fills it in.</param>
    /// <param name="before">The state to decide by, where it differs from the member's own (clocks moved on, matters elsewhere).</param>
    public (Course Next, Decision Decision) Take(int member, Step step, string? actor, DateOnly on, Particulars given, WorkCalendar calendar, MatterState? before = null)
    {
        var decision = ProcedureOf(member).Decide(before ?? State(member), step, on, given);
        return (decision is Decision.Moved moved ? Follow(member, moved, actor, on, calendar) : this, decision);
    }

    /// <summary>The course after an act that was decided on, with all that follows from it.</summary>
    internal Course Follow(int member, Decision.Moved moved, string? actor, DateOnly on, WorkCalendar calendar)
    {
        var next = Write(member, State(member), moved, actor, on, calendar);
        foreach (var open in moved.Opens)
        {
            next = next.Open(open, on, calendar);
        }

        foreach (var (child, carried) in member == Whole && moved.Step.Carries.Count > 0 ? next.Carried(moved.Step).ToList() : [])
        {
            var its = next.ProcedureOf(child);
            if (its.Decide(next.State(child), its.Steps[carried], on, Particulars.Empty) is Decision.Moved follows)
            {
                next = next.Write(child, next.State(child), follows, actor, on, calendar);
            }
        }

        return next;
    }

    private Course Write(int member, MatterState before, Decision.Moved moved, string? actor, DateOnly on, WorkCalendar calendar)
    {
        var procedure = ProcedureOf(member);
        var after = before with
        {
            Stage = moved.To,
            Children = [],
            Acts = [.. before.Acts, new PastAct(Taken + 1, moved.Step.Id, on, moved.Given, actor)],
            Parties = Joined(before.Parties, moved),
            Clocks = Clocks.After(procedure, before, moved.Step.Id, moved.To, moved.Given, on, calendar),
        };
        if (member == Whole)
        {
            return this with { Root = after, Taken = Taken + 1 };
        }

        var heard = Clocks.After(Procedure, State(Whole), $"{before.Part ?? procedure.Id}.{moved.Step.Id}", Root.Stage!, moved.Given, on, calendar);
        return With(member, after) with { Root = Heard(heard, Joined(Root.Parties, moved)) };
    }

    private MatterState Heard(IReadOnlyList<Clock> clocks, IReadOnlySet<string> parties) =>
        clocks == Root.Clocks && parties == Root.Parties ? Root : Root with { Clocks = clocks, Parties = parties };

    private Course Open(ChildToOpen open, DateOnly on, WorkCalendar calendar)
    {
        var procedure = Procedure.Children[open.Child];
        var begin = procedure.Steps.Values.Single(s => s.Begins);
        var none = MatterState.None with { Part = open.Part };
        var child = new CourseChild(procedure, none, open.Title ?? open.For ?? procedure.Title);
        var widened = this with { Children = [.. Children, child] };
        var moved = (Decision.Moved)procedure.Decide(MatterState.None, begin, on, Asking.Tidy(begin, open.Given));
        var next = widened.Write(Children.Count, none, moved, null, on, calendar);
        return procedure.Party is { } party ? next with { Root = next.Root with { Parties = next.Root.Parties.Append(party).ToHashSet() } } : next;
    }

    private IEnumerable<(int Child, string Step)> Carried(Step step) =>
        from carry in step.Carries
        from child in Enumerable.Range(0, Children.Count)
        let one = Children[child]
        where one.Procedure.Id == carry.Child && (carry.Part is null || one.State.Part == carry.Part) && !one.Ended
        select (child, carry.Step);

    private static IReadOnlySet<string> Joined(IReadOnlySet<string> parties, Decision.Moved moved)
    {
        List<string> joined = [];
        foreach (var field in moved.Step.Asks)
        {
            if (field.Party is { } party && moved.Given[field.Id].Count > 0)
            {
                joined.Add(party);
            }
        }

        if (moved.Step.As is { } mine)
        {
            joined.Add(mine);
        }

        return joined.TrueForAll(parties.Contains) ? parties : parties.Concat(joined).ToHashSet();
    }
}

/// <summary>A child on a course.</summary>
public sealed record CourseChild(Procedure Procedure, MatterState State, string Title)
{
    /// <summary>True when nothing follows.</summary>
    public bool Ended => Procedure.Stage(State.Stage!).End;

    /// <summary>The child as the guards of the whole see it.</summary>
    internal ChildState Seen => new(Procedure.Id, State.Part, State.Stage!, Title);
}
