using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;

namespace Renda.Modules.Contact.Public;

/// <summary>The deputies whose public page is on, for as long as they are deputies.</summary>
internal sealed class PublicDeputies(RendaDb db, ISeats seats, TimeProvider time)
{
    /// <summary>Null where this person has no page, or is no deputy today.</summary>
    public async Task<(Congress Congress, Seat Seat)?> FindAsync(Guid person)
    {
        // The congress leads the key.
        var congresses = await db.Congresses.AsNoTracking().ToListAsync();
        List<int> codes = [.. congresses.Select(c => c.Code)];
        return await db.DeputyPages.AsNoTracking().SingleOrDefaultAsync(p => codes.Contains(p.Congress) && p.PersonId == person) is { } page
            && (await seats.OnAsync(page.Congress, time.Today(), [person])).GetValueOrDefault(person) is { } seat
            ? (congresses.First(c => c.Code == page.Congress), seat)
            : null;
    }

    /// <summary>Those of one congress by delegation and name.</summary>
    public async Task<IReadOnlyList<Seat>> OfAsync(int congress)
    {
        var on = await db.DeputyPages.Where(p => p.Congress == congress).Select(p => p.PersonId).ToListAsync();
        return on.Count == 0 ? [] : [.. (await seats.OnAsync(congress, time.Today(), on)).Values.OrderBy(s => s.Delegation, StringComparer.Ordinal).ThenBy(s => s.Name, StringComparer.Ordinal)];
    }
}
