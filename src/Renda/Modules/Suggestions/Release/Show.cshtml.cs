using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;

namespace Renda.Modules.Suggestions.Release;

/// <summary>A suggestion made public, with its reply.</summary>
[Public("suggestions and their replies are made public by law")]
internal sealed class ShowModel(RendaDb db) : PageModel
{
    public Released Text { get; private set; } = null!;

    public string Congress { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await Released.FindAsync(db, id) is not { } found)
        {
            return NotFound();
        }

        (Text, var code) = found;
        Congress = await db.Congresses.Where(c => c.Code == code).Select(c => c.Name).SingleAsync();
        return Page();
    }
}
