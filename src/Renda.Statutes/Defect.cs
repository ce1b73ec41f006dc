namespace Renda.Statutes;

/// <summary>What may be wrong with a text. Nothing is repaired: a person decides.</summary>
public enum DefectKind
{
    /// <summary>A number is left out (第三条 after 第一条).</summary>
    Gap,

    /// <summary>A number stands twice.</summary>
    Duplicate,

    /// <summary>A number is smaller than the one before it.</summary>
    Backwards,

    /// <summary>A number too large to be one, or not readable as one.</summary>
    Number,

    /// <summary>A heading is missing: the contents have it and the text does not, or articles stand before the first chapter.</summary>
    LostHeading,

    /// <summary>A heading the contents do not have.</summary>
    NotInContents,

    /// <summary>A bracket or quotation mark without its other half.</summary>
    Bracket,

    /// <summary>A full-width bracket closed by a half-width one, or the reverse.</summary>
    Width,

    /// <summary>Space inside a printed number.</summary>
    Spacing,

    /// <summary>No space between an article's number and its words.</summary>
    NoSpace,

    /// <summary>An article, item or heading without words.</summary>
    Empty,

    /// <summary>No title.</summary>
    NoTitle,

    /// <summary>Bytes that are not UTF-8, or characters no text has.</summary>
    Character,

    /// <summary>Something Word shows that is not in the text read from its file: a picture, a note, hidden words.</summary>
    NotRead,

    /// <summary>More defects than are listed.</summary>
    More,
}

/// <summary>One thing that may be wrong.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Where">The printed number it is about, without space; empty where it has none.</param>
/// <param name="Message">A sentence for the clerk.</param>
public sealed record Defect(DefectKind Kind, int Line, string Where, string Message);
