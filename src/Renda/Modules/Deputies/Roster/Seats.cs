using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;

namespace Renda.Modules.Deputies.Roster;

/// <summary>The seats as the roster has them; one whose duties are suspended is left out (代表法第六十一条).</summary>
internal sealed class Seats(RendaDb db, ElectingUnits electors) : ISeats
{
    public async Task<IReadOnlyDictionary<Guid, Seat>> OnAsync(int congress, DateOnly day, IReadOnlyCollection<Guid>? people = null)
    {
        var mandates = db.Mandates.AsNoTracking().Where(m => m.Congress == congress && m.From <= day && (m.To == null || m.To >= day));
        mandates = people is null ? mandates : mandates.Where(m => people.Contains(m.PersonId));
        var rows = await (
            from m in mandates
            where !db.MandatePeriods.Any(p => p.Congress == congress && p.MandateId == m.Id && p.Kind == PeriodKind.Suspension && p.From <= day && (p.To == null || p.To >= day))
            join p in db.People on new { m.Congress, Id = m.PersonId } equals new { p.Congress, p.Id }
            join u in db.Units on new { m.Congress, Id = m.DelegationId } equals new { u.Congress, u.Id }
            select new { m.PersonId, p.Name, m.Term, m.Elector, Delegation = u.Name }).ToListAsync();
        return rows.DistinctBy(r => r.PersonId).ToDictionary(r => r.PersonId, r => new Seat(congress, r.PersonId, r.Name, Words.Term(r.Term), electors.Name(r.Elector), r.Delegation));
    }
}
