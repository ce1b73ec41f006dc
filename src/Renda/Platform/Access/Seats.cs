namespace Renda.Platform.Access;

/// <summary>A deputy as everybody may know them: what the roster makes public.</summary>
/// <param name="Term">第十四届.</param>
/// <param name="Elector">The place or body that elected them.</param>
internal sealed record Seat(int Congress, Guid Person, string Name, string Term, string Elector, string Delegation);

/// <summary>Who is a deputy, for modules that build on the roster without knowing it.</summary>
internal interface ISeats
{
    /// <summary>The seats held on a day by those who may act on it, by person.</summary>
    /// <param name="people">Of these alone; null for all.</param>
    Task<IReadOnlyDictionary<Guid, Seat>> OnAsync(int congress, DateOnly day, IReadOnlyCollection<Guid>? people = null);
}
