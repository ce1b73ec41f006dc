using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Deputies.Roster;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Deputies;

/// <summary>How a deputy leaves: a resignation is this page with one answer given.</summary>
[Needs(DeputiesModule.Keep)]
internal sealed class EndModel(RendaDb db, MandateKeeping mandates, TimeProvider time) : ActorPage
{
    [BindProperty]
    public Ended? How { get; set; }

    [BindProperty]
    public DateOnly? Last { get; set; }

    public Mandate Mandate { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid mandate, string? how)
    {
        (How, Last) = (Enum.TryParse<Ended>(how, out var ended) ? ended : null, time.Today());
        return await FindAsync(mandate) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid mandate)
    {
        if (!await FindAsync(mandate))
        {
            return NotFound();
        }

        var kept = !ModelState.IsValid ? Answers.Unreadable
            : How is { } how && Last is { } last ? await mandates.EndAsync(Actor, mandate, last, how)
            : Kept.No("请选择怎样离任，并填写最后一天。", How is null ? "How" : "Last");
        if (kept.Ok)
        {
            Notice(kept.Notice!);
            return LocalRedirect($"/deputies/{Mandate.PersonId}");
        }

        Refusals = [.. kept.Refusals.Select(r => r with { Field = r.Field switch { "To" => "Last", "Ended" => "How", var other => other } })];
        return Page();
    }

    private async Task<bool> FindAsync(Guid id)
    {
        if (await db.Mandates.AsNoTracking().SingleOrDefaultAsync(m => m.Congress == Actor.Congress && m.Id == id) is not { } found)
        {
            return false;
        }

        Mandate = found;
        Name = await db.People.Where(p => p.Congress == Actor.Congress && p.Id == found.PersonId).Select(p => p.Name).SingleAsync();
        return true;
    }
}
