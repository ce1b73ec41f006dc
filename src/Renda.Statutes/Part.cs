using System.Runtime.InteropServices;

namespace Renda.Statutes;

/// <summary>What a stretch of a statute is (立法法 65: 编、章、节、条、款、项、目), and what stands around it.</summary>
public enum Part
{
    /// <summary>Blank lines before anything else.</summary>
    Lead,

    /// <summary>标题: the name of the statute. A text may have two: the code and its book.</summary>
    Title,

    /// <summary>题注: who made and amended it, and when.</summary>
    Caption,

    /// <summary>目录: the line that says so.</summary>
    Contents,

    /// <summary>A line of the 目录.</summary>
    ContentsEntry,

    /// <summary>序言 or the sentence before the first article or point.</summary>
    Preamble,

    /// <summary>编.</summary>
    Book,

    /// <summary>分编.</summary>
    Division,

    /// <summary>章; also 附则 and 总则 that stand without a number.</summary>
    Chapter,

    /// <summary>节.</summary>
    Section,

    /// <summary>一、二、 of a decision.</summary>
    Point,

    /// <summary>条, without its words: those are its first 款.</summary>
    Article,

    /// <summary>款.</summary>
    Paragraph,

    /// <summary>项: （一）.</summary>
    Item,

    /// <summary>目: 1.</summary>
    Subitem,

    /// <summary>A line of the text that a decision puts in the place of another.</summary>
    Quoted,

    /// <summary>A table, row by row.</summary>
    Table,

    /// <summary>附件, 附表, 附录.</summary>
    Attachment,

    /// <summary>A remark of the file, not of the statute (an HTML comment, a bare mark).</summary>
    Remark,
}

/// <summary>A stretch of the text. The nodes of a statute lie end to end over all of it.</summary>
/// <param name="Part">What it is.</param>
/// <param name="Start">Where its own stretch begins, in characters (UTF-16) from 0; it ends where the next node begins.</param>
/// <param name="Label">Where its printed number begins (第三条, （一）); equal to <paramref name="Body"/> where it has none.</param>
/// <param name="LabelEnd">Where the printed number ends.</param>
/// <param name="Body">Where its words begin, after number and space.</param>
/// <param name="BodyEnd">Where its words end, before space and line end.</param>
/// <param name="Line">The line, from 1, its stretch's first words stand on.</param>
/// <param name="Parent">The index of the node it belongs to, or -1.</param>
/// <param name="Number">The number read, or 0 where there is none.</param>
/// <param name="Suffix">之一 is 1; 0 where there is none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Node(
    Part Part, int Start, int Label, int LabelEnd, int Body, int BodyEnd, int Line, int Parent, int Number, int Suffix)
{
    /// <summary>编, 分编, 章 or 节.</summary>
    public bool IsHeading => Part is >= Part.Book and <= Part.Section;
}
