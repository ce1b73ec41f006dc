using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Deputies.Roster;

/// <summary>A time inside a mandate as asked for.</summary>
/// <param name="Unit">The committee; null for a suspension.</param>
internal sealed record PeriodWish(Guid? Unit, string? Office, DateOnly? From, DateOnly? To, bool Suspension = false);

/// <summary>Adds and ends what lies inside a mandate: seats in committees, suspensions.</summary>
internal sealed class PeriodKeeping(RendaDb db, RosterLog log)
{
    private const int LongestOffice = 20;

    public Task<Kept> AddAsync(Actor actor, Guid mandate, PeriodWish wish) => Together(actor, mandate, async (held, name) =>
    {
        if (wish.From is not { } from)
        {
            return Kept.No("请填写“开始日期”。", "PeriodFrom");
        }

        if (wish.Office?.Length > LongestOffice)
        {
            return Kept.No($"“职务”最多 {LongestOffice} 字。", "Office");
        }

        var unit = wish.Suspension ? null : await db.Units.SingleOrDefaultAsync(u => u.Congress == actor.Congress && u.Id == wish.Unit && u.System == UnitSystem.Congress);
        if (unit is null && !wish.Suspension)
        {
            return Kept.No("请选择委员会。", "Unit");
        }

        var period = Of(held, unit, wish.Office, from, wish.To);
        var others = await db.MandatePeriods.AsNoTracking().Where(p => p.Congress == actor.Congress && p.MandateId == mandate).ToListAsync();
        if (MandateRules.Refuse(period, held, others) is { } refused)
        {
            return new Kept([refused with { Field = refused.Field == "From" ? "PeriodFrom" : "PeriodTo" }]);
        }

        db.MandatePeriods.Add(period);
        var what = unit is null ? "暂时停止执行代表职务" : $"{unit.Name}{period.Office}";
        log.Add(actor, held.PersonId, $"登记{name}：{what}，{MandateRules.Span(from, period.To)}");
        return Kept.Done($"已登记{name}：{what}。", held.PersonId);
    });

    public Task<Kept> EndAsync(Actor actor, Guid mandate, Guid period, DateOnly? last) => Together(actor, mandate, async (held, name) =>
    {
        var found = await db.MandatePeriods.SingleOrDefaultAsync(p => p.Congress == actor.Congress && p.MandateId == mandate && p.Id == period && p.To == null);
        if (found is null)
        {
            return Kept.No("这一段已经结束。");
        }

        if (last is not { } to || to < found.From)
        {
            return Kept.No($"最后一天不能早于开始日期 {found.From:yyyy-MM-dd}。", remedy: "请核对日期。");
        }

        found.To = to;
        var unit = await db.Units.Where(u => u.Congress == actor.Congress && u.Id == found.UnitId).Select(u => u.Name).SingleOrDefaultAsync();
        var what = unit is null ? "暂时停止执行代表职务" : $"{unit}{found.Office}";
        log.Add(actor, held.PersonId, $"{name}：{what}结束，最后一天 {to:yyyy-MM-dd}");
        return Kept.Done($"{name}：{what}在 {to:yyyy-MM-dd} 结束。", held.PersonId);
    });

    /// <param name="unit">Null for a suspension.</param>
    public static MandatePeriod Of(Mandate mandate, Unit? unit, string? office, DateOnly from, DateOnly? to) => new()
    {
        Congress = mandate.Congress,
        MandateId = mandate.Id,
        Kind = unit is null ? PeriodKind.Suspension : IsStanding(unit) ? PeriodKind.Standing : PeriodKind.Committee,
        UnitId = unit?.Id,
        Office = unit is null ? null : string.IsNullOrWhiteSpace(office) ? "委员" : office.Trim(),
        From = from,
        To = to,
    };

    private static bool IsStanding(Unit unit) => unit.Name.EndsWith("常委会", StringComparison.Ordinal) || unit.Name.EndsWith("常务委员会", StringComparison.Ordinal);

    private Task<Kept> Together(Actor actor, Guid mandate, Func<Mandate, string, Task<Kept>> act) => db.InTransactionAsync(async () =>
    {
        await log.LockAsync(actor.Congress);
        var held = await db.Mandates.SingleAsync(m => m.Congress == actor.Congress && m.Id == mandate);
        var kept = await act(held, await db.People.Where(p => p.Congress == actor.Congress && p.Id == held.PersonId).Select(p => p.Name).SingleAsync());
        if (kept.Ok)
        {
            await db.SaveChangesAsync();
        }

        return kept;
    }, kept => kept.Ok);
}
