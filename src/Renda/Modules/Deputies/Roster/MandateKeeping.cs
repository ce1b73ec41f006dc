using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Deputies.Roster;

/// <summary>Somebody a mandate is for: one known by id, or somebody new by name.</summary>
internal sealed record Who(Guid? Person, string? Name);

/// <summary>Adds mandates, corrects and ends them: each with its event in one transaction.</summary>
internal sealed class MandateKeeping(RendaDb db, RosterLog log, DeputyPosts posts, ElectingUnits electors, TimeProvider time)
{
    public Task<Kept> AddAsync(Actor actor, Who who, MandateWish wish) => Together(actor, async () =>
    {
        var person = who.Person is { } id ? await db.People.SingleAsync(p => p.Congress == actor.Congress && p.Id == id)
            : new Person { Congress = actor.Congress, Name = who.Name! };
        var mandate = new Mandate
        {
            Congress = actor.Congress,
            PersonId = person.Id,
            Term = wish.Term,
            Elector = wish.Elector,
            DelegationId = wish.Delegation,
            From = wish.From,
            Began = wish.Began,
            To = wish.To,
            Ended = wish.Ended,
        };
        if (await RefuseAsync(mandate, wish) is { } refused)
        {
            return refused;
        }

        if (who.Person is null)
        {
            db.People.Add(person);
        }

        db.Mandates.Add(mandate);
        await posts.FollowAsync(mandate, lasted: false);
        log.Add(actor, person.Id, $"登记{person.Name}的代表资格：{await TellAsync(mandate)}");
        return Kept.Done($"已登记{person.Name}的代表资格。", person.Id);
    });

    /// <summary>Corrects what was written.</summary>
    public Task<Kept> ChangeAsync(Actor actor, Guid id, MandateWish wish) => Together(actor, async () =>
    {
        var (mandate, name) = await FindAsync(actor, id);
        var (was, lasted) = (await TellAsync(mandate), posts.Lasts(mandate));
        (mandate.Term, mandate.Elector, mandate.DelegationId, mandate.From, mandate.Began, mandate.To, mandate.Ended) = (wish.Term, wish.Elector, wish.Delegation, wish.From, wish.Began, wish.To, wish.Ended);
        if (await RefuseAsync(mandate, wish) is { } refused)
        {
            return refused;
        }

        var periods = await db.MandatePeriods.Where(p => p.Congress == actor.Congress && p.MandateId == id).ToListAsync();
        if (periods.Any(p => p.From < mandate.From || p.From > mandate.To || p.To > mandate.To))
        {
            return Kept.No("有委员会职务或者暂停执行职务的起止在更正后的期间之外。", "From", "请先更正那一段，或者核对日期。");
        }

        EndPeriods(mandate, periods);
        await posts.FollowAsync(mandate, lasted);
        log.Add(actor, mandate.PersonId, $"更正{name}的代表资格：原为 {was}；现为 {await TellAsync(mandate)}");
        return Kept.Done($"{name}的代表资格已更正。", mandate.PersonId);
    });

    /// <summary>Ends a mandate, and with it what was held by it (选举法第五十四条、第五十六条).</summary>
    public Task<Kept> EndAsync(Actor actor, Guid id, DateOnly last, Ended how) => Together(actor, async () =>
    {
        var (mandate, name) = await FindAsync(actor, id);
        if (mandate.To is { } over)
        {
            return Kept.No($"{name}的这段代表资格已经在 {over:yyyy-MM-dd} 结束。", remedy: "写错了的，请“更正”。");
        }

        var lasted = posts.Lasts(mandate);
        (mandate.To, mandate.Ended) = (last, how);
        var wish = new MandateWish(mandate.Term, mandate.Elector, mandate.DelegationId, mandate.From, mandate.Began, last, how);
        if (await RefuseAsync(mandate, wish) is { } refused)
        {
            return refused;
        }

        EndPeriods(mandate, await db.MandatePeriods.Where(p => p.Congress == actor.Congress && p.MandateId == id).ToListAsync());
        await posts.FollowAsync(mandate, lasted);
        log.Add(actor, mandate.PersonId, $"{name}的代表资格结束：{Words.Endings[how]}，最后一天 {last:yyyy-MM-dd}");
        return Kept.Done($"{name}的代表资格在 {last:yyyy-MM-dd} 结束（{Words.Endings[how]}），委员会职务同时终止。", mandate.PersonId);
    });

    private void EndPeriods(Mandate mandate, List<MandatePeriod> periods)
    {
        db.MandatePeriods.RemoveRange(periods.Where(p => p.From > mandate.To)); // What never came about; the event says so.
        foreach (var period in periods.Where(p => mandate.To is not null && (p.To is null || p.To > mandate.To)))
        {
            period.To = mandate.To;
        }
    }

    private async Task<Kept?> RefuseAsync(Mandate mandate, MandateWish wish)
    {
        var congress = mandate.Congress;
        if (!await db.Units.AnyAsync(u => u.Congress == congress && u.Id == wish.Delegation && u.System == UnitSystem.Delegation))
        {
            return Kept.No("请选择代表团。", "Delegation", "名单里没有的，请系统管理员在“单位”里增加。");
        }

        var term = await db.Terms.AsNoTracking().SingleOrDefaultAsync(t => t.Congress == congress && t.Number == wish.Term);
        var others = await db.Mandates.AsNoTracking().Where(m => m.Congress == congress && m.PersonId == mandate.PersonId && m.Id != mandate.Id).ToListAsync();
        return (MandateRules.Refuse(wish, term, others, time.Today()) ?? await posts.RefuseAsync(mandate)) is { } refused ? new Kept([refused]) : null;
    }

    private async Task<(Mandate Mandate, string Name)> FindAsync(Actor actor, Guid id)
    {
        var mandate = await db.Mandates.SingleAsync(m => m.Congress == actor.Congress && m.Id == id);
        return (mandate, await db.People.Where(p => p.Congress == actor.Congress && p.Id == mandate.PersonId).Select(p => p.Name).SingleAsync());
    }

    private async Task<string> TellAsync(Mandate m) =>
        $"{Words.Term(m.Term)}，{electors.Name(m.Elector)}{Words.Beginnings[m.Began]}，{await db.Units.Where(u => u.Congress == m.Congress && u.Id == m.DelegationId).Select(u => u.Name).SingleAsync()}，{MandateRules.Span(m.From, m.To)}{(m.Ended is { } ended ? $"，{Words.Endings[ended]}" : "")}";

    private Task<Kept> Together(Actor actor, Func<Task<Kept>> act) => db.InTransactionAsync(async () =>
    {
        await log.LockAsync(actor.Congress);
        var kept = await act();
        if (kept.Ok)
        {
            await db.SaveChangesAsync();
        }

        return kept;
    }, kept => kept.Ok);
}
