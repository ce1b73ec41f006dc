using Renda.Platform.Texts;
using Renda.Statutes;

namespace Renda.Modules.Laws.Reading;

/// <summary>The text of a law as a file has it, or the sentence that says why it is none.</summary>
/// <param name="NotRead">What Word shows and the text has not.</param>
internal sealed record LawText(Statute? Statute, IReadOnlyList<Defect> NotRead, string Refusal)
{
    private const int Longest = 2_000_000;

    /// <summary>All that may be wrong with it.</summary>
    public IReadOnlyList<Defect> Defects => Statute is null ? [] : [.. NotRead.Concat(Statute.Defects).OrderBy(d => d.Line)];

    /// <param name="name">The file's, for the sentence.</param>
    public static LawText Read(string name, byte[] file)
    {
        var (text, notRead, refusal) = PaperTexts.Read(file);
        return text is null ? No($"文件“{name}”读不出来。{refusal}") : Of(name, text.Text, notRead);
    }

    /// <summary>Of a text, line ends as \n.</summary>
    public static LawText Of(string name, string text, IReadOnlyList<Defect> notRead)
    {
        var plain = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        if (plain.Length > Longest)
        {
            return No($"“{name}”有 {plain.Length} 字，超过 {Longest} 字，不像一部法规。请按法规分成几个文件。");
        }

        var statute = Statute.Parse(plain);
        return statute.Articles.Count > 0 ? new LawText(statute, notRead, "")
            : No($"“{name}”里没有找到条文：没有以“第一条”这样的条号开头的一行，也没有以“一、”开头的一行。请核对是不是法规文本；扫描件和图片要先转成文字。");
    }

    private static LawText No(string sentence) => new(null, [], sentence);
}
