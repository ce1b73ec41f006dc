using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;

namespace Renda.Modules.Deputies.Roster;

/// <summary>What the roster is filtered by; all of it stands in the address. A roster is always one term's.</summary>
internal sealed record RosterFilter(int Term, Guid? Delegation, string? Elector, Guid? Committee, string? Name, bool Serving)
{
    public bool Any => Delegation is not null || Elector is not null || Committee is not null || Name is not null || Serving;

    public string Query(Guid? after = null)
    {
        (string Name, string? Value)[] parts =
        [
            ("term", $"{Term}"), ("delegation", Delegation?.ToString()), ("elector", Elector), ("committee", Committee?.ToString()), ("name", Name),
            ("serving", Serving ? "true" : null), ("after", after?.ToString()),
        ];
        return "?" + string.Join('&', parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
    }
}

/// <summary>A line of the roster.</summary>
/// <remarks>Seats are written as the import reads them.</remarks>
internal sealed record RosterLine(Guid Id, Guid Person, string Name, string Elector, string Delegation, DateOnly From, DateOnly? To, Began Began, Ended? Ended)
{
    public IReadOnlyList<string> Seats { get; init; } = [];
}

/// <summary>The mandates of a term, in the order they were entered.</summary>
internal sealed class RosterList(RendaDb db, Actor actor, DateOnly today)
{
    public const int PageSize = 50;

    public async Task<IReadOnlyList<RosterLine>> PageAsync(RosterFilter filter, Guid? after, int size = PageSize)
    {
        var lines = await Lines(After(Filtered(filter), after).OrderBy(m => m.Id).Take(size + 1)).ToListAsync();
        List<Guid> ids = [.. lines.Select(l => l.Id)];
        var seats = await SeatsAsync(ids);
        return [.. lines.Select(l => l with { Seats = [.. seats[l.Id].Distinct()] })];
    }

    public Task<int> CountAsync(RosterFilter filter) => Filtered(filter).CountAsync();

    private static IQueryable<Mandate> After(IQueryable<Mandate> mandates, Guid? after) =>
        after is { } id ? mandates.Where(m => m.Id.CompareTo(id) > 0) : mandates;

    private IQueryable<Mandate> Filtered(RosterFilter filter)
    {
        var mandates = db.Mandates.AsNoTracking().Where(m => m.Congress == actor.Congress && m.Term == filter.Term);
        mandates = filter.Delegation is { } delegation ? mandates.Where(m => m.DelegationId == delegation) : mandates;
        mandates = filter.Elector is { } elector ? mandates.Where(m => m.Elector == elector) : mandates;
        mandates = filter.Serving ? mandates.Where(m => m.From <= today && (m.To == null || m.To >= today)) : mandates;
        if (filter.Committee is { } committee)
        {
            var sitting = db.MandatePeriods.Where(p => p.Congress == actor.Congress && p.UnitId == committee).Select(p => p.MandateId);
            mandates = mandates.Where(m => sitting.Contains(m.Id));
        }

        var named = db.People.Where(p => p.Congress == actor.Congress && p.Name == filter.Name).Select(p => p.Id);
        return filter.Name is null ? mandates : mandates.Where(m => named.Contains(m.PersonId));
    }

    private IQueryable<RosterLine> Lines(IQueryable<Mandate> mandates) =>
        from m in mandates
        join p in db.People on new { m.Congress, Id = m.PersonId } equals new { p.Congress, p.Id }
        join u in db.Units on new { m.Congress, Id = m.DelegationId } equals new { u.Congress, u.Id }
        orderby m.Id
        select new RosterLine(m.Id, p.Id, p.Name, m.Elector, u.Name, m.From, m.To, m.Began, m.Ended);

    private async Task<ILookup<Guid, string>> SeatsAsync(List<Guid> ids)
    {
        var seats = await (
            from p in db.MandatePeriods.AsNoTracking()
            where p.Congress == actor.Congress && ids.Contains(p.MandateId) && (p.To == null || p.To >= today)
            join u in db.Units on new { p.Congress, Id = p.UnitId } equals new { u.Congress, Id = (Guid?)u.Id }
            orderby p.From
            select new { p.MandateId, u.Name, p.Office }).ToListAsync();
        return seats.ToLookup(s => s.MandateId, s => $"{s.Name}（{s.Office}）");
    }
}
