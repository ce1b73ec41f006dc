using Renda.Database;
using Renda.Modules.Suggestions.Numbers;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Spreadsheets;
using Renda.Procedures;

namespace Renda.Modules.Suggestions.Awards;

/// <summary>The evidence as sheets: what the pages show, to the same people.</summary>
internal static class AwardSheets
{
    /// <summary>The most rows one export holds.</summary>
    private const int MostRows = 10_000;

    public static void MapAwards(this WebApplication app)
    {
        app.MapGet("/awards/{id:guid}/suggestions.xlsx", SuggestionsAsync).WithMetadata(new NeedsAttribute(SuggestionsModule.Awards));
        app.MapGet("/awards/{id:guid}/units.xlsx", UnitsAsync).WithMetadata(new NeedsAttribute(SuggestionsModule.Awards));
    }

    private static async Task<IResult> SuggestionsAsync(Guid id, [AsParameters] Asking asking, HttpContext http, CurrentActor current, RendaDb db, RuleShelf rules, TimeProvider time)
    {
        var (actor, today) = (await current.GetAsync(http.User), time.Today());
        if (await Award.LoadAsync(db, rules, actor, id) is not { } award || rules.Book.Find(SuggestionFlow.Id, actor.Jurisdiction, today).Procedure is not { } procedure)
        {
            return Results.NotFound();
        }

        var (figures, nominated, years) = (new Figures(procedure), award.NominatedSuggestions, Years.Of(asking.First, asking.Last, Award.YearsOf(award.View, today)));
        var evidences = new SuggestionEvidences(db, actor, figures);
        var rows = await evidences.ReadAsync(evidences.Of(asking, years, [.. nominated.Keys]), Criterion.Find(asking.Sort), MostRows);
        List<string> headers = ["编号", "标题", "领衔代表", "主办单位", "类别", "提交日期", "办理态度", "办理结果", "答复", "承诺", "重点督办", "承诺台账", "联名代表人数", "群众意见", "重新办理", "要求不公开", "本次评选"];
        return Send(http, $"优秀建议推荐依据-{years.Title}", headers, rows.Select(r => (IReadOnlyList<object?>)
        [
            r.Row.Number, r.Row.Title, r.Row.Lead, r.Row.Unit, Words.Subject(procedure, r.Row.Subject), r.Row.OpenedOn, EvidenceWords.Mark(r.Result, r.Result.Attitude), EvidenceWords.Mark(r.Result, r.Result.Result),
            EvidenceWords.Reply(r.Result, figures), EvidenceWords.Promise(r.Result, today), Titles(r, Facts.KeySuggestion), Titles(r, Facts.Promise), r.Cosigners, r.Of(Facts.Opinion).Count,
            YesNo(r.Rehandled), YesNo(r.Secret), nominated.TryGetValue(r.Id, out var stage) ? stage : "没有推荐",
        ]));
    }

    private static async Task<IResult> UnitsAsync(Guid id, [AsParameters] Asking asking, HttpContext http, CurrentActor current, RendaDb db, RuleShelf rules, TimeProvider time, UnitEvidences evidences)
    {
        var (actor, today) = (await current.GetAsync(http.User), time.Today());
        if (await Award.LoadAsync(db, rules, actor, id) is not { } award || rules.Book.Find(SuggestionFlow.Id, actor.Jurisdiction, today).Procedure is not { } procedure)
        {
            return Results.NotFound();
        }

        var (figures, years) = (new Figures(procedure), Years.Of(asking.First, asking.Last, Award.YearsOf(award.View, today)));
        var (columns, nominated) = (UnitColumn.All(figures), award.NominatedUnits);
        var rows = UnitsModel.Chosen(await evidences.ReadAsync(actor, figures, years), asking, UnitColumn.Find(columns, asking.Sort), nominated);
        return rows is null
            ? Results.Text($"一次最多统计 {UnitEvidences.Most} 件建议，请缩短年份。", statusCode: StatusCodes.Status422UnprocessableEntity)
            : Send(http, $"先进单位推荐依据-{years.Title}", ["单位", .. columns.Select(c => c.Title), "本次评选"], rows.Select(r => (IReadOnlyList<object?>)
                [r.Name, .. columns.Select(c => int.TryParse(c.Said(r), out var number) ? number : (object)c.Said(r)), nominated.TryGetValue(r.Unit, out var stage) ? stage : "没有推荐"]));
    }

    private static string Titles(SuggestionEvidence row, string kind) => string.Join('\n', row.Of(kind).Select(e => e.Title));

    private static string YesNo(bool yes) => yes ? "是" : "否";

    private static IResult Send(HttpContext http, string name, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<object?>> rows)
    {
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"award.xlsx\"; filename*=UTF-8''{Uri.EscapeDataString($"{name}.xlsx")}";
        return Results.Stream(output => SheetWriter.Write(output, "推荐依据", headers, rows.ToAsyncEnumerable(), http.RequestAborted), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }
}
