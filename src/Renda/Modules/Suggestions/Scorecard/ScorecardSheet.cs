using System.Globalization;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Spreadsheets;

namespace Renda.Modules.Suggestions.Scorecard;

/// <summary>A unit's year as a sheet: what the page shows, to the same people.</summary>
internal static class ScorecardSheet
{
    public static void MapScorecard(this WebApplication app) =>
        app.MapGet("/suggestion-numbers/units/{id:guid}.xlsx", ExportAsync).WithMetadata(new NeedsAttribute(SuggestionsModule.Numbers));

    private static async Task<IResult> ExportAsync(Guid id, HttpContext http, CurrentActor current, RendaDb db, RuleShelf rules, TimeProvider time, int? year)
    {
        var today = time.Today();
        if (await UnitYear.ReadAsync(db, rules, await current.GetAsync(http.User), id, year, today) is not { } card)
        {
            return Results.NotFound();
        }

        http.Response.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"unit-{card.Year}.xlsx\"; filename*=UTF-8''{Uri.EscapeDataString($"{card.Name}-{card.Year}年办理情况.xlsx")}";
        await SheetWriter.Write(http.Response.Body, "办理情况", ["事项", "数"], RowsAsync(card, today), http.RequestAborted);
        return Results.Empty;
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(UnitYear card, DateOnly today)
    {
        await Task.CompletedTask; // The sheet is written as it is read; here all is at hand.
        yield return ["单位", card.Name];
        yield return ["年份", card.Year];
        foreach (var figure in UnitFigure.All)
        {
            yield return [figure.Title, card.Number(figure, today)];
        }

        yield return ["平均答复天数", card.Days?.ToString("0.0", CultureInfo.InvariantCulture) ?? "—"];
        foreach (var share in card.This.Shares)
        {
            yield return [$"{share.Title}率（占{share.Whole}）", $"{share.Said}（{share.Part}/{share.All}）"];
        }
    }
}
