using System.Text;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Statutes;
using Renda.Statutes.Akn;
using Renda.Statutes.Amending;
using Renda.Statutes.Docx;

namespace Renda.Modules.Legislation.Versions;

/// <summary>Texts of a regulation to take along, and what follows from two of them.</summary>
internal static class TextEndpoints
{
    public static void Map(WebApplication app)
    {
        var needs = new NeedsAttribute(LegislationModule.Read);
        app.MapGet("/legislation/{id:guid}/text.docx", (Guid id, string? of, HttpContext http, Fetching fetching, WordFonts fonts) =>
            fetching.OneAsync(http, id, of, (name, text) => Results.File(StatuteDocument.Write(text, fonts), PaperKinds.Docx.MediaType, $"{name}.docx"))).WithMetadata(needs);
        app.MapGet("/legislation/{id:guid}/text.txt", (Guid id, string? of, HttpContext http, Fetching fetching) =>
            fetching.OneAsync(http, id, of, (name, text) => Results.File(Encoding.UTF8.GetBytes(text.Text), "text/plain; charset=utf-8", $"{name}.txt"))).WithMetadata(needs);
        app.MapGet("/legislation/{id:guid}/text.akn", (Guid id, string? of, HttpContext http, Fetching fetching) =>
            fetching.OneAsync(http, id, of, (name, text) => Results.File(AkomaNtoso.Write(text), "application/akn+xml", $"{name}.akn.xml"))).WithMetadata(needs);
        app.MapGet("/legislation/{id:guid}/comparison.docx", (Guid id, string? from, string? to, HttpContext http, Fetching fetching, WordFonts fonts) =>
            fetching.TwoAsync(http, id, from, to, (name, old, @new) => Results.File(ComparisonDocument.Write(old, @new, fonts: fonts), PaperKinds.Docx.MediaType, $"{name}对照表.docx"))).WithMetadata(needs);
        app.MapGet("/legislation/{id:guid}/decision.docx", (Guid id, string? from, string? to, HttpContext http, Fetching fetching, WordFonts fonts) =>
            fetching.TwoAsync(http, id, from, to, (name, old, @new) =>
                Results.File(StatuteDocument.Write(Statute.Parse(Amendment.Decide(old, @new)), fonts), PaperKinds.Docx.MediaType, $"关于修改《{old.Title}》的决定.docx"))).WithMetadata(needs);
    }
}

/// <summary>Finds texts of a regulation somebody may see.</summary>
internal sealed class Fetching(RendaDb db, RuleShelf rules, CurrentActor current, Comparing comparing)
{
    public async Task<IResult> OneAsync(HttpContext http, Guid id, string? of, Func<string, Statute, IResult> give) =>
        await ViewAsync(http, id) is { } view && await comparing.FindAsync(view, of ?? Comparing.Draft) is { } text ? give(view.Root.Matter.Title, text) : Results.NotFound();

    public async Task<IResult> TwoAsync(HttpContext http, Guid id, string? from, string? to, Func<string, Statute, Statute, IResult> give) =>
        await ViewAsync(http, id) is { } view && await comparing.FindAsync(view, from ?? Comparing.Base) is { } old && await comparing.FindAsync(view, to ?? Comparing.Draft) is { } @new
            ? give(view.Root.Matter.Title, old, @new)
            : Results.NotFound();

    private async Task<MatterView?> ViewAsync(HttpContext http, Guid id) =>
        await MatterView.LoadAsync(db, rules, await current.GetAsync(http.User), id) is { } view && view.Root.Matter.Procedure == LegislationFlow.Id && view.Root.Matter.Id == id ? view : null;
}
