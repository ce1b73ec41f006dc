using System.Text;
using Renda.Database;
using Renda.Modules.Reports.Issuing;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Rules;

namespace Renda.Modules.Reports.Export;

/// <summary>An issued report to take along: as a document, as a page, as the package that can be checked anywhere.</summary>
internal static class ExportEndpoints
{
    public static void Map(WebApplication app)
    {
        var needs = new NeedsAttribute(ReportsModule.Read);
        app.MapGet("/reports/{id:guid}/report.docx", (Guid id, HttpContext http, DocxExport docx, Taking taking) => taking.TakeAsync(http, id, (name, package) =>
            Results.File(docx.Write(package.Report), PaperKinds.Docx.MediaType, $"{name}.docx"))).WithMetadata(needs);
        app.MapGet("/reports/{id:guid}/report.html", (Guid id, HttpContext http, Taking taking) => taking.TakeAsync(http, id, (name, package) =>
            Results.File(Encoding.UTF8.GetBytes(HtmlExport.Page(package.Report)), "text/html; charset=utf-8", $"{name}.html"))).WithMetadata(needs);
        app.MapGet("/reports/{id:guid}/package.zip", (Guid id, HttpContext http, Taking taking) => taking.PackageAsync(http, id)).WithMetadata(needs);
    }
}

/// <summary>Finds the package of a report somebody may see.</summary>
internal sealed class Taking(RendaDb db, RuleShelf rules, CurrentActor current, Issued issued, PaperStore store)
{
    public async Task<IResult> TakeAsync(HttpContext http, Guid id, Func<string, PackageReader, IResult> give)
    {
        if (await ViewAsync(http, id) is not { } view)
        {
            return Results.NotFound();
        }

        using var package = await issued.OpenAsync(view);
        return package is null ? Results.NotFound() : give(view.Root.Matter.Title, package);
    }

    public async Task<IResult> PackageAsync(HttpContext http, Guid id) =>
        await ViewAsync(http, id) is { } view && view.Root.Records.LastOrDefault(r => r.Step == "issue") is { } record && RecordJson.ReadPapers(record.Papers) is [var paper, ..] && store.OpenRead(paper.Sha256) is { } file
            ? Results.File(file, PaperKinds.ReportPackage.MediaType, paper.Name)
            : Results.NotFound();

    private async Task<MatterView?> ViewAsync(HttpContext http, Guid id) => await MatterView.LoadAsync(db, rules, await current.GetAsync(http.User), id);
}
