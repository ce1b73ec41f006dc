using System.Xml;

namespace Renda.Statutes.Akn;

/// <summary>What an element is to the text.</summary>
internal enum AknKind
{
    /// <summary>It only holds others.</summary>
    Other,

    /// <summary>A line, or what begins with one.</summary>
    Node,

    /// <summary>The number or the words of what holds it.</summary>
    Words,

    /// <summary>A row of a table.</summary>
    Row,

    /// <summary>A cell of a row.</summary>
    Cell,
}

/// <summary>Tells elements apart.</summary>
internal static class AknKinds
{
    private static readonly HashSet<string> Hierarchy = new(StringComparer.Ordinal)
    {
        "alinea", "article", "attachment", "book", "chapter", "clause", "division", "hcontainer", "indent", "level", "paragraph", "part", "point", "proviso", "rule", "section", "subchapter",
        "subclause", "subdivision", "subparagraph", "subpart", "subrule", "subsection", "subtitle", "title", "tome", "transitional", "item", "blockContainer", "crossHeading",
    };

    public static bool IsHierarchy(string name) => Hierarchy.Contains(name);

    /// <summary>A paragraph is the words of what holds it, or a line of its own where that has its words already.</summary>
    public static AknKind Of(XmlReader xml, AknLines lines) => xml.LocalName switch
    {
        _ when !xml.NamespaceURI.StartsWith(AkomaNtoso.Namespace, StringComparison.Ordinal) => AknKind.Other,
        "num" or "heading" or "subheading" => AknKind.Words,
        "p" or "block" or "tocItem" or "listIntroduction" or "listWrapUp" => lines.TakesWords && xml.LocalName == "p" && xml.GetAttribute("class") is null ? AknKind.Words : AknKind.Node,
        "tr" => AknKind.Row,
        "td" or "th" => AknKind.Cell,
        var name when Hierarchy.Contains(name) => AknKind.Node,
        _ => AknKind.Other,
    };
}
