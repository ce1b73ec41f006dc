using Renda.Statutes;

namespace Renda.Modules.Laws.Import;

/// <summary>What is to become, or became, of a file.</summary>
internal enum Verdict
{
    /// <summary>A law the library has not.</summary>
    New,

    /// <summary>Another text of a law it has.</summary>
    Version,

    /// <summary>The library has this very text.</summary>
    Kept,

    /// <summary>It cannot come in; the sentence says why.</summary>
    Bad,

    Entered,
    Added,
}

/// <summary>A file of an import: what was read from it and what becomes of it.</summary>
internal sealed record ImportLine(string File, Guid? Paper)
{
    public string Title { get; init; } = "";

    public LawCaption? Caption { get; init; }

    public string Hash { get; init; } = "";

    public int Articles { get; init; }

    public IReadOnlyList<Defect> Defects { get; init; } = [];

    /// <summary>From which day on it is in force, as the text says or as the person has written.</summary>
    public DateOnly? From { get; init; }

    public Verdict Verdict { get; init; } = Verdict.Bad;

    public string Sentence { get; init; } = "";

    /// <summary>The law it is or belongs to.</summary>
    public Guid? Law { get; init; }

    public bool Good => Verdict is Verdict.New or Verdict.Version;

    public string Said => Verdict switch
    {
        Verdict.New => "收入",
        Verdict.Version => "作为新文本收入",
        Verdict.Kept => "已在库",
        Verdict.Entered => "已收入",
        Verdict.Added => "已作为新文本收入",
        _ => "不能收入",
    };

    /// <summary>Why, and what is left for a person to look at.</summary>
    public string Remarks => string.Concat(
        Sentence, Verdict != Verdict.Bad && From is null && Caption?.Unclear is { } unclear ? $"施行日期没有填：{unclear}。" : "", Defects.Count > 0 ? $"结构问题 {Defects.Count} 处。" : "");
}
