using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Contact.Public;

/// <summary>Which deputies have a public page; any of them by name.</summary>
[Needs(ContactModule.Keep)]
internal sealed class PagesModel(RendaDb db, ISeats seats, TimeProvider time) : ActorPage
{
    public string? Name { get; private set; }

    public IReadOnlySet<Guid> On { get; private set; } = new HashSet<Guid>();

    public IReadOnlyList<Seat> Shown { get; private set; } = [];

    public async Task OnGetAsync([FromQuery] string? name)
    {
        Name = string.IsNullOrWhiteSpace(name) ? null : name.Trim();
        On = await db.DeputyPages.Where(p => p.Congress == Actor.Congress).Select(p => p.PersonId).ToHashSetAsync();
        var wanted = Name is null ? [.. On] : await db.People.Where(p => p.Congress == Actor.Congress && p.Name == Name).Select(p => p.Id).ToListAsync();
        Shown = wanted.Count == 0 ? [] : [.. (await seats.OnAsync(Actor.Congress, time.Today(), wanted)).Values.OrderBy(s => s.Delegation, StringComparer.Ordinal).ThenBy(s => s.Name, StringComparer.Ordinal)];
    }
}
