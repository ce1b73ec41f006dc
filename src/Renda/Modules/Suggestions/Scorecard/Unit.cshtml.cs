using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Suggestions.Scorecard;

/// <summary>单位办理情况: a unit's year of handling.</summary>
[Needs(SuggestionsModule.Numbers)]
internal sealed class UnitModel(RendaDb db, RuleShelf rules, TimeProvider time) : ActorPage
{
    public UnitYear Card { get; private set; } = null!;

    public DateOnly Today => time.Today();

    public bool SeesThrough => Actor.SeesThrough(SuggestionFlow.Id);

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] int? year)
    {
        if (await UnitYear.ReadAsync(db, rules, Actor, id, year, Today) is not { } card)
        {
            return NotFound();
        }

        Card = card;
        return Page();
    }
}
