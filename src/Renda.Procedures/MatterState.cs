namespace Renda.Procedures;

/// <summary>What a procedure needs to know of a matter to decide on a step.</summary>
public sealed record MatterState
{
    /// <summary>A matter that has not begun.</summary>
    public static readonly MatterState None = new() { Stage = null };

    /// <summary>Where it stands; null before its first step.</summary>
    public required string? Stage { get; init; }

    /// <summary>The stage the actor is shown where it is another one; refusals speak of this one.</summary>
    public string? Shown { get; init; }

    /// <summary>Who acts, as the records name people; null where nobody in particular does.</summary>
    public string? Actor { get; init; }

    /// <summary>The part of a child (主办, 协办); null otherwise.</summary>
    public string? Part { get; init; }

    /// <summary>What was done, oldest first.</summary>
    public IReadOnlyList<PastAct> Acts { get; init; } = [];

    /// <summary>Parallel work below it.</summary>
    public IReadOnlyList<ChildState> Children { get; init; } = [];

    /// <summary>Matters that name this one.</summary>
    public IReadOnlyList<ChildState> Linked { get; init; } = [];

    /// <summary>How often steps of the procedure were taken over all its matters, by step.</summary>
    public IReadOnlyDictionary<string, Tally> Tallies { get; init; } = new Dictionary<string, Tally>();

    /// <summary>The parts somebody plays in it.</summary>
    public IReadOnlySet<string> Parties { get; init; } = new HashSet<string>();

    /// <summary>Its clocks, running and stopped.</summary>
    public IReadOnlyList<Clock> Clocks { get; init; } = [];

    /// <summary>The latest act of a step, or null.</summary>
    public PastAct? Last(string step)
    {
        for (var i = Acts.Count - 1; i >= 0; i--)
        {
            if (Acts[i].Step == step)
            {
                return Acts[i];
            }
        }

        return null;
    }
}

/// <summary>An act on the record.</summary>
public sealed record PastAct(int Sequence, string Step, DateOnly On, Particulars Particulars, string? Actor = null);

/// <summary>How often a step was taken in a year and the year before.</summary>
public sealed record Tally(int ThisYear, int LastYear);

/// <summary>A child, or a matter that names this one, as guards see it.</summary>
public sealed record ChildState(string Procedure, string? Part, string Stage, string Title);

/// <summary>What was given with an act: values by field. A field not given has no values.</summary>
public sealed record Particulars(IReadOnlyDictionary<string, IReadOnlyList<string>> Values)
{
    /// <summary>Nothing given.</summary>
    public static readonly Particulars Empty = new(new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>The values of a field; empty when it was not given.</summary>
    public IReadOnlyList<string> this[string field] => Values.TryGetValue(field, out var v) ? v : [];

    /// <summary>The one value of a field, or null.</summary>
    public string? One(string field) => this[field] is [var first, ..] ? first : null;

    /// <summary>The value of a field as a date, or null.</summary>
    public DateOnly? Day(string field) => Day(this[field]);

    internal static DateOnly? Day(IReadOnlyList<string> values) =>
        values is [var one, ..] && DateOnly.TryParseExact(one, "yyyy-MM-dd", out var day) ? day : null;

    /// <summary>Builds particulars from single values.</summary>
    public static Particulars Of(params (string Field, string Value)[] values) =>
        new(values.GroupBy(v => v.Field).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(v => v.Value)]));
}
