namespace Renda.Modules.Suggestions.Similar;

/// <summary>What stands below the form a suggestion is written in.</summary>
/// <param name="Lines">Null while nobody has looked yet.</param>
/// <param name="Except">The suggestion being written, where it is there already.</param>
internal sealed record SimilarPanel(IReadOnlyList<SimilarLine>? Lines, Guid? Except);
