namespace Renda.Procedures;

/// <summary>A state a matter rests in.</summary>
/// <param name="End">Nothing follows.</param>
/// <param name="Private">Seen by the parties alone, such as a draft.</param>
/// <param name="Awaits">Whom the matter waits for here, and with which step.</param>
/// <param name="ShownAs">What those a step was hidden from see instead; null shows the stage itself.</param>
public sealed record Stage(string Id, string Title, bool End, bool Private, IReadOnlyList<Awaited> Awaits, string? ShownAs);

/// <summary>A role a stage waits for and the step it waits with.</summary>
public sealed record Awaited(string Role, string Step);

/// <summary>Who may act: a party to the matter, holders of posts, or holders of posts within a party's unit.</summary>
/// <param name="Party">The part a person or unit plays in the matter; null when any holder of <paramref name="Posts"/> may act.</param>
/// <param name="Posts">Posts that qualify; empty means any post within the party.</param>
/// <param name="Confined">Of the parallel work it sees its own alone.</param>
public sealed record Role(string Id, string Title, string? Party, IReadOnlyList<string> Posts, bool Confined);
