using Renda.Modules.Suggestions.Numbers;
using Renda.Platform.Matters;

namespace Renda.Modules.Suggestions.Awards;

/// <summary>What the records say of one suggestion, side by side; no sum of it.</summary>
/// <param name="Secret">The deputy asked, with handing it in, that it be kept back; a notice of commending is public.</param>
/// <param name="Evidence">Matters that name it and stand for something: key lists, the ledger of promises, opinions of voters.</param>
internal sealed record SuggestionEvidence(HandlingResult Result, RegisterRow Row, int Cosigners, bool Rehandled, bool Secret, IReadOnlyList<EvidenceLink> Evidence)
{
    public Guid Id => Result.MatterId;

    public IReadOnlyList<EvidenceLink> Of(string kind) => [.. Evidence.Where(e => e.Kind == kind)];
}

/// <summary>A matter that can be named as evidence.</summary>
internal sealed record EvidenceLink(Guid Suggestion, Guid Id, string Kind, string Title);

/// <summary>How it is said.</summary>
internal static class EvidenceWords
{
    /// <summary>A dash where there is nothing to think of yet.</summary>
    public static string Mark(HandlingResult result, string mark) => result.Reply.Length == 0 ? "—" : mark switch
    {
        "satisfied" => "满意",
        "basically" => "基本满意",
        "dissatisfied" => "不满意",
        HandlingResult.Silent => "未反馈",
        _ => "待评价",
    };

    public static string Promise(HandlingResult result, DateOnly today) => result.Promise switch
    {
        HandlingResult.Kept => "已兑现",
        HandlingResult.Open => result.PromisedBy < today ? "逾期未兑现" : "未到期",
        HandlingResult.Dropped => "已终止",
        _ => "没有承诺",
    };

    public static string Reply(HandlingResult result, Figures figures) =>
        result.Reply.Length == 0 ? "未答复" : figures.Kinds.FirstOrDefault(k => k.Figure.Reply == result.Reply) is { Title: not null } kind ? $"{kind.Letter} 类" : result.Reply;
}
