using Renda.Platform.Access;
using Renda.Platform.Files;

namespace Renda.Modules.Legislation.Consultation.Public;

/// <summary>The papers a draft was published with, for everybody.</summary>
internal static class PublicEndpoints
{
    public static void Map(WebApplication app) =>
        app.MapGet("/consultations/{id:guid}/papers/{paper:guid}", PaperAsync).WithMetadata(new PublicAttribute("a draft and its explanation are published for everybody to read"));

    private static async Task<IResult> PaperAsync(Guid id, Guid paper, int? round, HttpContext http, PublicRounds rounds, PaperStore store)
    {
        if (await rounds.FindAsync(id, round) is not (_, var found) || (await rounds.PapersAsync(found)).All(p => p.Id != paper)
            || await rounds.PaperAsync(found.Congress, paper) is not { } kept || store.OpenRead(kept.Sha256) is not { } content)
        {
            return Results.NotFound();
        }

        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'"; // A paper is somebody else's content.
        return Results.File(content, kept.MediaType, kept.Name);
    }
}
