namespace Renda.Platform.Matters;

/// <summary>A piece of work moving through a procedure. Rows are the state; records are the history.</summary>
internal sealed class Matter
{
    public required int Congress { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The procedure's id.</summary>
    public required string Procedure { get; init; }

    /// <summary>The version it began under and keeps.</summary>
    public required string Version { get; init; }

    /// <summary>The matter it is a child of.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The matter this one was divided from (分别办理). It goes its own way; who counts what was handed in counts the other alone.</summary>
    public Guid? OriginId { get; set; }

    /// <summary>The part of a child (主办, 协办).</summary>
    public string? Part { get; init; }

    public required string Title { get; set; }

    public string? Number { get; set; }

    public string? Subject { get; set; }

    public required string Stage { get; set; }

    /// <summary>The stage shown to those the latest acts are hidden from.</summary>
    public required string ShownStage { get; set; }

    /// <summary>Seen by its parties alone.</summary>
    public bool Private { get; set; }

    public bool Ended { get; set; }

    /// <summary>The day it was submitted or handed over; lists are in this order.</summary>
    public required DateOnly OpenedOn { get; set; }

    /// <summary>Whose it is: the lead deputy.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>The unit that answers for it.</summary>
    public Guid? UnitId { get; set; }

    /// <summary>The earliest running due date that can make somebody late.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>How many records it has; guards against two people acting at once.</summary>
    public int Revision { get; set; }

    /// <summary>The hash of its latest record.</summary>
    public string Head { get; set; } = "";
}

/// <summary>A limit running or stopped on a matter, as stored.</summary>
internal sealed class MatterClock
{
    public required int Congress { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid MatterId { get; init; }

    /// <summary>The matter's, so that the limits of a procedure are counted without reading its matters.</summary>
    public required string Procedure { get; init; }

    public required string Limit { get; init; }

    public required DateOnly StartedOn { get; init; }

    public required DateOnly Unrolled { get; set; }

    public required DateOnly Due { get; set; }

    public bool Provisional { get; set; }

    public bool Soft { get; init; }

    /// <summary>The steps of the count, a line each.</summary>
    public required string Derivation { get; set; }

    public DateOnly? StoppedOn { get; set; }

    public bool Replaced { get; set; }

    /// <summary>The day somebody is next to be reminded of it.</summary>
    public DateOnly RemindOn { get; set; } = DateOnly.MinValue;
}

/// <summary>A person or a unit with a part in a matter. Who may see and who may act both come from here.</summary>
internal sealed class Party
{
    public required int Congress { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid MatterId { get; init; }

    public required string Role { get; set; }

    public Guid? PersonId { get; init; }

    public Guid? UnitId { get; init; }
}

/// <summary>A matter named by another one; each shows on the other's page.</summary>
internal sealed class Link
{
    public required int Congress { get; init; }

    /// <summary>The matter that is named.</summary>
    public required Guid TargetId { get; init; }

    /// <summary>The matter whose act names it.</summary>
    public required Guid MatterId { get; init; }
}

/// <summary>Whom a matter waits for, with which step, by when. Rebuilt with each act; the to-do list reads it.</summary>
internal sealed class Waiting
{
    public required int Congress { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid MatterId { get; init; }

    public required string Step { get; init; }

    /// <summary>The role with its procedure (<c>suggestion.office</c>); the whole target when neither person nor unit is named.</summary>
    public required string Role { get; init; }

    /// <summary>The same name may be another role in another procedure.</summary>
    public static string RoleOf(string procedure, string role) => $"{procedure}.{role}";

    public Guid? PersonId { get; init; }

    public Guid? UnitId { get; init; }

    /// <summary>The due date; where the law sets none, the day it began to wait, so that what waits longest comes first.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary><see cref="DueOn"/> is a due date.</summary>
    public required bool Dated { get; init; }

    /// <summary>The day it is due, or else the day the whole is: all that waits for a unit in one order. <see cref="Undated"/> where there is neither.</summary>
    public required DateOnly AllDueOn { get; init; }

    /// <summary>After every due date there is.</summary>
    public static readonly DateOnly Undated = new(9999, 1, 1);
}

/// <summary>Numbers given out per year.</summary>
internal sealed class Counter
{
    public required int Congress { get; init; }

    public required string Name { get; init; }

    public int Value { get; set; }
}
