using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Deputies.Roster;
using Renda.Platform;
using Renda.Platform.Access;

namespace Renda.Modules.Deputies.Import;

/// <summary>Brings a roster in: its good rows, or nothing unless all are good.</summary>
internal sealed class RosterImporting(RendaDb db, RosterLog log, DeputyPosts posts, ElectingUnits electors, TimeProvider time)
{
    /// <summary>What would come of it; nothing is written.</summary>
    public async Task<RosterPlan> PlanAsync(Actor actor, RosterSheet sheet)
    {
        var lookup = new RosterLookup(await Choices.LoadAsync(db, actor.Congress), electors, actor.Jurisdiction);
        var deputies = await KnownDeputies.LoadAsync(db, actor.Congress, sheet.Rows.Select(r => r.Name.Split('（', '(')[0]));
        return new RosterPlanning(sheet, lookup, deputies, time.Today(), time.GetUtcNow()).Plan();
    }

    /// <summary>Planned again where nobody can write: what was shown may have changed since.</summary>
    /// <param name="evenSo">Takes the good rows where others are bad.</param>
    public Task<(RosterPlan Plan, bool Done)> RunAsync(Actor actor, RosterSheet sheet, bool evenSo) => db.InTransactionAsync(async () =>
    {
        await log.LockAsync(actor.Congress);
        await Storage.ExpectManyAsync(db);
        var plan = await PlanAsync(actor, sheet);
        if (plan.Unusable || (plan.Problems.Count > 0 && !evenSo))
        {
            return (plan, false);
        }

        await WriteAsync(actor, plan.Fresh);
        return (plan, true);
    }, x => x.Item2);

    private async Task WriteAsync(Actor actor, IReadOnlyList<PlannedMandate> fresh)
    {
        db.People.AddRange(fresh.Where(f => f.Deputy.IsNew).Select(f => f.Deputy.Person).Distinct());
        db.Mandates.AddRange(fresh.Select(f => f.Mandate));
        db.MandatePeriods.AddRange(fresh.SelectMany(f => f.Periods));
        var today = time.Today();
        var held = (await db.Posts.Where(p => p.Congress == actor.Congress && p.Kind == Posts.Deputy && (p.To == null || p.To >= today)).ToListAsync()).ToLookup(p => p.PersonId);
        foreach (var planned in fresh)
        {
            if (posts.Lasts(planned.Mandate))
            {
                posts.Follow(planned.Mandate, [.. held[planned.Mandate.PersonId]]);
            }

            var m = planned.Mandate;
            log.Add(actor, m.PersonId, $"导入{planned.Deputy.Person.Name}的代表资格（第 {planned.Row} 行）：{Words.Term(m.Term)}，{electors.Name(m.Elector)}{Words.Beginnings[m.Began]}，{MandateRules.Span(m.From, m.To)}");
        }

        await db.SaveChangesAsync();
    }
}
