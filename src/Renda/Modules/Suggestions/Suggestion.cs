namespace Renda.Modules.Suggestions;

/// <summary>What a suggestion has besides its matter: the text as it stands.</summary>
internal sealed class Suggestion
{
    public required int Congress { get; init; }

    public required Guid MatterId { get; init; }

    public required string Body { get; set; }

    /// <summary>Other columns of an imported register, a line each.</summary>
    public string? Extra { get; set; }
}
