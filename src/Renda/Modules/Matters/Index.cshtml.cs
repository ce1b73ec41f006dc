using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Matters;

/// <summary>全部工作: what the office does, as far as it is this person's.</summary>
[Needs(MattersModule.Read)]
internal sealed class IndexModel(RendaDb db, RuleShelf rules, Addresses addresses, TimeProvider time) : ActorPage
{
    public IReadOnlyList<(string Title, IReadOnlyList<Work> Works)> Groups { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var works = await Work.OfAsync(db, rules, addresses, Actor, time.Today());
        Groups = [.. from @group in Procedure.Groups
                     let own = works.Where(w => w.Procedure.Group == @group.Key).ToList()
                     where own.Count > 0
                     select (@group.Value, (IReadOnlyList<Work>)own)];
    }
}
