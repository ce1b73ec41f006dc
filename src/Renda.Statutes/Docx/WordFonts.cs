namespace Renda.Statutes.Docx;

/// <summary>
/// The typefaces of a document. The names are those offices have; the free ones after them are what a machine without them may take
/// (they are in the file as other names of the same face).
/// </summary>
public sealed record WordFonts
{
    /// <summary>标题: 2 号小标宋.</summary>
    public string Title { get; init; } = "方正小标宋简体";

    /// <summary>章、节 and the numbers of articles.</summary>
    public string Heading { get; init; } = "黑体";

    /// <summary>题注.</summary>
    public string Caption { get; init; } = "楷体";

    /// <summary>正文: 3 号仿宋.</summary>
    public string Body { get; init; } = "仿宋";

    /// <summary>What stands for each on a machine that has it not.</summary>
    public IReadOnlyDictionary<string, string> Free { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["方正小标宋简体"] = "Noto Serif CJK SC",
        ["黑体"] = "Noto Sans CJK SC",
        ["楷体"] = "FandolKai",
        ["仿宋"] = "FandolFang R",
    };
}
