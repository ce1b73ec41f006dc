using Renda.Modules.Suggestions.Numbers;
using Renda.Modules.Suggestions.Scorecard;

namespace Renda.Modules.Suggestions.Awards;

/// <summary>What the records say of one unit over some years: the same numbers its own page and the statistics have, and no sum of them.</summary>
internal sealed record UnitEvidence(Guid Unit, string Name, IReadOnlyList<UnitFact> Facts, Tally Tally, Years Years, DateOnly Today)
{
    public int Handed => Facts.Count;

    public int Number(UnitFigure figure) => Facts.Count(f => figure.Counts(f, Today));

    public string Opens(Figure figure) => $"/suggestion-numbers/list?{Years.Query}&figure={figure.Id}&by=unit&of={Unit}";
}

/// <summary>A number of the table, which is also a way to order it. There is no order by all of them together: weighing is for people.</summary>
/// <param name="Rank">The largest first.</param>
/// <param name="Opens">The list of what it counts.</param>
internal sealed record UnitColumn(string Id, string Title, string Order, Func<UnitEvidence, decimal> Rank, Func<UnitEvidence, string> Said, Func<UnitEvidence, string> Opens)
{
    public const string Ties = "并列的，主办件数多的在前，再按单位名称";

    private const string More = "多的在前";
    private const string Fewer = "少的在前";

    public static IReadOnlyList<UnitColumn> All(Figures figures) =>
    [
        Of("handed", "主办", Figures.Handed),
        Of("solved", "解决", figures.Solved),
        Rate("solved-rate", "解决率", 1),
        Of("result", "结果满意", Figures.Results[0]),
        Rate("result-rate", "满意率", 0),
        Of("attitude", "态度满意", Figures.Attitudes[0]),
        Of("dissatisfied", "结果不满意", Figures.Results[2], fewer: true),
        Of("promised", "承诺", Figures.Promised),
        Of("kept", "已兑现", Figures.Kept),
        Of("missed", "逾期未兑现", Figures.Late, fewer: true),
        Of("in-time", "按期答复"),
        Of("late", "逾期答复", fewer: true),
        Of("overdue", "逾期未答复", fewer: true),
        Of("rehandled", "重新办理", fewer: true),
    ];

    public static UnitColumn Find(IReadOnlyList<UnitColumn> all, string? id) => all.FirstOrDefault(c => c.Id == id) ?? all[0];

    private static UnitColumn Of(string id, string title, Figure figure, bool fewer = false) => Counted(id, title, fewer, e => e.Tally.Number(figure), e => e.Opens(figure));

    // Those of the unit's own page have the ids they have there.
    private static UnitColumn Of(string id, string title, bool fewer = false)
    {
        var figure = UnitFigure.Find(id)!;
        return Counted(id, title, fewer, e => e.Number(figure), e => figure.Opens(e.Unit, e.Years));
    }

    private static UnitColumn Counted(string id, string title, bool fewer, Func<UnitEvidence, int> number, Func<UnitEvidence, string> opens) =>
        new(id, title, fewer ? Fewer : More, e => fewer ? -number(e) : number(e), e => $"{number(e)}", opens);

    private static UnitColumn Rate(string id, string title, int share) =>
        new(id, title, "高的在前", e => e.Tally.Shares[share].Rate ?? -1, e => e.Tally.Shares[share].Said, e => e.Opens(e.Tally.Shares[share].Figure));
}

/// <summary>A condition a person may narrow the units by.</summary>
internal sealed record UnitNarrowing(string Id, string Title, Func<UnitEvidence, bool> Holds)
{
    public static readonly IReadOnlyList<UnitNarrowing> All =
    [
        new("in-time", "没有逾期的", e => e.Number(UnitFigure.Find("late")!) + e.Number(UnitFigure.Find("overdue")!) == 0),
        new("kept", "没有逾期未兑现承诺的", e => e.Tally.Number(Figures.Late) == 0),
        new("satisfied", "没有评价不满意的", e => e.Tally.Number(Figures.Results[2]) + e.Tally.Number(Figures.Attitudes[2]) == 0),
        new("once", "没有重新办理的", e => e.Number(UnitFigure.Find("rehandled")!) == 0),
    ];
}
