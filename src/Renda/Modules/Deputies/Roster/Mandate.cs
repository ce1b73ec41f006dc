namespace Renda.Modules.Deputies.Roster;

/// <summary>A term of the congress (届): from the day its first session opens to the day before the next one's does (组织法第三十八条).</summary>
internal sealed class CongressTerm
{
    public required int Congress { get; init; }

    /// <summary>14 for 第十四届.</summary>
    public required int Number { get; init; }

    public required DateOnly From { get; set; }

    /// <summary>The last day; null until the next congress has a day.</summary>
    public DateOnly? To { get; set; }
}

/// <summary>A person's time as a deputy (代表资格) in one term.</summary>
internal sealed class Mandate
{
    public required int Congress { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PersonId { get; init; }

    public required int Term { get; set; }

    /// <summary>Who elected the deputy (原选举单位): a division code, or <see cref="ElectingUnits.Army"/>.</summary>
    public required string Elector { get; set; }

    public required Guid DelegationId { get; set; }

    public required DateOnly From { get; set; }

    public required Began Began { get; set; }

    /// <summary>The last day; null while it lasts.</summary>
    public DateOnly? To { get; set; }

    /// <summary>How it ended; given with <see cref="To"/>.</summary>
    public Ended? Ended { get; set; }

    public bool Covers(DateOnly day) => From <= day && (To is null || To >= day);
}

/// <summary>A time inside a mandate: a seat in the standing committee or in a committee, or a suspension.</summary>
internal sealed class MandatePeriod
{
    public required int Congress { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid MandateId { get; init; }

    public required PeriodKind Kind { get; init; }

    /// <summary>The committee; null for a suspension.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>What the deputy is there: 主任委员, 委员.</summary>
    public string? Office { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; set; }
}

/// <summary>A change of the roster. Append-only.</summary>
internal sealed class RosterEvent
{
    public required int Congress { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required DateTime At { get; init; }

    /// <summary>Who did it.</summary>
    public required Guid By { get; init; }

    /// <summary>Whom it is about; null for a term.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>What happened, a sentence.</summary>
    public required string What { get; init; }
}

/// <summary>How a mandate began.</summary>
internal enum Began
{
    Elected, ByElection,
}

/// <summary>How a mandate ended (代表法第六十二条; 组织法第三十八条).</summary>
internal enum Ended
{
    Resigned, Recalled, Died, MovedAway, Absent, Nationality, Rights, Incapable, TermOver,
}

/// <summary>What a time inside a mandate is.</summary>
internal enum PeriodKind
{
    /// <summary>常委会组成人员.</summary>
    Standing,

    /// <summary>专门委员会组成人员.</summary>
    Committee,

    /// <summary>暂时停止执行代表职务（代表法第六十一条）.</summary>
    Suspension,
}
