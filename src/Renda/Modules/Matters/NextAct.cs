using Renda.Platform.Matters;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Matters;

/// <summary>Something the person can do, or could if what is missing were there, or no longer can.</summary>
/// <param name="Matter">The whole, or the part of it acted on.</param>
/// <param name="Short">The title where the part it is on is plain.</param>
internal sealed record NextAct(Guid Matter, string Short, string Title, string Href, bool Grave, bool Main, bool Lapsed, IReadOnlyList<Refusal> Missing)
{
    public bool Open => Missing.Count == 0;

    public static List<NextAct> Of(MatterView view, Addresses addresses, DateOnly today) =>
    [
        .. from offer in view.Offers(today)
           let awaited = offer.Member.Procedure.Stage(offer.Member.Matter.Stage).Awaits.Any(a => a.Step == offer.Step.Id)
           orderby offer.Step.Grave, awaited descending
           let part = offer.Member == view.Root ? "" : $"（{offer.Member.Matter.Title}）"
           let id = offer.Member.Matter.Id
           select new NextAct(
               id, offer.Step.Title, offer.Step.Title + part, addresses.Act(view.Root.Matter.Procedure, id, offer.Step.Id), offer.Step.Grave, awaited,
               Taking.Lapsed(view.State(offer.Member), offer.Step, today), offer.Missing),
    ];
}
