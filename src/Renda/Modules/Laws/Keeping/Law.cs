namespace Renda.Modules.Laws.Keeping;

/// <summary>A law of the library, made from the records of its matter so that it is listed by name, kind and day.</summary>
internal sealed class Law
{
    public required int Congress { get; init; }

    public required Guid MatterId { get; init; }

    public required string Title { get; set; }

    /// <summary>The title as others name it: <see cref="LawNames"/>.</summary>
    public required string Name { get; set; }

    /// <summary>One of the kinds of the procedure file.</summary>
    public required string Kind { get; init; }

    public DateOnly? PassedOn { get; init; }

    public DateOnly? PromulgatedOn { get; init; }

    /// <summary>The day its first text came into force; null while that is not known.</summary>
    public DateOnly? First { get; set; }

    /// <summary>The day its last text came into force, by which lists are ordered; <see cref="DateOnly.MinValue"/> where no day is known.</summary>
    public DateOnly Latest { get; set; }

    public DateOnly? RepealedOn { get; set; }

    public string? RepealedBy { get; set; }
}

/// <summary>A text of a law and when it was in force. The words lie in the fixed text of the same number.</summary>
internal sealed class LawVersion
{
    public required int Congress { get; init; }

    public required Guid MatterId { get; init; }

    public required int Number { get; init; }

    public required string Label { get; init; }

    /// <summary>Null where the day is not known.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The first day it was no longer in force.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>The text whose place it takes, since that was wrong.</summary>
    public int? Replaces { get; init; }

    /// <summary>The text that took its place.</summary>
    public int? ReplacedBy { get; set; }

    /// <summary>How many things may be wrong with it.</summary>
    public int Defects { get; init; }

    public bool IsInForce(DateOnly on) => ReplacedBy is null && From <= on && (Until is null || on < Until);
}

/// <summary>An article of a text, found by its words. It stays when the text is superseded.</summary>
internal sealed class LawArticle
{
    public required int Congress { get; init; }

    public required Guid MatterId { get; init; }

    public required int Version { get; init; }

    /// <summary>0, 1, 2 … in the text.</summary>
    public required int Order { get; init; }

    /// <summary>Ties it to its tokens; later ones are higher.</summary>
    public long Row { get; init; }

    /// <summary>The printed number: 第十条之一.</summary>
    public required string Label { get; init; }

    /// <summary>What it is pointed at by in a page.</summary>
    public required string Anchor { get; init; }

    /// <summary>The chapters it stands in, from the outermost.</summary>
    public required string Heading { get; init; }

    public required string Text { get; init; }
}

/// <summary>An article of a law of the library names another law, or a place of it.</summary>
internal sealed class LawReference
{
    public required int Congress { get; init; }

    public required Guid MatterId { get; init; }

    public required int Version { get; init; }

    public required int Number { get; init; }

    /// <summary>The article that names it.</summary>
    public required string Label { get; init; }

    public required string Anchor { get; init; }

    /// <summary>The law named: <see cref="LawNames"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The article named, by its anchor; empty where it names the law alone.</summary>
    public required string Target { get; init; }

    /// <summary>The words that name the place; empty where it names the law alone.</summary>
    public required string Words { get; init; }
}
