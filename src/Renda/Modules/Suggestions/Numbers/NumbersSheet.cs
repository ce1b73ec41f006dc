using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Spreadsheets;

namespace Renda.Modules.Suggestions.Numbers;

/// <summary>The statistics as a sheet: what the page shows, to the same people.</summary>
internal static class NumbersSheet
{
    public static void MapNumbers(this WebApplication app) =>
        app.MapGet("/suggestion-numbers.xlsx", ExportAsync).WithMetadata(new NeedsAttribute(SuggestionsModule.Numbers));

    private static async Task<IResult> ExportAsync(HttpContext http, CurrentActor current, RendaDb db, RuleShelf rules, TimeProvider time, int? year, string? by)
    {
        var (table, none) = await NumbersTable.ReadAsync(db, rules, await current.GetAsync(http.User), time.Today(), year, by);
        if (table is null)
        {
            return Results.Text(none, statusCode: StatusCodes.Status404NotFound);
        }

        var columns = table.Figures.Columns.SelectMany(c => c.Columns).ToList();
        http.Response.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"numbers-{table.Year}.xlsx\"; filename*=UTF-8''{Uri.EscapeDataString($"办理统计-{table.Year}.xlsx")}";
        List<string> headers = [table.By.Title, .. columns.Select(c => c.Title), .. table.All.Shares.Select(s => $"{s.Title}率（占{s.Whole}）")];
        await SheetWriter.Write(http.Response.Body, "办理统计", headers, RowsAsync(table, columns), http.RequestAborted);
        return Results.Empty;
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(NumbersTable table, List<Figure> columns)
    {
        await Task.CompletedTask; // The sheet is written as it is read; here all is at hand.
        foreach (var row in table.Rows.Append(table.All))
        {
            yield return [row.Title, .. columns.Select(c => (object)row.Number(c)), .. row.Shares.Select(s => s.Said)];
        }
    }
}
