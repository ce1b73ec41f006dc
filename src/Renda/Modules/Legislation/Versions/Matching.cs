using Renda.Platform.Texts;
using Renda.Procedures;
using Renda.Statutes;
using Renda.Statutes.Aligning;
using Refusal = Renda.Procedures.Refusal;

namespace Renda.Modules.Legislation.Versions;

/// <summary>Whether the text handed on is the text worked on.</summary>
internal static class Matching
{
    /// <summary>One of the papers must be the draft, word for word where it is law; others (a decision, a scan) may lie beside it.</summary>
    public static IReadOnlyList<Refusal> Refuse(IReadOnlyList<PaperText> papers, Statute draft, Basis? basis)
    {
        var wanted = Statutes.Amending.Amendment.Normative(draft);
        var statutes = papers.Where(p => p.IsStatute).ToList();
        if (statutes.Any(p => Statutes.Amending.Amendment.Normative(p.Text!) == wanted))
        {
            return [];
        }

        const string Remedy = "请用系统生成的文本；要用改过的文稿，先在“文本”的“导入文稿”里导入。";
        return statutes is not [var first, ..]
            ? [new Refusal($"附上的{(papers.Count == 1 ? $"“{papers[0].Paper.Name}”" : "材料")}里没有能读出条文的文本。", Labels.Field, basis, Remedy)]
            : [new Refusal($"“{first.Paper.Name}”与文本页上的草案不一致：{Differences(first.Text!, draft)}。", Labels.Field, basis, Remedy)];
    }

    private static string Differences(Statute given, Statute draft)
    {
        var changed = Alignment.Of(given, draft).Where(l => l.Kind != LinkKind.Unchanged).Select(l => (l.New ?? l.Old)!.Label).Distinct(StringComparer.Ordinal).ToList();
        return changed.Count == 0 ? "标题、章节或者附件不同" : $"{string.Join("、", changed.Take(5))}{(changed.Count > 5 ? $"等 {changed.Count} 条" : "")}";
    }
}
