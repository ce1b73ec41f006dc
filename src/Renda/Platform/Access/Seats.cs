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

/// <summary>A term of the congress, for modules that build on the roster without knowing it.</summary>
/// <param name="To">The last day; null until the next congress has a day.</param>
internal sealed record Term(int Number, string Title, DateOnly From, DateOnly? To);

/// <summary>The terms there have been and the one there is.</summary>
internal interface ITerms
{
    /// <summary>The latest first.</summary>
    Task<IReadOnlyList<Term>> OfAsync(int congress);
}
