using Renda.Database;
using Renda.Modules.Handling.Inside;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Matters;
using Renda.Platform.Rules;

namespace Renda.Modules.Handling.Letters;

/// <summary>The letter of a draft, to those inside the unit; the template, to the office that looks after it.</summary>
internal static class LetterEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/handling/drafts/{id:guid}/letter.docx", LetterAsync).WithMetadata(new NeedsAttribute(HandlingModule.Read));
        app.MapGet("/handling/letter/template.docx", TemplateAsync).WithMetadata(new NeedsAttribute(HandlingModule.Letters));
    }

    private static async Task<IResult> LetterAsync(Guid id, HttpContext http, CurrentActor current, RendaDb db, RuleShelf rules, LetterWriting writing)
    {
        var actor = await current.GetAsync(http.User);
        return await MatterView.LoadAsync(db, rules, actor, id) is { } work && work.Root.Matter.Procedure == UnitWorkFlow.Id && await writing.WriteAsync(work) is var (name, content)
            ? Results.File(content, PaperKinds.Docx.MediaType, name)
            : Results.NotFound();
    }

    private static async Task<IResult> TemplateAsync(HttpContext http, CurrentActor current, TemplateKeeping templates)
    {
        var actor = await current.GetAsync(http.User);
        var own = await templates.FindAsync(actor.Congress);
        return Results.File(await templates.ContentAsync(actor.Congress), PaperKinds.Docx.MediaType, own?.Name ?? "答复函模板.docx");
    }
}
