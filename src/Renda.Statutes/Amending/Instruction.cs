namespace Renda.Statutes.Amending;

/// <summary>One thing a decision says is to be done. Articles are named by the numbers of the text amended.</summary>
internal abstract record Instruction
{
    /// <summary>将名称修改为.</summary>
    public sealed record Retitle(IReadOnlyList<string> Titles) : Instruction;

    /// <summary>将序言修改为.</summary>
    public sealed record NewPreamble(IReadOnlyList<string> Lines) : Instruction;

    /// <summary>将附件修改为.</summary>
    public sealed record NewAttachments(IReadOnlyList<string> Lines) : Instruction;

    /// <summary>将全文修改为: a revision (修订), not an amendment.</summary>
    public sealed record NewText(IReadOnlyList<string> Lines) : Instruction;

    /// <summary>将编、章、节设置为, each with the article it begins at (empty: after the last).</summary>
    public sealed record Frame(IReadOnlyList<(string Heading, string From)> Headings) : Instruction;

    /// <summary>增加一章，作为第四章 (no old path), 删去第五章章名 (nothing new), 将第三章改为第四章，章名修改为“…”，自第X条起.</summary>
    /// <param name="Old">The path in the text amended: 第二章第一节.</param>
    /// <param name="Name">The words; null where they stay.</param>
    /// <param name="From">The article it begins at then; null where it stays before the first article left of its own.</param>
    public sealed record Heading(Part Part, string? Old, string? New, string? Name, string? From) : Instruction;

    /// <summary>将第X条（改为第Y条，）修改为.</summary>
    public sealed record Replace(string Old, string New, IReadOnlyList<string> Lines) : Instruction;

    /// <summary>将第X条改为第Y条, and within it what the patches say.</summary>
    public sealed record Change(string Old, string New, IReadOnlyList<Patch> Patches) : Instruction;

    /// <summary>将第X条第二款修改为, 删去第X条第二款 (no lines), 第X条增加一款，作为第三款.</summary>
    /// <param name="Added">The place is new; what stood there comes after it.</param>
    public sealed record Piece(string Old, string Place, bool Added, IReadOnlyList<string> Lines) : Instruction;

    /// <summary>增加一条，作为第Y条.</summary>
    public sealed record Insert(string New, IReadOnlyList<string> Lines) : Instruction;

    /// <summary>删去第X条.</summary>
    public sealed record Delete(string Old) : Instruction;

    /// <summary>条文顺序作相应调整: articles not named are numbered through.</summary>
    public sealed record NumberThrough : Instruction;

    /// <summary>A point that cannot be read.</summary>
    public sealed record Unread(string Reason) : Instruction;
}

/// <summary>Words changed in one place of an article.</summary>
/// <param name="Place">第二款, 第一款第（三）项; empty for an article of one 款.</param>
/// <param name="Found">The words that stand there, once.</param>
/// <param name="Becomes">What stands there then.</param>
internal sealed record Patch(string Place, string Found, string Becomes);
