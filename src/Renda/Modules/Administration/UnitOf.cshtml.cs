using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Administration;

/// <summary>One unit, or a new one.</summary>
[Needs(AdministrationModule.Units)]
internal sealed class UnitOfPage(RendaDb db, UnitKeeping units) : ActorPage
{
    public static readonly IReadOnlyDictionary<UnitSystem, string> Systems = new Dictionary<UnitSystem, string>
    {
        [UnitSystem.Congress] = "人大",
        [UnitSystem.Government] = "政府",
        [UnitSystem.Supervision] = "监委",
        [UnitSystem.Court] = "法院",
        [UnitSystem.Procuratorate] = "检察院",
        [UnitSystem.Other] = "其他",
        [UnitSystem.Delegation] = "代表团",
    };

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? System { get; set; }

    [BindProperty]
    public string? Handles { get; set; }

    [BindProperty]
    public Guid? Coordinator { get; set; }

    public string? Was { get; private set; }

    public IReadOnlyList<(string, string)> SystemChoices { get; } = [.. Systems.Select(s => (s.Key.ToString(), s.Value))];

    public IReadOnlyList<(string, string)> Coordinators { get; private set; } = [];

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string unit)
    {
        if (!await LoadAsync(unit))
        {
            return NotFound();
        }

        var known = await FindAsync(unit);
        (Name, System, Handles, Coordinator) = (known?.Name, known?.System.ToString(), known is null ? null : known.Handles ? "yes" : "no", known?.CoordinatorId);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string unit)
    {
        if (!await LoadAsync(unit))
        {
            return NotFound();
        }

        var kept = await units.PutAsync(Actor, (await FindAsync(unit))?.Id, new UnitWish(Name, System, Coordinator, Handles), HttpContext);
        if (!kept.Ok)
        {
            Refusals = kept.Refusals;
            return Page();
        }

        Notice(kept.Notice!);
        return LocalRedirect("/administration/units");
    }

    private Task<Unit?> FindAsync(string unit) =>
        Id(unit) is var id && id == Guid.Empty ? Task.FromResult<Unit?>(null) : db.Units.AsNoTracking().SingleOrDefaultAsync(u => u.Congress == Actor.Congress && u.Id == id);

    private async Task<bool> LoadAsync(string unit)
    {
        var id = Id(unit);
        Was = (await FindAsync(unit))?.Name;
        var others = await db.Units.AsNoTracking().Where(u => u.Congress == Actor.Congress && u.CoordinatorId == null && (u.System == UnitSystem.Congress || u.System == UnitSystem.Government) && u.Id != id).OrderBy(u => u.Id).ToListAsync();
        Coordinators = [("", "代表工作机构直接交办"), .. others.Select(u => (u.Id.ToString(), u.Name))];
        return unit == "new" || Was is not null;
    }

    private static Guid Id(string unit) => Guid.TryParse(unit, out var id) ? id : Guid.Empty;
}
