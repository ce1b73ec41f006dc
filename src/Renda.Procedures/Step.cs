namespace Renda.Procedures;

/// <summary>An act: from which stages, by whom, what it asks, what must hold, and where it leads.</summary>
public sealed record Step
{
    /// <summary>The step's name in files and records.</summary>
    public required string Id { get; init; }

    /// <summary>The name people know it by.</summary>
    public required string Title { get; init; }

    /// <summary>Stages it can be taken in; empty for a step that begins a matter.</summary>
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>Where it leads: the first case that holds. Empty keeps the stage.</summary>
    public required IReadOnlyList<Destination> To { get; init; }

    /// <summary>Roles that may take it.</summary>
    public required IReadOnlyList<string> By { get; init; }

    /// <summary>What it asks, in the order shown.</summary>
    public required IReadOnlyList<Field> Asks { get; init; }

    /// <summary>What must hold besides stage and role.</summary>
    public required IReadOnlyList<Need> Needs { get; init; }

    /// <summary>Children it opens.</summary>
    public required IReadOnlyList<Opening> Opens { get; init; }

    /// <summary>Steps it takes on the children that are still open.</summary>
    public required IReadOnlyList<Carry> Carries { get; init; }

    /// <summary>Roles that do not see this act until the matter ends.</summary>
    public required IReadOnlyList<string> HiddenFrom { get; init; }

    /// <summary>The article it rests on.</summary>
    public required Basis Basis { get; init; }

    /// <summary>What the person should know before acting; or null.</summary>
    public string? Hint { get; init; }

    /// <summary>True when taking it ends somebody's work and asks for a second look.</summary>
    public bool Grave { get; init; }

    /// <summary>True when it begins a matter.</summary>
    public bool Begins => From.Count == 0;
}

/// <summary>One possible destination of a step. <paramref name="When"/> null always holds.</summary>
public sealed record Destination(string Stage, Condition? When);

/// <summary>A condition with the sentence shown when it fails.</summary>
public sealed record Need(Condition Condition, string Says, string? Remedy, Basis? Basis);

/// <summary>A child opened for each unit named in field <paramref name="Each"/>; as a sibling when the step is a child's own.</summary>
public sealed record Opening(string Child, string Part, string Each)
{
    /// <summary>The part of the child that opens its sibling.</summary>
    public const string SamePart = "same";
}

/// <summary>A step taken on every open child of a kind.</summary>
public sealed record Carry(string Child, string Step, string? Part);
