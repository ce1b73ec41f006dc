using Renda.Database;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Legislation.Drafting;

/// <summary>A page about a regulation this person may see.</summary>
internal abstract class BillPage(RendaDb db, RuleShelf rules) : ActorPage
{
    public MatterView Matter { get; private set; } = null!;

    protected Guid Id => Matter.Root.Matter.Id;

    protected async Task<bool> FindAsync(Guid id)
    {
        if (await MatterView.LoadAsync(db, rules, Actor, id) is not { } view || view.Root.Matter.Id != id || view.Root.Matter.Procedure != LegislationFlow.Id)
        {
            return false;
        }

        Matter = view;
        return true;
    }
}
