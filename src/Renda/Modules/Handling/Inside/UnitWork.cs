namespace Renda.Modules.Handling.Inside;

/// <summary>What a unit's internal work says of itself in lists: on which suggestion, who inside has it.</summary>
internal sealed class UnitWork
{
    public required int Congress { get; init; }

    /// <summary>The matter of the internal work.</summary>
    public required Guid MatterId { get; init; }

    public required Guid UnitId { get; init; }

    public required Guid SuggestionId { get; init; }

    /// <summary>What is drafted: one of <see cref="Tasks"/>.</summary>
    public required string Task { get; init; }

    public required string Department { get; set; }

    /// <summary>Who drafts it; null where the department alone is named.</summary>
    public Guid? PersonId { get; set; }

    public required string Stage { get; set; }

    /// <summary>Neither signed nor given up.</summary>
    public required bool Open { get; set; }
}

/// <summary>What is drafted, and the step of the suggestion it is for.</summary>
internal static class Tasks
{
    public const string Reply = "reply";
    public const string Opinion = "opinion";
    public const string Fulfil = "fulfil";

    /// <summary>Null where a step is answered with no draft.</summary>
    public static string? For(string step) => step switch
    {
        "reply" or "reply-again" => Reply,
        "opine" => Opinion,
        "fulfil" => Fulfil,
        _ => null,
    };
}
