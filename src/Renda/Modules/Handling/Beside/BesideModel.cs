namespace Renda.Modules.Handling.Beside;

/// <summary>What is shown beside a unit's form.</summary>
internal sealed record BesideModel
{
    public required DateOnly Today { get; init; }

    public required Guid Suggestion { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<AssistingOpinion> Opinions { get; init; }

    /// <summary>The day the deputy was last heard in this round; null while nobody has recorded it.</summary>
    public DateOnly? Heard { get; init; }

    public bool CanContact { get; init; }

    /// <summary>The internal work whose signed draft filled the form.</summary>
    public Guid? Signed { get; init; }

    public Guid? Letter { get; init; }

    public string? Draft { get; init; }

    /// <summary>The field an opinion can be quoted into.</summary>
    public string? Field { get; init; }
}
