using System.Text;
using Renda.Database;
using Renda.Modules.Laws.Keeping;
using Renda.Modules.Laws.Reading;
using Renda.Platform.Access;
using Renda.Statutes.Akn;
using Renda.Statutes.Docx;

namespace Renda.Modules.Laws;

/// <summary>A text of the library, or two compared, as a file.</summary>
internal static class Endpoints
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(WebApplication app)
    {
        foreach (var form in (string[])["docx", "txt", "xml"])
        {
            app.MapGet($"/laws/{{id:guid}}/text.{form}", async (Guid id, HttpContext http, CurrentActor current, RendaDb db, int? version) =>
                await TextAsync(db, (await current.GetAsync(http.User)).Congress, id, version, form)).WithMetadata(new NeedsAttribute(LawsModule.Read));
        }

        app.MapGet("/laws/{id:guid}/comparison.docx", CompareAsync).WithMetadata(new NeedsAttribute(LawsModule.Read));
    }

    private static async Task<IResult> TextAsync(RendaDb db, int congress, Guid id, int? number, string form)
    {
        if (await LawBook.FindAsync(db, congress, id) is not { } book || (number is null ? book.Live[^1] : book.Choose(number, default)) is not { } version)
        {
            return Results.NotFound();
        }

        var (text, name) = (await book.TextAsync(db, version), $"{book.Law.Title}（{version.Label}）.{form}");
        return form switch
        {
            "docx" => Results.File(StatuteDocument.Write(text), Word, name),
            "xml" => Results.File(AkomaNtoso.Write(text), "application/akn+xml", name),
            _ => Results.File(Encoding.UTF8.GetBytes(text.Text), "text/plain; charset=utf-8", name),
        };
    }

    private static async Task<IResult> CompareAsync(Guid id, HttpContext http, CurrentActor current, RendaDb db, int? old, int? @new)
    {
        var congress = (await current.GetAsync(http.User)).Congress;
        return await LawBook.FindAsync(db, congress, id) is { } book && Of(book, old) is { } before && Of(book, @new) is { } after
            ? Results.File(ComparisonDocument.Write(await book.TextAsync(db, before), await book.TextAsync(db, after)), Word, $"{book.Law.Title}对照表（{before.Label}、{after.Label}）.docx")
            : Results.NotFound();
    }

    private static LawVersion? Of(LawBook book, int? number) => number is null ? null : book.Choose(number, default);
}
