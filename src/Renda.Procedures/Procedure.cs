namespace Renda.Procedures;

/// <summary>One kind of work as the law lays it out: stages, the steps between them, who takes them and by when.</summary>
/// <remarks>Immutable. A running matter keeps the <see cref="Version"/> it began under.</remarks>
public sealed record Procedure
{
    /// <summary>The procedure's name in files, for example <c>suggestion</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name people know it by.</summary>
    public required string Title { get; init; }

    /// <summary>GB/T 2260 code, or <c>CN</c> for the national default.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>The first day this text applies.</summary>
    public required DateOnly InForce { get; init; }

    /// <summary>The statute its articles are cited from.</summary>
    public required string Law { get; init; }

    /// <summary>SHA-256 (lower-case hex) over the source texts this version was read from.</summary>
    public required string Version { get; init; }

    /// <summary>The files this version was read from, base first.</summary>
    public required IReadOnlyList<RuleFile> Sources { get; init; }

    /// <summary>A remark for readers, such as that a newer text exists which is not on file; or null.</summary>
    public string? Note { get; init; }

    /// <summary>The article by which lower levels follow this text, or null if none says so.</summary>
    public Basis? Below { get; init; }

    /// <summary>Lower levels may follow this text (可以参照) and need not.</summary>
    public bool BelowOptional { get; init; }

    /// <summary>Who takes part.</summary>
    public required IReadOnlyDictionary<string, Role> Roles { get; init; }

    /// <summary>The stages in the order they are drawn; the first is where a matter begins.</summary>
    public required IReadOnlyList<Stage> Stages { get; init; }

    /// <summary>The acts, by id.</summary>
    public required IReadOnlyDictionary<string, Step> Steps { get; init; }

    /// <summary>The time limits whose clocks run on a matter of this procedure.</summary>
    public required IReadOnlyDictionary<string, TimeLimit> Limits { get; init; }

    /// <summary>The parts a child can have (主办, 协办), by id; empty for a procedure that is not a child.</summary>
    public IReadOnlyDictionary<string, string> Parts { get; init; } = new Dictionary<string, string>();

    /// <summary>Procedures of the parallel work this one opens, by id.</summary>
    public IReadOnlyDictionary<string, Procedure> Children { get; init; } = new Dictionary<string, Procedure>();

    /// <summary>The stage with this id. Unknown ids are a defect of the caller.</summary>
    public Stage Stage(string id) => Stages.First(s => s.Id == id);

    /// <summary>Every limit of this procedure and of its children.</summary>
    public IEnumerable<TimeLimit> AllLimits() => Limits.Values.Concat(Children.Values.SelectMany(c => c.AllLimits()));
}

/// <summary>Who may act: a party to the matter, holders of posts, or holders of posts within a party's unit.</summary>
/// <param name="Party">The part a person or unit plays in the matter; null when any holder of <paramref name="Posts"/> may act.</param>
/// <param name="Posts">Posts that qualify; empty means any post within the party.</param>
public sealed record Role(string Id, string Title, string? Party, IReadOnlyList<string> Posts);

/// <summary>A state a matter rests in.</summary>
/// <param name="End">Nothing follows.</param>
/// <param name="Private">Seen by the parties alone, such as a draft.</param>
/// <param name="Awaits">Whom the matter waits for here, and with which step.</param>
/// <param name="ShownAs">What those a step was hidden from see instead; null shows the stage itself.</param>
public sealed record Stage(string Id, string Title, bool End, bool Private, IReadOnlyList<Awaited> Awaits, string? ShownAs);

/// <summary>A role a stage waits for and the step it waits with.</summary>
public sealed record Awaited(string Role, string Step);

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

/// <summary>What a field holds.</summary>
public enum FieldType
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>Running text.</summary>
    LongText,

    /// <summary>A legal date, yyyy-MM-dd.</summary>
    Date,

    /// <summary>A number, not negative.</summary>
    Number,

    /// <summary>One of the choices.</summary>
    Choice,

    /// <summary>A person, by id.</summary>
    Person,

    /// <summary>Several people, by id.</summary>
    Persons,

    /// <summary>A unit, by id.</summary>
    Unit,

    /// <summary>Several units, by id.</summary>
    Units,

    /// <summary>Papers, by hash.</summary>
    Papers,

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    YesNo,
}

/// <summary>Something a step asks.</summary>
public sealed record Field
{
    /// <summary>The field's name in files and records.</summary>
    public required string Id { get; init; }

    /// <summary>The label.</summary>
    public required string Title { get; init; }

    /// <summary>What it holds.</summary>
    public required FieldType Type { get; init; }

    /// <summary>Must be filled.</summary>
    public bool Required { get; init; }

    /// <summary>Must be filled when this holds.</summary>
    public Condition? RequiredWhen { get; init; }

    /// <summary>A yes-no that only moves on a yes.</summary>
    public bool MustBeYes { get; init; }

    /// <summary>Choices by id.</summary>
    public IReadOnlyDictionary<string, string> Choices { get; init; } = new Dictionary<string, string>();

    /// <summary>Longest text in characters.</summary>
    public int? Max { get; init; }

    /// <summary>For dates: <c>today</c> forbids the future, <c>after-today</c> forbids today and the past; else null.</summary>
    public string? Bound { get; init; }

    /// <summary>Help shown under the label.</summary>
    public string? Hint { get; init; }
}

/// <summary>How a rule is known.</summary>
public enum Provenance
{
    /// <summary>Read in the statute's own text.</summary>
    Read,

    /// <summary>Taken from a secondary source; check before relying on it.</summary>
    Secondary,

    /// <summary>Local practice for the office to confirm.</summary>
    Local,
}

/// <summary>The article a rule rests on.</summary>
public sealed record Basis(string Law, string Article, Provenance Provenance)
{
    /// <inheritdoc />
    public override string ToString() => Provenance switch
    {
        Provenance.Read => $"{Law}{Article}",
        Provenance.Secondary => $"{Law}{Article}（转引，待核对原文）",
        _ => $"{Article}（本机关做法，待确认）",
    };
}
