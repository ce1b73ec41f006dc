using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Deputies.Roster;
using Renda.Platform.Access;

namespace Renda.Modules.Deputies;

/// <summary>A mandate written down wrongly, put right.</summary>
[Needs(DeputiesModule.Keep)]
internal sealed class MandateModel(RendaDb db, ElectingUnits electors, MandateKeeping mandates) : MandatePage(db, electors)
{
    private readonly RendaDb db = db;
    private readonly ElectingUnits electors = electors;

    public string Name { get; private set; } = "";

    public Guid PersonId { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid mandate)
    {
        if (await FindAsync(mandate) is not { } found)
        {
            return NotFound();
        }

        (Term, Elector, Delegation, From, Began, To, Ended) = (found.Term, electors.Name(found.Elector), found.DelegationId, found.From, found.Began, found.To, found.Ended);
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid mandate)
    {
        if (await FindAsync(mandate) is null)
        {
            return NotFound();
        }

        var (wish, kept) = Read();
        kept = wish is null ? kept : await mandates.ChangeAsync(Actor, mandate, wish);
        if (kept.Ok)
        {
            Notice(kept.Notice!);
            return LocalRedirect($"/deputies/{PersonId}");
        }

        Refusals = kept.Refusals;
        await LoadAsync();
        return Page();
    }

    private async Task<Mandate?> FindAsync(Guid id)
    {
        var found = await db.Mandates.AsNoTracking().SingleOrDefaultAsync(m => m.Congress == Actor.Congress && m.Id == id);
        if (found is not null)
        {
            PersonId = found.PersonId;
            Name = await db.People.Where(p => p.Congress == Actor.Congress && p.Id == found.PersonId).Select(p => p.Name).SingleAsync();
        }

        return found;
    }
}
