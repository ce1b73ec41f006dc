using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Deputies.Roster;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Deputies;

/// <summary>A mandate with what lies inside it, as the page shows it.</summary>
internal sealed record MandateShown(Mandate Mandate, string Elector, string Delegation, IReadOnlyList<(MandatePeriod Period, string Title)> Periods);

/// <summary>Who a deputy is and was.</summary>
[Needs(DeputiesModule.Read)]
internal sealed class ShowModel(RendaDb db, ElectingUnits electors, TimeProvider time) : ActorPage
{
    public Person Person { get; private set; } = null!;

    public IReadOnlyList<MandateShown> Mandates { get; private set; } = [];

    public IReadOnlyList<TimelineItem> Events { get; private set; } = [];

    public DateOnly Today => time.Today();

    public bool Keeps => Actor.Has(Posts.Office);

    public bool ReadsFile => DeputiesModule.ReadsFile(Actor, Person.Id);

    public async Task<IActionResult> OnGetAsync(Guid person)
    {
        var mandates = await db.Mandates.AsNoTracking().Where(m => m.Congress == Actor.Congress && m.PersonId == person).OrderByDescending(m => m.From).ToListAsync();
        if (mandates.Count == 0)
        {
            return NotFound(); // Whoever never was a deputy has no page here.
        }

        Person = await db.People.AsNoTracking().SingleAsync(p => p.Congress == Actor.Congress && p.Id == person);
        var units = await db.Units.AsNoTracking().Where(u => u.Congress == Actor.Congress).ToDictionaryAsync(u => u.Id, u => u.Name);
        List<Guid> ids = [.. mandates.Select(m => m.Id)];
        var periods = await db.MandatePeriods.AsNoTracking().Where(p => p.Congress == Actor.Congress && ids.Contains(p.MandateId)).OrderByDescending(p => p.From).ToListAsync();
        Mandates = [.. mandates.Select(m => new MandateShown(m, electors.Name(m.Elector), units[m.DelegationId], [.. periods.Where(p => p.MandateId == m.Id && Sees(p)).Select(p => (p, Title(p, units)))]))];
        Events = Keeps ? await EventsAsync(person) : [];
        return Page();
    }

    // Why somebody does not act for a time is their own and the office's business.
    private bool Sees(MandatePeriod period) => period.Kind != PeriodKind.Suspension || DeputiesModule.ReadsFile(Actor, Person.Id);

    private static string Title(MandatePeriod period, Dictionary<Guid, string> units) =>
        period.UnitId is { } unit ? $"{units[unit]} {period.Office}" : "暂时停止执行代表职务";

    private async Task<IReadOnlyList<TimelineItem>> EventsAsync(Guid person)
    {
        var events = await (
            from e in db.RosterEvents.AsNoTracking()
            where e.Congress == Actor.Congress && e.PersonId == person
            join p in db.People on new { e.Congress, Id = e.By } equals new { p.Congress, p.Id } into people
            from p in people.DefaultIfEmpty()
            orderby e.Id descending
            select new { e.At, e.What, p.Name }).ToListAsync();
        return [.. events.Select(e => new TimelineItem(new DateTimeOffset(e.At, TimeSpan.Zero), e.What, e.Name ?? "", "", [], [], null, null))];
    }
}
