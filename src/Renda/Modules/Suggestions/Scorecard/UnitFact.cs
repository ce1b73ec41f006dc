using Renda.Modules.Suggestions.Numbers;

namespace Renda.Modules.Suggestions.Scorecard;

/// <summary>What the records say of one suggestion a unit leads: acts and dates, no marks.</summary>
/// <param name="Due">The latest due date of the reply; null where no limit began.</param>
/// <param name="Started">The day the limit began.</param>
/// <param name="RepliedOn">The day of the first reply.</param>
/// <param name="Contacted">The deputy was heard before that, or has been since it was handed over.</param>
internal sealed record UnitFact(HandlingResult Result, DateOnly? Started, DateOnly? Due, DateOnly? RepliedOn, bool Contacted, bool AskedReturn, bool Rehandled)
{
    public int? Days => RepliedOn is { } on && Started is { } from ? Math.Max(0, on.DayNumber - from.DayNumber) : null;
}

/// <summary>A number of the page. The same condition counts and lists.</summary>
internal sealed record UnitFigure(string Id, string Title, Func<UnitFact, DateOnly, bool> Counts)
{
    public static readonly IReadOnlyList<UnitFigure> All =
    [
        new("handed", "主办", (_, _) => true),
        new("in-time", "按期答复", (f, _) => f.RepliedOn is { } on && (f.Due is null || on <= f.Due)),
        new("late", "逾期答复", (f, _) => f.RepliedOn > f.Due),
        new("overdue", "逾期未答复", (f, today) => f.RepliedOn is null && !f.Result.Ended && f.Due < today),
        new("running", "未到期", (f, today) => f.RepliedOn is null && !f.Result.Ended && !(f.Due < today)),
        new("contacted", "答复前沟通", (f, _) => f.RepliedOn is not null && f.Contacted),
        new("silent", "没有沟通记录", (f, _) => f.RepliedOn is not null && !f.Contacted),
        new("asked-return", "申请退办", (f, _) => f.AskedReturn),
        new("rehandled", "重新办理", (f, _) => f.Rehandled),
    ];

    /// <summary>The list of what it counts of a unit.</summary>
    public string Opens(Guid unit, Years years) => $"/suggestion-numbers/units/{unit}/list?{years.Query}&figure={Id}";

    public static UnitFigure? Find(string? id) => All.FirstOrDefault(f => f.Id == id);
}
