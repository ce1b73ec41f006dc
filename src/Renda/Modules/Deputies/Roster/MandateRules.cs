using Renda.Platform.Web;

namespace Renda.Modules.Deputies.Roster;

/// <summary>A mandate as asked for, what was written already looked up.</summary>
internal sealed record MandateWish(int Term, string Elector, Guid Delegation, DateOnly From, Began Began, DateOnly? To, Ended? Ended);

/// <summary>What no roster can say. Pure: the pages and the import ask the same.</summary>
internal static class MandateRules
{
    /// <param name="others">The person's other mandates here.</param>
    public static RefusalItem? Refuse(MandateWish wish, CongressTerm? term, IEnumerable<Mandate> others, DateOnly today)
    {
        if (term is null)
        {
            return No($"{Words.Term(wish.Term)}还没有登记。", "Term", "请先在“届次”里登记这一届的起止日期。");
        }

        if (wish.From < term.From || wish.From > term.To)
        {
            return No($"{wish.From:yyyy-MM-dd} 不在{Words.Term(term.Number)}任期内（{Span(term.From, term.To)}）。", "From", "任期从本届第一次会议开始，到下届第一次会议为止。", "地方各级人民代表大会和地方各级人民政府组织法第三十八条");
        }

        return Ending(wish, term, today)
            ?? (others.FirstOrDefault(o => Overlap(o.From, o.To, wish.From, wish.To)) is { } other
                ? No($"已经有一段代表资格与此重叠（{Words.Term(other.Term)}，{Span(other.From, other.To)}）。", "From", "同一时间只能有一段；原来的写错了，请更正原来的。")
                : null);
    }

    private static RefusalItem? Ending(MandateWish wish, CongressTerm term, DateOnly today) => wish switch
    {
        { To: null, Ended: not null } => No("写了怎样离任，没有写最后一天。", "To", "请填写代表资格的最后一天。"),
        { To: not null, Ended: null } => No("写了最后一天，没有写怎样离任。", "Ended", "请选择辞职、罢免、去世、资格终止或者任期届满。"),
        { To: { } to } when to < wish.From => No($"最后一天 {to:yyyy-MM-dd} 早于开始日期 {wish.From:yyyy-MM-dd}。", "To", "请核对两个日期。"),
        { To: { } to } when to > term.To => No($"最后一天 {to:yyyy-MM-dd} 晚于{Words.Term(term.Number)}的最后一天 {term.To:yyyy-MM-dd}。", "To", "请核对日期和届次。"),
        { To: { } to, Ended: not Roster.Ended.TermOver } when to > today => No($"{to:yyyy-MM-dd} 还没有到，不能先记离任。", "To", "辞职、罢免等在生效以后登记。"),
        { To: { } to, Ended: Roster.Ended.TermOver } when to != term.To => No($"任期届满的最后一天应当是这一届的最后一天（{term.To?.ToString("yyyy-MM-dd") ?? "还没有登记"}）。", "To", "提前离任的，请选实际的原因。"),
        _ => null,
    };

    /// <param name="others">The times of the same mandate.</param>
    public static RefusalItem? Refuse(MandatePeriod wish, Mandate mandate, IEnumerable<MandatePeriod> others)
    {
        if (wish.To < wish.From)
        {
            return No($"最后一天 {wish.To:yyyy-MM-dd} 早于开始日期 {wish.From:yyyy-MM-dd}。", "To", "请核对两个日期。");
        }

        if (!mandate.Covers(wish.From) || wish.To > mandate.To || (wish.To is null && mandate.To is not null))
        {
            return No($"不在代表资格的期间内（{Span(mandate.From, mandate.To)}）。", "From", "职务随代表资格开始和终止。", "全国人民代表大会和地方各级人民代表大会选举法第五十四条、第五十六条");
        }

        return others.FirstOrDefault(o => o.Kind == wish.Kind && o.UnitId == wish.UnitId && Overlap(o.From, o.To, wish.From, wish.To)) is { } other
            ? No($"同一时间已经有这一段（{Span(other.From, other.To)}）。", "From", "请先结束原来的一段。")
            : null;
    }

    public static bool Overlap(DateOnly from, DateOnly? to, DateOnly otherFrom, DateOnly? otherTo) =>
        (to is null || otherFrom <= to) && (otherTo is null || from <= otherTo);

    public static string Span(DateOnly from, DateOnly? to) => $"{from:yyyy-MM-dd} 至 {(to is { } last ? $"{last:yyyy-MM-dd}" : "今")}";

    private static RefusalItem No(string sentence, string field, string remedy, string? basis = null) => new(sentence, field, basis, remedy);
}
