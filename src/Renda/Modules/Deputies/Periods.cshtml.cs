using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Deputies.Roster;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Deputies;

/// <summary>What a deputy does in committees, and when a deputy does not act.</summary>
[Needs(DeputiesModule.Keep)]
internal sealed class PeriodsModel(RendaDb db, PeriodKeeping periods, TimeProvider time) : ActorPage
{
    public static readonly IReadOnlyList<string> Offices = ["主任", "副主任", "秘书长", "主任委员", "副主任委员", "委员"];

    [BindProperty]
    public Guid? Unit { get; set; }

    [BindProperty]
    public string? Office { get; set; }

    [BindProperty]
    public DateOnly? PeriodFrom { get; set; }

    [BindProperty]
    public DateOnly? PeriodTo { get; set; }

    public Mandate Mandate { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public Choices Choices { get; private set; } = new([], [], []);

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid mandate)
    {
        PeriodFrom = time.Today();
        return await FindAsync(mandate) ? Page() : NotFound();
    }

    public Task<IActionResult> OnPostAsync(Guid mandate) => KeepAsync(mandate, () => periods.AddAsync(Actor, mandate, new PeriodWish(Unit, Office, PeriodFrom, PeriodTo)));

    public Task<IActionResult> OnPostSuspendAsync(Guid mandate) => KeepAsync(mandate, () => periods.AddAsync(Actor, mandate, new PeriodWish(null, null, PeriodFrom, null, Suspension: true)));

    public Task<IActionResult> OnPostEndAsync(Guid mandate, Guid period, DateOnly? last) => KeepAsync(mandate, () => periods.EndAsync(Actor, mandate, period, last));

    private async Task<IActionResult> KeepAsync(Guid mandate, Func<Task<Kept>> keep)
    {
        if (!await FindAsync(mandate))
        {
            return NotFound();
        }

        var kept = ModelState.IsValid ? await keep() : Answers.Unreadable;
        if (!kept.Ok)
        {
            Refusals = kept.Refusals;
            return Page();
        }

        Notice(kept.Notice!);
        return LocalRedirect($"/deputies/{kept.Id}");
    }

    private async Task<bool> FindAsync(Guid id)
    {
        if (await db.Mandates.AsNoTracking().SingleOrDefaultAsync(m => m.Congress == Actor.Congress && m.Id == id) is not { } found)
        {
            return false;
        }

        Mandate = found;
        Name = await db.People.Where(p => p.Congress == Actor.Congress && p.Id == found.PersonId).Select(p => p.Name).SingleAsync();
        Choices = await Choices.LoadAsync(db, Actor.Congress);
        return true;
    }
}
