using System.ComponentModel;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Web;

namespace Renda.Modules.Api;

/// <summary>What was done.</summary>
/// <param name="Matter">The matter, or the part of one, that was acted on.</param>
/// <param name="Version">The version after the step, to be given with the next one.</param>
/// <param name="Repeated">The same request had been carried out before; nothing was done again.</param>
internal sealed record Acted(Guid Matter, string Step, int Version, bool Repeated);

/// <summary>Beginning matters and taking steps, through the same acts as the pages.</summary>
internal static class ActEndpoints
{
    private const string KeyHeader = "Idempotency-Key";

    public static void MapActs(this IEndpointRouteBuilder api)
    {
        api.MapPost("/matters", BeginAsync).WithSummary("Begins a matter.")
            .Answering<Acted>(201).Answering<Acted>(200).Refusing(400, 413, 415, 422);
        api.MapPost("/matters/{id:guid}/steps/{step}", TakeAsync).WithSummary("Takes a step on a matter or on a part of it.")
            .Answering<Acted>(200).Refusing(400, 404, 409, 413, 415, 422);
    }

    private static async Task<IResult> BeginAsync(Body<BeginAsk> body, HttpContext http, CurrentActor current, Acts acts)
    {
        if (body.Value is not { } ask)
        {
            return body.Unread!;
        }

        if (ask.Procedure is null || ask.Step is null)
        {
            return Problems.Refused("请写明 procedure 和 step。", ask.Procedure is null ? "procedure" : "step", "可以开始的程序和步骤见 /api/procedures。");
        }

        var (key, refused) = Key(http, ask.Key);
        return refused ?? Answer(ask.Step, http, await acts.BeginAsync(
            await current.GetAsync(http.User), ask.Procedure, new ActRequest(ask.Step, Modules.Api.Answer.Together(ask.Particulars), null, key) { Strict = true }), begun: true);
    }

    private static async Task<IResult> TakeAsync(Guid id, [Description("The step's id.")] string step, Body<StepAsk> body, HttpContext http, CurrentActor current, Acts acts)
    {
        if (body.Value is not { } ask)
        {
            return body.Unread!;
        }

        var (key, refused) = Key(http, ask.Key);
        if (refused is null && ask.Version is null)
        {
            refused = Problems.Refused("请写明 version：您所见的此件的版本。", "version", "版本见 /api/matters/{id}，以及上一步的回答。");
        }

        return refused ?? Answer(step, http, await acts.TakeAsync(
            await current.GetAsync(http.User), id, new ActRequest(step, Modules.Api.Answer.Together(ask.Particulars), ask.Version, key) { Strict = true }), begun: false);
    }

    private static (Guid Key, IResult? Refused) Key(HttpContext http, Guid? inBody)
    {
        var header = http.Request.Headers[KeyHeader].ToString();
        Guid? given = Guid.TryParse(header.Trim('"'), out var read) ? read : null;
        return (inBody ?? given) is not { } key || (header.Length > 0 && given is null) || (given ?? key) != key || key == Guid.Empty
            ? (default, Problems.Refused("请写明 key：您为这次请求定的 UUID。", "key", $"写在正文的 key 或 {KeyHeader} 头里；重发同一请求用同一个，新的请求用新的。"))
            : (key, null);
    }

    private static IResult Answer(string step, HttpContext http, Outcome outcome, bool begun)
    {
        switch (outcome)
        {
            case Outcome.Done done:
                http.Response.Headers.Location = $"/api/matters/{done.MatterId}";
                return Results.Json(new Acted(done.MatterId, step, done.Sequence, done.Repeated), statusCode: begun && !done.Repeated ? StatusCodes.Status201Created : StatusCodes.Status200OK);
            case Outcome.Refused refused:
                return Problems.Answer(refused.Overtaken ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity, errors: refused.Reasons);
            default:
                return Problems.Answer(StatusCodes.Status404NotFound);
        }
    }
}
