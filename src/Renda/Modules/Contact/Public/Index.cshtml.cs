using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;

namespace Renda.Modules.Contact.Public;

/// <summary>The deputies one can write to.</summary>
[Public("people write to their deputies without an account")]
internal sealed class IndexModel(RendaDb db, PublicDeputies deputies) : PageModel
{
    public IReadOnlyList<Congress> Congresses { get; private set; } = [];

    public Congress? Congress { get; private set; }

    public IReadOnlyList<Seat> Seats { get; private set; } = [];

    public async Task OnGetAsync([FromQuery] int? congress)
    {
        Congresses = await db.Congresses.AsNoTracking().OrderBy(c => c.Code).ToListAsync();
        Congress = Congresses.FirstOrDefault(c => c.Code == congress) ?? (Congresses.Count > 0 ? Congresses[0] : null);
        Seats = Congress is { } here ? await deputies.OfAsync(here.Code) : [];
    }
}
