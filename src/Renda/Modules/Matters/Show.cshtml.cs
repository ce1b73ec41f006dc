using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Matters;

/// <summary>A matter's page: where it stands, what is due and why, what it says, who takes part, what was done, what can be done next.</summary>
[Needs(MattersModule.Read)]
internal sealed class ShowModel(RendaDb db, RuleShelf rules, Addresses addresses, TimeProvider time, IEnumerable<IFlow> flows, IEnumerable<IAdd> added) : ActorPage
{
    public Dossier Dossier { get; private set; } = null!;

    /// <summary>What can be begun about this one.</summary>
    public IReadOnlyList<Starting> Starts { get; private set; } = [];

    /// <summary>What a module shows before the content.</summary>
    public Panel? Added { get; private set; }

    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await MatterView.LoadAsync(db, rules, Actor, id) is not { } matter)
        {
            return NotFound();
        }

        var root = matter.Root.Matter;
        if (root.Id != id || addresses.IsOwned(root.Procedure))
        {
            return Redirect(addresses.Matter(root.Procedure, root.Id)); // A part is shown on the page of the whole.
        }

        Today = time.Today();
        Dossier = await Dossier.BuildAsync(db, rules, addresses, matter, Today);
        foreach (var one in added.Where(a => a.Procedure == root.Procedure))
        {
            Added ??= await one.PanelAsync(matter);
            Starts = [.. Starts, .. await one.ToAsync(matter)];
        }

        Starts = [.. Starts, .. Starting.From(rules, flows, addresses, matter, Today)];
        return Page();
    }
}
