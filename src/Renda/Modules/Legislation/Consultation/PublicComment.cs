namespace Renda.Modules.Legislation.Consultation;

/// <summary>How a comment came.</summary>
internal enum CommentSource
{
    Web, Letter, Mail, Phone, Forum, Station, Other,
}

/// <summary>What became of a comment.</summary>
internal enum CommentResult
{
    Adopted, Partly, NotAdopted, Explained, Irrelevant,
}

/// <summary>A comment on a published draft. What it says is never altered; only its group and what became of it are set later.</summary>
internal sealed class PublicComment
{
    public required int Congress { get; init; }

    public required Guid Id { get; init; }

    public required Guid MatterId { get; init; }

    /// <summary>See <see cref="ConsultationRound.Round"/>.</summary>
    public required int Round { get; init; }

    /// <summary>The place among the articles, from 1; 0 for the draft as a whole.</summary>
    public required int Place { get; init; }

    /// <summary>The article's name in the page (art-10); empty for the whole.</summary>
    public required string Anchor { get; init; }

    /// <summary>The article as printed (第十条); empty for the whole.</summary>
    public required string Article { get; init; }

    public required string Text { get; init; }

    public required CommentSource Source { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The day in China it came, on paper the day it reached the office.</summary>
    public required DateOnly On { get; init; }

    /// <summary>By which it is taken in once, however often it is sent.</summary>
    public required Guid Key { get; init; }

    /// <summary>A hash of the receipt code; null for what the office registered.</summary>
    public string? Receipt { get; init; }

    /// <summary>A hash of its words, the same for comments that say the same in the same words.</summary>
    public required string Wording { get; init; }

    /// <summary>The letter itself, or the list it was registered from.</summary>
    public Guid? PaperId { get; init; }

    /// <summary>Why it may be spam, for the office to look at; it is treated as any other all the same.</summary>
    public string? Doubt { get; init; }

    public required Guid GroupId { get; set; }

    public Guid? DispositionId { get; set; }

    public CommentResult? Result { get; set; }
}

/// <summary>Who commented and how they can be reached, as far as they said so. In no record, no list and no export; erased in time.</summary>
internal sealed class CommentSender
{
    public required int Congress { get; init; }

    public required Guid CommentId { get; init; }

    public required Guid MatterId { get; init; }

    public string? Name { get; init; }

    public string? Reach { get; init; }

    /// <summary>The first day it is no longer kept; null while comments are taken in.</summary>
    public DateOnly? EraseOn { get; set; }
}
