using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Suggestions.Numbers;

/// <summary>How suggestions were handled in a year: satisfied, solved and kept, three figures that stay apart.</summary>
[Needs(SuggestionsModule.Numbers)]
internal sealed class IndexModel(RendaDb db, RuleShelf rules, TimeProvider time) : ActorPage
{
    public NumbersTable Table { get; private set; } = null!;

    public bool SeesThrough => Actor.SeesThrough(SuggestionFlow.Id);

    public bool SeesAll => Actor.Oversees(SuggestionFlow.Id);

    public async Task<IActionResult> OnGetAsync([FromQuery] int? year, [FromQuery] string? by)
    {
        var (table, none) = await NumbersTable.ReadAsync(db, rules, Actor, time.Today(), year, by);
        if (table is null)
        {
            Notice($"现在不能统计代表建议。{none}");
            return Redirect("/");
        }

        Table = table;
        return Page();
    }

    public string Opens(Figure figure, string? of) => Table.Opens(figure, of);
}
