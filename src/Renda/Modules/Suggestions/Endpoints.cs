using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Suggestions.Import;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Spreadsheets;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Suggestions;

/// <summary>The register and a suggestion for other programs. They show what the pages show, to the same people.</summary>
internal static class Endpoints
{
    /// <summary>The most rows one export holds.</summary>
    private const int MostRows = 50_000;

    private static readonly string[] Headers = ["编号", "标题", "内容", "领衔代表", "类别", "主办单位", "环节", "提交日期", "期限"];

    public static void MapSuggestions(this WebApplication app)
    {
        app.MapGet("/suggestions.xlsx", ExportAsync).WithMetadata(new NeedsAttribute(SuggestionsModule.Read));
        app.MapGet("/suggestions/template.xlsx", TemplateAsync).WithMetadata(new NeedsAttribute(SuggestionsModule.Import));
        app.MapGet("/suggestions.json", ListAsync).WithMetadata(new NeedsAttribute(SuggestionsModule.Read));
        app.MapGet("/suggestions/{id:guid}.json", ShowAsync).WithMetadata(new NeedsAttribute(SuggestionsModule.Read));
    }

    private static async Task<IResult> ShowAsync(Guid id, HttpContext http, CurrentActor current, RendaDb db, RuleShelf rules, Addresses addresses, TimeProvider time)
    {
        var actor = await current.GetAsync(http.User);
        return await MatterView.LoadAsync(db, rules, actor, id) is { } matter && matter.Root.Matter.Id == id && matter.Root.Matter.Procedure == SuggestionFlow.Id
            ? Results.Json(SuggestionJson.Of(await SuggestionView.BuildAsync(db, addresses, matter, time.Today())), SuggestionJson.Options)
            : Results.NotFound();
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, CurrentActor current, RendaDb db, RuleShelf rules, TimeProvider time, string? stage, Guid? unit, string? subject, int? year, string? lead, string? after, DateOnly? until, bool overdue = false, bool unfinished = false)
    {
        var actor = await current.GetAsync(http.User);
        var filter = RegisterFilter.Of(stage, unit, subject, year, lead, overdue) with { Until = until, Unfinished = Unfinished(rules, actor, time, unfinished) };
        var rows = await new Register(db, actor, SuggestionFlow.Id).PageAsync(filter, time.Today(), Cursors.Read(after));
        var page = rows.Take(Register.PageSize).ToList();
        var next = rows.Count > Register.PageSize ? $"/suggestions.json{filter.Query(Cursors.Write(page[^1].OpenedOn, page[^1].Id))}" : null;
        return Results.Json(new { items = page.Select(r => new { r.Id, r.Number, r.Title, r.Subject, r.Stage, r.OpenedOn, r.DueOn, r.Lead, r.Unit }), next }, SuggestionJson.Options);
    }

    private static async Task ExportAsync(
        HttpContext http, CurrentActor current, RendaDb db, RuleShelf rules, TimeProvider time, string? stage, Guid? unit, string? subject, int? year, string? lead, DateOnly? until, bool overdue = false, bool unfinished = false)
    {
        var actor = await current.GetAsync(http.User);
        var today = time.Today();
        var filter = RegisterFilter.Of(stage, unit, subject, year, lead, overdue) with { Until = until, Unfinished = Unfinished(rules, actor, time, unfinished) };
        await SendAsync(http, $"代表建议-{today:yyyyMMdd}", Headers, RowsAsync(db, rules, actor, filter, today, MostRows));
    }

    private static Task TemplateAsync(HttpContext http) => SendAsync(http, "代表建议台账空表", Columns.Template, AsyncEnumerable.Empty<IReadOnlyList<object?>>());

    private static Task SendAsync(HttpContext http, string name, IReadOnlyList<string> headers, IAsyncEnumerable<IReadOnlyList<object?>> rows)
    {
        http.Response.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"suggestions.xlsx\"; filename*=UTF-8''{Uri.EscapeDataString($"{name}.xlsx")}";
        return SheetWriter.Write(http.Response.Body, "代表建议", headers, rows, http.RequestAborted);
    }

    internal static async IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(RendaDb db, RuleShelf rules, Actor actor, RegisterFilter filter, DateOnly today, int most)
    {
        var procedure = rules.Book.Find(SuggestionFlow.Id, actor.Jurisdiction, today).Procedure;
        var written = 0;
        var lines = from row in await new Register(db, actor, SuggestionFlow.Id).AllAsync(filter, today, most + 1)
                    join text in db.Suggestions on new { actor.Congress, row.Id } equals new { text.Congress, Id = text.MatterId } into texts
                    from text in texts.DefaultIfEmpty()
                    orderby row.OpenedOn descending, row.Id descending
                    select new { Row = row, text.Body };
        await foreach (var line in lines.AsAsyncEnumerable())
        {
            if (written++ == most)
            {
                yield return [$"符合条件的多于 {most} 件，这里只列出前 {most} 件；请按年份等条件分几次导出。"];
                yield break;
            }

            var row = line.Row;
            yield return [row.Number, row.Title, line.Body, row.Lead, Subject(procedure, row), row.Unit, Stage(procedure, row), row.OpenedOn, row.DueOn];
        }
    }

    private static IReadOnlyList<string>? Unfinished(RuleShelf rules, Actor actor, TimeProvider time, bool asked) =>
        asked && rules.Book.Find(SuggestionFlow.Id, actor.Jurisdiction, time.Today()).Procedure is { } procedure ? Words.Unfinished(procedure) : null;

    private static string? Subject(Procedure? procedure, RegisterRow row) => procedure is null ? row.Subject : Words.Subject(procedure, row.Subject);

    private static string Stage(Procedure? procedure, RegisterRow row) => procedure?.Stages.FirstOrDefault(s => s.Id == row.Stage)?.Title ?? row.Stage;
}
