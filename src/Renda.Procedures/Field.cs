namespace Renda.Procedures;

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

    /// <summary>The smallest number, or how many people, units or papers at least.</summary>
    public int? Min { get; init; }

    /// <summary>The longest text in characters, the largest number, or how many people, units or papers at most.</summary>
    public int? Max { get; init; }

    /// <summary>The part those named have from then on, in place of who had it; or null.</summary>
    public string? Party { get; init; }

    /// <summary>For people: only holders of these posts; empty for anybody in post.</summary>
    public IReadOnlyList<string> Posts { get; init; } = [];

    /// <summary>For units: only those suggestions are handed to.</summary>
    public bool Handles { get; init; }

    /// <summary>For matters: the procedures they may be of.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>For matters: comes along from the one somebody comes from, and is not asked otherwise.</summary>
    public bool Carried { get; init; }

    /// <summary>For dates: <c>today</c> forbids the future, <c>after-today</c> forbids today and the past; else null.</summary>
    public string? Bound { get; init; }

    /// <summary>Help shown under the label.</summary>
    public string? Hint { get; init; }

    /// <summary>Takes more than one value.</summary>
    public bool Many => Type is FieldType.Persons or FieldType.Units or FieldType.Papers or FieldType.Matters;
}

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

    /// <summary>Another matter, by id.</summary>
    Matter,

    /// <summary>Several other matters, by id.</summary>
    Matters,

    /// <summary>Papers, by hash.</summary>
    Papers,

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    YesNo,
}
