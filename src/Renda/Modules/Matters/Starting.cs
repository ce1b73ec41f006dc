using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Matters;

/// <summary>Another matter that can be begun about this one: its form comes with this one filled in.</summary>
internal sealed record Starting(string Title, string Href)
{
    /// <summary>What the person can begin about a matter, by any procedure whose first step asks for one of its kind.</summary>
    public static IReadOnlyList<Starting> From(RuleShelf rules, IEnumerable<IFlow> flows, Addresses addresses, MatterView view, DateOnly today)
    {
        var (kind, id) = (view.Root.Matter.Procedure, view.Root.Matter.Id);
        return view.Stage.Private ? [] :
        [
            .. from procedure in rules.Book.InForce(view.Actor.Jurisdiction, today)
               from step in Work.Beginning(procedure, view.Actor)
               where flows.Of(procedure.Id).IsOfferedAbout(view)
               where step.Asks.Any(f => !f.Carried && f.Type is FieldType.Matter or FieldType.Matters && f.Of.Contains(kind))
               let href = addresses.Begin(procedure.Id, step.Id)
               where href is not null
               select new Starting($"{procedure.Title}：{step.Title}", $"{href}?about={id}"),
        ];
    }
}
