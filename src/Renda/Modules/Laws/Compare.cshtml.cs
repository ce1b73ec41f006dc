using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Modules.Laws.Keeping;
using Renda.Modules.Laws.Reading;
using Renda.Platform.Access;
using Renda.Platform.Web;
using Renda.Statutes.Rendering;

namespace Renda.Modules.Laws;

/// <summary>Any two texts of a law side by side.</summary>
[Needs(LawsModule.Read)]
internal sealed class CompareModel(RendaDb db) : ActorPage
{
    public LawBook Book { get; private set; } = null!;

    public LawVersion Old { get; private set; } = null!;

    public LawVersion New { get; private set; } = null!;

    public HtmlString Table { get; private set; } = HtmlString.Empty;

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] int old, [FromQuery] int @new)
    {
        if (await LawBook.FindAsync(db, Actor.Congress, id) is not { } book || book.Choose(old, default) is not { } before || book.Choose(@new, default) is not { } after)
        {
            return NotFound();
        }

        (Book, Old, New) = (book, before, after);
        Table = new HtmlString(ComparisonPage.Fragment(await book.TextAsync(db, before), await book.TextAsync(db, after), before.Label, after.Label));
        return Page();
    }
}
