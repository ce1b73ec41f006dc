namespace Renda.Platform.Notices;

/// <summary>Somebody is told that a matter is due, late or urged. One for each recipient of a call: the key keeps it from being made twice.</summary>
internal sealed class Notice
{
    public const int LongestText = 300;

    public required int Congress { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PersonId { get; init; }

    /// <summary>The unit by whose post the person is told; null for a person of their own.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>The matter or the part of it that is due.</summary>
    public required Guid MatterId { get; init; }

    /// <summary>The whole it belongs to, whose page it opens.</summary>
    public required Guid RootId { get; init; }

    /// <summary>What called: a clock, or an act.</summary>
    public required Guid SourceId { get; init; }

    /// <summary>Which call of the ladder.</summary>
    public required string Rung { get; init; }

    public required string Title { get; init; }

    /// <summary>The sentence. It says nothing of the matter but the limit: whether the title may be shown is asked each time.</summary>
    public required string Text { get; init; }

    public DateOnly? DueOn { get; init; }

    public required DateTime At { get; init; }

    public DateTime? ReadAt { get; set; }

    /// <summary>Goes into the person's next mail.</summary>
    public bool MailDue { get; set; }

    /// <summary>The mail it went into.</summary>
    public Guid? MailId { get; set; }

    /// <summary>The message to the unit's group it went into.</summary>
    public Guid? PostId { get; set; }
}
