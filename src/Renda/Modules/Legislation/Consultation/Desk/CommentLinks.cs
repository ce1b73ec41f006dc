using Renda.Database;
using Renda.Modules.Matters;
using Renda.Platform.Access;
using Renda.Platform.Matters;

namespace Renda.Modules.Legislation.Consultation.Desk;

/// <summary>From a regulation to what the public says of it.</summary>
internal sealed class CommentLinks(RendaDb db, IEnumerable<Permission> permissions) : IAdd
{
    public string Procedure => LegislationFlow.Id;

    public async Task<IReadOnlyList<Starting>> ToAsync(MatterView view)
    {
        if (!permissions.Single(p => p.Id == LegislationModule.ReadComments).LetsIn(view.Actor) || await db.RoundAsync(view.Actor.Congress, view.Root.Matter.Id) is not { } round)
        {
            return [];
        }

        return [new Starting("公众意见", $"/matters/{round.MatterId}/comments"), new Starting("征求意见的公开网页", $"/consultations/{round.MatterId}")];
    }
}
