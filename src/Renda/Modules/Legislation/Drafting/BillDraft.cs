namespace Renda.Modules.Legislation.Drafting;

/// <summary>The text of a regulation while it is worked on, the same from the first draft to the vote. What an act fixes stands in the versions.</summary>
internal sealed class BillDraft
{
    public required int Congress { get; init; }

    public required Guid MatterId { get; init; }

    public required string Text { get; set; }

    /// <summary>Grows with each change.</summary>
    public int Revision { get; set; }

    public required Guid SavedBy { get; set; }

    public required DateTime SavedAt { get; set; }

    /// <summary>The text it amends, as it was in force; null for what is new.</summary>
    public string? BaseText { get; set; }

    /// <summary>What that text is called.</summary>
    public string? BaseName { get; set; }
}

/// <summary>A change of a draft: who wrote what in place of what. Rows are added and never altered.</summary>
internal sealed class BillEdit
{
    public required int Congress { get; init; }

    public required Guid MatterId { get; init; }

    /// <summary>The revision it made.</summary>
    public required int Revision { get; init; }

    public required Guid PersonId { get; init; }

    public required DateTime At { get; init; }

    /// <summary>第十条, or 全文.</summary>
    public required string Place { get; init; }

    public required string Before { get; init; }

    public required string After { get; init; }
}
