namespace Renda.Modules.Contact.Visits;

/// <summary>A visit on record, for lists by person and period; the record is the truth.</summary>
internal sealed class Visit
{
    public required int Congress { get; init; }

    /// <summary>The part of the plan that stands for the visit.</summary>
    public required Guid MatterId { get; init; }

    public required Guid PlanId { get; init; }

    /// <summary>Who went.</summary>
    public required Guid PersonId { get; init; }

    public required DateOnly On { get; init; }

    public required string Way { get; init; }

    public required int People { get; init; }
}
