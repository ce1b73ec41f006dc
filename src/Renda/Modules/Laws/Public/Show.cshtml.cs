using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Laws.Reading;
using Renda.Platform;
using Renda.Platform.Access;

namespace Renda.Modules.Laws.Public;

/// <summary>A law for everybody: its text as of a day, and the texts it has had.</summary>
[Public("laws are public")]
internal sealed class ShowModel(RendaDb db, TimeProvider time) : PageModel
{
    public LawPage Law { get; private set; } = null!;

    public string Congress { get; private set; } = "";

    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] int? version, [FromQuery] DateOnly? on)
    {
        Today = time.Today();
        foreach (var congress in await db.Congresses.AsNoTracking().OrderBy(c => c.Code).ToListAsync())
        {
            if (await LawPage.BuildAsync(db, congress.Code, id, "/public/laws", version, on, Today) is { } law)
            {
                (Law, Congress) = (law, congress.Name);
                return Page();
            }
        }

        return NotFound();
    }
}
