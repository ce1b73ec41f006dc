namespace Renda.Modules.Reports.Editing;

/// <summary>The text of a report while it is written. What is issued stands in the package and no longer here.</summary>
internal sealed class ReportDraft
{
    public required int Congress { get; init; }

    public required Guid MatterId { get; init; }

    public required string Text { get; set; }

    /// <summary>Grows with each save: who saves says which one they had in view.</summary>
    public int Revision { get; set; }

    public required Guid SavedBy { get; set; }

    public required DateTime SavedAt { get; set; }
}
