using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Laws.Keeping;

/// <summary>Which days the texts of a law cannot have: on each day one text at most is in force.</summary>
internal static class Days
{
    public static IReadOnlyList<Refusal> Adding(IReadOnlyList<LawVersion> all, DateOnly from) =>
        all.FirstOrDefault(v => v.ReplacedBy is null && v.From is null) is { } undated
            ? [new Refusal($"第 {undated.Number} 个文本（{undated.Label}）的施行日期还没有填，排不出先后。", "from-on", null, "请先用“勘误”补上那个文本的施行日期。")]
            : Same(all, from, except: null, "from-on");

    public static IReadOnlyList<Refusal> Correcting(IReadOnlyList<LawVersion> all, LawVersion wrong, DateOnly from) => Same(all, from, wrong.Number, "corrected-on");

    public static IReadOnlyList<Refusal> Repealing(IReadOnlyList<LawVersion> all, DateOnly on) =>
        all.Where(v => v.ReplacedBy is null).Max(v => v.From) is { } last && on <= last
            ? [new Refusal($"废止日期不晚于最后一个文本的施行日期 {Display.Date(last)}。", "repealed-on", null, "请核对日期。")] : [];

    /// <summary>The text of a number; one that was corrected before stands for the one that took its place.</summary>
    public static LawVersion? Live(List<LawVersion> all, string number)
    {
        var found = all.Find(v => $"{v.Number}" == number);
        while (found?.ReplacedBy is { } next)
        {
            found = all.Find(v => v.Number == next);
        }

        return found;
    }

    private static IReadOnlyList<Refusal> Same(IReadOnlyList<LawVersion> all, DateOnly from, int? except, string field) =>
        all.FirstOrDefault(v => v.ReplacedBy is null && v.Number != except && v.From == from) is { } same
            ? [new Refusal($"已有从 {Display.Date(from)} 起施行的文本（第 {same.Number} 个，{same.Label}），同一天只能有一个。", field, null, "文本录错了的，请用“勘误”。")] : [];
}
