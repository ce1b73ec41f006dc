using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Modules.Matters;
using Renda.Modules.Suggestions.Division;
using Renda.Modules.Suggestions.Joint;
using Renda.Modules.Suggestions.Similar;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Suggestions;

/// <summary>A suggestion's page: where it stands, what is due and why, who has it, what was done, what can be done next.</summary>
[Needs(SuggestionsModule.Read)]
internal sealed class ShowModel(RendaDb db, RuleShelf rules, Addresses addresses, TimeProvider time, IEnumerable<IFlow> flows, SimilarLines similar) : ActorPage
{
    public MatterView Matter { get; private set; } = null!;

    public SuggestionView View { get; private set; } = null!;

    /// <summary>Matters of other procedures that name this one.</summary>
    public IReadOnlyList<Linked> NamedBy { get; private set; } = [];

    /// <summary>What can be begun about this one.</summary>
    public IReadOnlyList<Starting> Starts { get; private set; } = [];

    /// <summary>Those of all years that most likely ask for the same; null where nobody has to decide on it now.</summary>
    public IReadOnlyList<SimilarLine>? Similar { get; private set; }

    /// <summary>Null where it goes alone.</summary>
    public JointCard? Joint { get; private set; }

    /// <summary>Null where nothing was divided.</summary>
    public DivisionCard? Division { get; private set; }

    /// <summary>Where those of the similar ones that ask for the same are joined to this one; null for those who cannot.</summary>
    public string? Joins { get; private set; }

    /// <summary>What can be done; answering, where it is handled together with others, is done there.</summary>
    public IReadOnlyList<NextAct> Acts =>
    [
        .. View.Acts.Select(a => Joint is { Running: true, Href: { } joint } && a.Href == addresses.Act(SuggestionFlow.Id, View.Root.Id, JointFlow.Reply) ? a with { Title = "一并答复", Href = $"{joint}/{JointFlow.Reply}", Missing = [] } : a),
    ];

    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await MatterView.LoadAsync(db, rules, Actor, id) is not { } matter || matter.Root.Matter.Procedure != SuggestionFlow.Id)
        {
            return NotFound();
        }

        if (matter.Root.Matter.Id != id)
        {
            return Redirect(addresses.Matter(SuggestionFlow.Id, matter.Root.Matter.Id)); // A unit's part is shown on the suggestion itself.
        }

        Today = time.Today();
        Matter = matter;
        View = await SuggestionView.BuildAsync(db, addresses, matter, Today);
        Joint = await JointCard.OfAsync(db, matter);
        Division = await DivisionCard.OfAsync(db, rules, matter);
        // What the cards tell is not told twice.
        NamedBy = [.. (await Linked.ToAsync(db, rules, addresses, matter)).Where(l => l.Id != Joint?.Id && Division?.Parts.Any(p => p.Id == l.Id) != true)];
        Starts = Starting.From(rules, flows, addresses, matter, Today);
        Joins = matter.Stage.Id == Joinable.Filed && Joint is null ? Starts.Select(s => s.Href.Split('?')[0]).FirstOrDefault(h => h == addresses.Begin(JointFlow.Id, JointFlow.Join)) : null;
        Similar = Actor.Has(Posts.Office) && matter.Stage.Id is "submitted" or "filed" ? await similar.ReadAsync(Actor, View.Root.Title, View.Body, Likeness.Same, id) : null;
        return Page();
    }
}
