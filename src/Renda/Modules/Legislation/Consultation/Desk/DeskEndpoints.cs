using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Rules;
using Renda.Platform.Spreadsheets;

namespace Renda.Modules.Legislation.Consultation.Desk;

/// <summary>Comments as workbooks, and the papers they came on.</summary>
internal static class DeskEndpoints
{
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(WebApplication app)
    {
        app.MapGet("/matters/{id:guid}/comments.xlsx", ExportAsync).WithMetadata(new NeedsAttribute(LegislationModule.ReadComments));
        app.MapGet("/matters/{id:guid}/comments/template.xlsx", TemplateAsync).WithMetadata(new NeedsAttribute(LegislationModule.KeepComments));
        app.MapGet("/matters/{id:guid}/comments/{comment:guid}/paper", PaperAsync).WithMetadata(new NeedsAttribute(LegislationModule.KeepComments));
    }

    private static async Task<IResult> ExportAsync(Guid id, int? round, HttpContext http, CurrentActor current, RendaDb db, RuleShelf rules, OutcomeTable table, TimeProvider time)
    {
        if (await DeskPage.FindAsync(db, rules, await current.GetAsync(http.User), id, round) is not { } found)
        {
            return Results.NotFound();
        }

        Name(http, "comments", $"{found.Title}公众意见-{time.Today():yyyyMMdd}");
        return Results.Stream(output => table.WriteAsync(output, found, http.RequestAborted), Sheet);
    }

    private static async Task<IResult> TemplateAsync(Guid id, HttpContext http, CurrentActor current, RendaDb db, RuleShelf rules)
    {
        if (await DeskPage.FindAsync(db, rules, await current.GetAsync(http.User), id, null) is null)
        {
            return Results.NotFound();
        }

        Name(http, "letters", "意见登记空表");
        return Results.Stream(output => SheetWriter.Write(output, "意见", CommentColumns.Template, AsyncEnumerable.Empty<IReadOnlyList<object?>>(), http.RequestAborted), Sheet);
    }

    // Names and addresses stand on letters and in lists: they are for who keeps them alone, and each look is on the log.
    private static async Task<IResult> PaperAsync(Guid id, Guid comment, int? round, HttpContext http, CurrentActor current, RendaDb db, RuleShelf rules, PaperStore store, AccountLog log)
    {
        var actor = await current.GetAsync(http.User);
        if (await DeskPage.FindAsync(db, rules, actor, id, round) is not { } found || (await DeskPage.CommentAsync(db, found, comment))?.PaperId is not { } paper
            || await db.Papers.AsNoTracking().SingleOrDefaultAsync(p => p.Congress == actor.Congress && p.Id == paper) is not { } kept || store.OpenRead(kept.Sha256) is not { } content)
        {
            return Results.NotFound();
        }

        log.Add(actor, $"下载公众意见的原件：{found.Title} {comment}", http);
        await db.SaveChangesAsync();
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'"; // A paper is somebody else's content.
        return Results.File(content, kept.MediaType, kept.Name);
    }

    private static void Name(HttpContext http, string plain, string name) =>
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{plain}.xlsx\"; filename*=UTF-8''{Uri.EscapeDataString($"{name}.xlsx")}";
}
