namespace Renda.Modules.Legislation.Consultation;

/// <summary>A round of public consultation: a draft put before the public by one act and taken back by another (立法法 40).</summary>
internal sealed class ConsultationRound
{
    public required int Congress { get; init; }

    /// <summary>The regulation.</summary>
    public required Guid MatterId { get; init; }

    /// <summary>The record that published the draft: a regulation may be consulted on more than once.</summary>
    public required int Round { get; init; }

    public required string Title { get; init; }

    public required DateOnly PublishedOn { get; init; }

    /// <summary>The last day the public is heard.</summary>
    public required DateOnly UntilOn { get; init; }

    /// <summary>The number of the text fixed with it; null where the paper could not be read and the draft is commented on as a whole.</summary>
    public int? Text { get; init; }

    /// <summary>Null while comments are taken in; nothing comes in after.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>The day what became of the comments was told; what became of each is fixed from then on.</summary>
    public DateOnly? ToldOn { get; set; }

    /// <summary>What the public was told.</summary>
    public string? Told { get; set; }

    public bool IsOpen(DateOnly today) => ClosedOn is null && today >= PublishedOn && today <= UntilOn;
}
