namespace Renda.Platform.Matters;

/// <summary>A line of a register as one person may see it.</summary>
internal sealed record RegisterRow
{
    public required Guid Id { get; init; }

    public string? Number { get; init; }

    public required string Title { get; init; }

    public string? Subject { get; init; }

    public required string Stage { get; init; }

    public required string Version { get; init; }

    public required DateOnly OpenedOn { get; init; }

    public DateOnly? DueOn { get; init; }

    public required bool Ended { get; init; }

    public string? Lead { get; init; }

    public string? Unit { get; init; }
}
