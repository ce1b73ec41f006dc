using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Rules;

namespace Renda.Modules.Papers;

/// <summary>Handing out papers: only to those who see the record that names them.</summary>
internal static class PapersModule
{
    public static void MapPapers(this WebApplication app) =>
        app.MapGet("/papers/{id:guid}", DownloadAsync).WithMetadata(new NeedsAttribute(CommonPermissions.InPost));

    private static async Task<IResult> DownloadAsync(Guid id, HttpContext http, CurrentActor current, RendaDb db, RuleShelf rules, PaperStore store)
    {
        var actor = await current.GetAsync(http.User);
        var paper = await db.Papers.AsNoTracking().SingleOrDefaultAsync(p => p.Congress == actor.Congress && p.Id == id);
        if (paper is null || !await SeesAsync(db, rules, actor, paper) || store.OpenRead(paper.Sha256) is not { } content)
        {
            return Results.NotFound();
        }

        // Never shown inside the site: a paper is somebody else's content.
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.File(content, paper.MediaType, paper.Name);
    }

    private static async Task<bool> SeesAsync(RendaDb db, RuleShelf rules, Actor actor, Paper paper)
    {
        if (paper.MatterId is not { } matter)
        {
            return paper.UploadedBy == actor.PersonId;
        }

        return await MatterView.LoadAsync(db, rules, actor, await RootAsync(db, paper.Congress, matter)) is { } view
            && view.Family.All.FirstOrDefault(m => m.Matter.Id == matter) is { } member
            && member.Records.Any(r => view.Sees(member, r) && RecordJson.ReadPapers(r.Papers).Any(p => p.Id == paper.Id));
    }

    private static Task<Guid> RootAsync(RendaDb db, int congress, Guid matter) =>
        db.Matters.Where(m => m.Congress == congress && m.Id == matter).Select(m => m.ParentId ?? m.Id).SingleAsync();
}
