namespace Renda.Modules.Contact.Letters;

/// <summary>That an opinion came through a deputy's public page. What it says stands in the matter's first record.</summary>
internal sealed class Letter
{
    public required int Congress { get; init; }

    public required Guid MatterId { get; init; }

    /// <summary>Whose page it came through.</summary>
    public required Guid DeputyId { get; init; }

    public required DateTime ArrivedAt { get; init; }

    /// <summary>A hash of the receipt code; the code itself is with the sender alone.</summary>
    public required string Receipt { get; init; }

    /// <summary>A hash of what it says, by which the same text sent again is known.</summary>
    public required string Text { get; init; }

    /// <summary>Why it may be spam, for the office to look at; it is treated as any other all the same.</summary>
    public string? Doubt { get; init; }
}

/// <summary>Who wrote a letter and how they can be reached, as far as they said so. In no record, no index and no export; erased in time.</summary>
internal sealed class LetterSender
{
    public required int Congress { get; init; }

    public required Guid MatterId { get; init; }

    public string? Name { get; init; }

    /// <summary>A telephone number or an address.</summary>
    public string? Reach { get; init; }

    /// <summary>The first day it is no longer kept; null while the letter is in hand.</summary>
    public DateOnly? EraseOn { get; set; }
}
