using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Spreadsheets;
using Renda.Platform.Web;

namespace Renda.Modules.Matters;

/// <summary>The list of a procedure as a workbook: what its page shows, to the same people.</summary>
internal static class Endpoints
{
    /// <summary>The most rows one export holds.</summary>
    private const int MostRows = 50_000;

    private static readonly string[] Headers = ["编号", "标题", "单位", "经办人", "环节", "开始日期", "期限"];

    public static void MapMatters(this WebApplication app) =>
        app.MapGet("/matters/of/{procedure}.xlsx", ExportAsync).WithMetadata(new NeedsAttribute(MattersModule.Read));

    private static async Task<IResult> ExportAsync(
        string procedure, HttpContext http, CurrentActor current, RendaDb db, RuleShelf rules, Addresses addresses, TimeProvider time,
        string? stage, Guid? unit, int? year, string? q, bool overdue = false)
    {
        var (actor, today) = (await current.GetAsync(http.User), time.Today());
        if (addresses.IsOwned(procedure) || await Work.FindAsync(db, rules, addresses, actor, procedure, today) is not { } work)
        {
            return Results.NotFound();
        }

        var filter = RegisterFilter.Of(stage, unit, subject: null, year, lead: null, overdue, q);
        var rows = RowsAsync(await new Register(db, actor, procedure).AllAsync(filter, today, MostRows + 1), await Stages.LoadAsync(db, rules, procedure));
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{procedure}-{today:yyyyMMdd}.xlsx\"; filename*=UTF-8''{Uri.EscapeDataString($"{work.Procedure.Title}-{today:yyyyMMdd}.xlsx")}";
        return Results.Stream(
            output => SheetWriter.Write(output, "清单", Headers, rows, http.RequestAborted), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(IQueryable<RegisterRow> rows, Stages stages)
    {
        var written = 0;
        await foreach (var row in rows.AsAsyncEnumerable())
        {
            if (written++ == MostRows)
            {
                yield return [$"符合条件的多于 {MostRows} 件，这里只列出前 {MostRows} 件；请按年份等条件分几次导出。"];
                yield break;
            }

            yield return [row.Number, row.Title, row.Unit, row.Lead, stages.Of(row).Title, row.OpenedOn, row.Ended ? null : row.DueOn];
        }
    }
}
