namespace Renda.Modules.Legislation.Opinions;

/// <summary>What somebody said of a draft or of an article of it, and what was done about it.</summary>
internal sealed class BillOpinion
{
    public required int Congress { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid MatterId { get; init; }

    /// <summary>第十条; empty for the whole draft.</summary>
    public required string Place { get; init; }

    /// <summary>A key of <see cref="BillOpinions.Sources"/>.</summary>
    public required string Source { get; init; }

    /// <summary>Who said it, as the office names them.</summary>
    public required string Whose { get; init; }

    public required string Text { get; init; }

    /// <summary>Who entered it.</summary>
    public required Guid PersonId { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>What was done about an opinion. A later one takes the place of an earlier one, which stays.</summary>
internal sealed class OpinionOutcome
{
    public required int Congress { get; init; }

    public required Guid OpinionId { get; init; }

    public required int Number { get; init; }

    /// <summary>A key of <see cref="BillOpinions.Results"/>.</summary>
    public required string Result { get; init; }

    public required string Reason { get; init; }

    public required Guid PersonId { get; init; }

    public required DateTime At { get; init; }
}
