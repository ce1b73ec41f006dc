using System.ComponentModel;
using Renda.Database;
using Renda.Modules.Matters;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Api;

/// <summary>A matter and its records. What the caller may not see is not there.</summary>
internal static class MatterEndpoints
{
    private const int RecordsPerPage = 100;

    public static void MapMatterReading(this IEndpointRouteBuilder api)
    {
        api.MapLists();
        api.MapGet("/matters/{id:guid}", ShowAsync).WithSummary("A matter: where it stands, what is due and why, what the caller can do. For the id of a part, the whole it belongs to.")
            .Answering<MatterAnswer>(200).Refusing(404);
        api.MapGet("/matters/{id:guid}/records", RecordsAsync).WithSummary("What was done on a matter and its parts, oldest first, each record with its hash.")
            .Answering<Listed<RecordAnswer>>(200).Refusing(404);
    }

    private static async Task<IResult> ShowAsync(Guid id, HttpContext http, CurrentActor current, RendaDb db, RuleShelf rules, Addresses addresses, TimeProvider time)
    {
        var actor = await current.GetAsync(http.User);
        if (await MatterView.LoadAsync(db, rules, actor, id) is not { } view)
        {
            return Problems.Answer(StatusCodes.Status404NotFound);
        }

        var (root, today) = (view.Root.Matter, time.Today());
        return Results.Json(new MatterAnswer(
            root.Id, view.Revision(view.Root), root.Procedure, root.Number, root.Title, view.Stage.Id, view.Stage.Title, root.Ended, root.OpenedOn, RulesAnswer.Of(view.Root.Procedure),
            DueAnswer.Of(view, view.Root, today), Parties(view, await Names.LoadAsync(db, view)), OpenStep.Of(view, today), PartAnswer.Of(view, today), await LinksAsync(db, rules, addresses, view)));
    }

    private static async Task<IResult> RecordsAsync(
        Guid id, HttpContext http, CurrentActor current, RendaDb db, RuleShelf rules, [Description("How many were read already; from the link to the next page.")] int after = 0)
    {
        var actor = await current.GetAsync(http.User);
        if (await MatterView.LoadAsync(db, rules, actor, id) is not { } view)
        {
            return Problems.Answer(StatusCodes.Status404NotFound);
        }

        var names = await Names.LoadAsync(db, view);
        var page = view.Timeline().Skip(Math.Max(0, after)).Take(RecordsPerPage + 1).ToList();
        return Results.Json(new Listed<RecordAnswer>(
            [.. page.Take(RecordsPerPage).Select(x => RecordAnswer.Of(x.Member, x.Record, names))],
            page.Count > RecordsPerPage ? $"/api/matters/{id}/records?after={after + RecordsPerPage}" : null));
    }

    private static IReadOnlyList<PartyAnswer> Parties(MatterView view, Names names)
    {
        var roles = view.Root.Procedure.Roles.Values;
        return
        [
            .. from party in view.Root.Parties
               where view.SeesParty(party)
               let name = party.PersonId is { } person ? names.Person(person) : names.Unit(party.UnitId!.Value)
               select new PartyAnswer(party.Role, roles.FirstOrDefault(r => r.Party == party.Role)?.Title ?? party.Role, party.PersonId, party.UnitId, name),
        ];
    }

    private static async Task<IReadOnlyList<LinkAnswer>> LinksAsync(RendaDb db, RuleShelf rules, Addresses addresses, MatterView view) =>
    [
        .. (await Linked.FromAsync(db, rules, addresses, view)).Select(l => new LinkAnswer(l.Id, l.Number, l.Title, l.Procedure, l.Stage, Named: true)),
        .. (await Linked.ToAsync(db, rules, addresses, view)).Select(l => new LinkAnswer(l.Id, l.Number, l.Title, l.Procedure, l.Stage, Named: false)),
    ];
}
