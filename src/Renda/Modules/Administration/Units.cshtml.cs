using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Administration;

[Needs(AdministrationModule.Units)]
internal sealed class UnitsPage(RendaDb db) : ActorPage
{
    public IReadOnlyList<Unit> Rows { get; private set; } = [];

    public async Task OnGetAsync() =>
        Rows = [.. (await db.Units.AsNoTracking().Where(u => u.Congress == Actor.Congress).ToListAsync()).OrderBy(u => u.System).ThenBy(u => u.Name, StringComparer.Ordinal)];

    public string Coordinator(Unit unit) => Rows.FirstOrDefault(u => u.Id == unit.CoordinatorId)?.Name ?? (unit.Handles ? "代表工作机构" : "");
}
