using Renda.Database;
using Renda.Modules.Matters;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Api;

/// <summary>A page of a list.</summary>
/// <param name="Next">Where the next page is; null on the last.</param>
internal sealed record Listed<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>The kinds of work there are for somebody.</summary>
internal static class ProcedureEndpoints
{
    public static void MapProcedureList(this IEndpointRouteBuilder api) =>
        api.MapGet("/procedures", ListAsync).WithSummary("The procedures in force that the caller can begin or has matters of to see.").Answering<Listed<ProcedureAnswer>>(200);

    private static async Task<IResult> ListAsync(HttpContext http, CurrentActor current, RendaDb db, RuleShelf rules, Addresses addresses, TimeProvider time)
    {
        var (actor, today) = (await current.GetAsync(http.User), time.Today());
        return Results.Json(new Listed<ProcedureAnswer>(
            [
                .. from work in await Work.OfAsync(db, rules, addresses, actor, today)
                   let procedure = rules.Book.Find(work.Procedure.Id, actor.Jurisdiction, today).Procedure
                   where procedure is not null
                   select ProcedureAnswer.Of(procedure, [.. Work.Beginning(procedure, actor).Select(s => s.Id)]),
            ], null));
    }
}
