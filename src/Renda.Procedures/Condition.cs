namespace Renda.Procedures;

/// <summary>Something that holds or does not hold of a matter and what was given.</summary>
public abstract partial record Condition
{
    /// <summary>Whether it holds.</summary>
    public abstract bool Holds(MatterState matter, Particulars given, DateOnly today);

    /// <summary>The condition and all it is made of.</summary>
    internal static IEnumerable<Condition> Parts(Condition condition) => (condition switch
    {
        Not not => [not.Other],
        All all => all.Conditions,
        Any any => any.Conditions,
        _ => (IReadOnlyList<Condition>)[],
    }).SelectMany(Parts).Prepend(condition);

    private static bool Among(IReadOnlyList<string> given, IReadOnlyList<string> values) =>
        values.Count == 0 ? given.Count > 0 : given is [var one] ? values.Contains(one) : given.Any(values.Contains);

    /// <summary>A field of the act at hand has one of these values, or any value when none are named.</summary>
    public sealed record FieldIs(string Field, IReadOnlyList<string> Values) : Condition
    {
        /// <inheritdoc />
        public override bool Holds(MatterState matter, Particulars given, DateOnly today) =>
            Among(given[Field], Values);
    }

    /// <summary>Two fields of the act share no value.</summary>
    public sealed record FieldsDiffer(string Field, string Other) : Condition
    {
        /// <inheritdoc />
        public override bool Holds(MatterState matter, Particulars given, DateOnly today) =>
            !given[Field].Intersect(given[Other]).Any();
    }

    /// <summary>The latest act of a step had one of these values, or any value when none are named.</summary>
    public sealed record LastIs(string Step, string Field, IReadOnlyList<string> Values) : Condition
    {
        /// <inheritdoc />
        public override bool Holds(MatterState matter, Particulars given, DateOnly today) =>
            matter.Last(Step) is { } act && Among(act.Particulars[Field], Values);
    }

    /// <summary>A step was taken, and if <paramref name="Since"/> is not empty, after the latest of those steps.</summary>
    public sealed record Taken(string Step, IReadOnlyList<string> Since) : Condition
    {
        /// <inheritdoc />
        public override bool Holds(MatterState matter, Particulars given, DateOnly today) =>
            matter.Last(Step) is { } act && (Since.Count == 0 || Since.All(s => matter.Last(s) is not { } mark || mark.Sequence < act.Sequence));
    }

    /// <summary>Nobody plays this part in the matter.</summary>
    public sealed record NoParty(string Party) : Condition
    {
        /// <inheritdoc />
        public override bool Holds(MatterState matter, Particulars given, DateOnly today) =>
            !matter.Parties.Contains(Party);
    }

    /// <summary>The matter is a child with this part.</summary>
    public sealed record PartIs(string Part) : Condition
    {
        /// <inheritdoc />
        public override bool Holds(MatterState matter, Particulars given, DateOnly today) => matter.Part == Part;
    }

    /// <summary>Every child of a kind (and part) is in one of these stages, and with <paramref name="Some"/> there is one.</summary>
    public sealed record ChildrenIn(string Child, string? Part, IReadOnlyList<string> Stages, bool Some) : Condition
    {
        /// <inheritdoc />
        public override bool Holds(MatterState matter, Particulars given, DateOnly today) =>
            matter.Children.All(c => !Meant(c) || Stages.Contains(c.Stage)) && (!Some || matter.Children.Any(Meant));

        /// <summary>The titles of the children that are elsewhere.</summary>
        public IReadOnlyList<string> Outside(MatterState matter) =>
        [
            .. matter.Children
                .Where(c => Meant(c) && !Stages.Contains(c.Stage))
                .Select(c => c.Title),
        ];

        private bool Meant(ChildState child) => child.Procedure == Child && (Part is null || child.Part == Part);
    }

    /// <summary>The latest clock of a limit has not passed its due date. A window once used does not open again.</summary>
    public sealed record Within(string Limit) : Condition
    {
        /// <inheritdoc />
        public override bool Holds(MatterState matter, Particulars given, DateOnly today) =>
            !(matter.Clocks.LastOrDefault(c => c.Limit == Limit)?.Due < today);
    }

    /// <summary>The other condition does not hold.</summary>
    public sealed record Not(Condition Other) : Condition
    {
        /// <inheritdoc />
        public override bool Holds(MatterState matter, Particulars given, DateOnly today) =>
            !Other.Holds(matter, given, today);
    }

    /// <summary>At least one of them holds.</summary>
    public sealed record Any(IReadOnlyList<Condition> Conditions) : Condition
    {
        /// <inheritdoc />
        public override bool Holds(MatterState matter, Particulars given, DateOnly today) =>
            Conditions.Any(c => c.Holds(matter, given, today));
    }

    /// <summary>All of them hold.</summary>
    public sealed record All(IReadOnlyList<Condition> Conditions) : Condition
    {
        /// <inheritdoc />
        public override bool Holds(MatterState matter, Particulars given, DateOnly today) =>
            Conditions.All(c => c.Holds(matter, given, today));
    }
}
