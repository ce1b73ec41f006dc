using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Deputies.Roster;

namespace Renda.Modules.Deputies.Files;

/// <summary>A tenure as the roster has it.</summary>
internal static class Tenures
{
    public static async Task<Tenure> OfAsync(RendaDb db, int congress, Guid person)
    {
        var mandates = await db.Mandates.AsNoTracking().Where(m => m.Congress == congress && m.PersonId == person).ToListAsync();
        List<Guid> ids = [.. mandates.Select(m => m.Id)];
        var periods = await db.MandatePeriods.AsNoTracking().Where(p => p.Congress == congress && ids.Contains(p.MandateId)).ToListAsync();
        return new Tenure([.. mandates.Select(m => new Days(m.From, m.To))], Of(PeriodKind.Standing), Of(PeriodKind.Suspension));

        IReadOnlyList<Days> Of(PeriodKind kind) => [.. periods.Where(p => p.Kind == kind).Select(p => new Days(p.From, p.To))];
    }
}
