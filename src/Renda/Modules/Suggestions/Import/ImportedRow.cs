namespace Renda.Modules.Suggestions.Import;

/// <summary>One suggestion as the register has it, names not yet looked up.</summary>
internal sealed record ImportedRow(
    int Row, string Number, string Title, string Body, string Lead, IReadOnlyList<string> Cosigners,
    string LeadUnit, IReadOnlyList<string> Assisting, DateOnly? Submitted, DateOnly? Assigned, string Extra)
{
    /// <summary>The day its clocks start on.</summary>
    public DateOnly? On => Assigned ?? Submitted;
}
