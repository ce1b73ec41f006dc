using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Supervision.Due;

/// <summary>到期与逾期: what waits for which unit, late and soon.</summary>
[Needs(SupervisionModule.Read)]
internal sealed class IndexModel(RendaDb db, TimeProvider time) : ActorPage
{
    public DueTable Table { get; private set; } = null!;

    public DueFilter Filter { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    /// <summary>Sees other units' than those worked for.</summary>
    public bool SeesOthers => Actor.Overseen.Any() || Actor.Has(Posts.Dispatcher);

    public async Task OnGetAsync([FromQuery] string? part, [FromQuery] Guid? level)
    {
        (Today, Filter) = (time.Today(), DueFilter.Of(part, level, unit: null));
        Table = await DueTable.ReadAsync(db, Actor, Filter, Today);
    }
}
