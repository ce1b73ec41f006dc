using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Deputies.Files;
using Renda.Modules.Deputies.Import;
using Renda.Modules.Deputies.Roster;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Spreadsheets;
using Renda.Platform.Web;

namespace Renda.Modules.Deputies;

/// <summary>The roster and a file as workbooks: what the pages show, to the same people; and the empty one to fill in.</summary>
internal static class Endpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int MostRows = 20_000;

    // The headers the import knows: what comes out goes in again.
    private static readonly string[] RosterHeaders = [.. RosterColumns.All.Select(c => c.Name)];
    private static readonly string[] FileHeaders = ["日期", "类别", "标题", "编号", "身份或者出席情况", "环节"];

    public static void Map(WebApplication app)
    {
        app.MapGet("/deputies.xlsx", RosterAsync).WithMetadata(new NeedsAttribute(DeputiesModule.Read));
        app.MapGet("/deputies/template.xlsx", Template).WithMetadata(new NeedsAttribute(DeputiesModule.Keep));
        app.MapGet("/deputies/{person:guid}/file.xlsx", FileAsync).WithMetadata(new NeedsAttribute(DeputiesModule.Read));
    }

    private static IResult Template(HttpContext http) => Send(http, "代表名册空表", RosterColumns.Template, []);

    private static async Task<IResult> RosterAsync(
        HttpContext http, CurrentActor current, RendaDb db, ElectingUnits electors, TimeProvider time, Guid? delegation, string? elector, Guid? committee, string? name, int term = 0, bool serving = false)
    {
        var actor = await current.GetAsync(http.User);
        var filter = new RosterFilter(term, delegation, elector is { Length: > 0 } ? elector : null, committee, name is { Length: > 0 } ? name.Trim() : null, serving);
        var lines = await new RosterList(db, actor, time.Today()).PageAsync(filter, after: null, MostRows);
        var office = actor.Has(Posts.Office);
        return Send(http, $"代表名册-{Words.Term(term)}", RosterHeaders,
            [.. lines.Take(MostRows).Select(l => (object?[])[l.Name, Words.Term(term), l.Delegation, electors.Name(l.Elector), l.From, Words.Beginnings[l.Began], string.Join("、", l.Seats), l.To, l.Ended is { } ended ? Words.Ending(ended, office) : null])]);
    }

    private static async Task<IResult> FileAsync(
        Guid person, string? period, HttpContext http, CurrentActor current, RendaDb db, RuleShelf rules, Addresses addresses, TimeProvider time)
    {
        var actor = await current.GetAsync(http.User);
        if (await FileModel.FindAsync(db, actor, person) is not { } found)
        {
            return Results.NotFound();
        }

        var terms = await db.Terms.AsNoTracking().Where(t => t.Congress == actor.Congress).ToListAsync();
        var asked = FilePeriod.Of(period, terms, time.Today());
        var file = await DeputyFile.ReadAsync(db, rules, addresses, actor, person, asked.Days);
        return Send(http, $"履职档案-{found.Name}-{asked.Title}", FileHeaders,
        [
            .. file.Attendances.Select(a => (object?[])[a.On, FileWords.Bodies[a.Body], $"{a.Session}：{a.What}", null, FileWords.Of(a), null]),
            .. file.Entries.Select(e => (object?[])[e.On, e.Kind, e.Title, e.Number, e.Part, e.Stage]),
        ]);
    }

    private static IResult Send(HttpContext http, string name, IReadOnlyList<string> headers, IReadOnlyList<object?[]> rows)
    {
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"deputies.xlsx\"; filename*=UTF-8''{Uri.EscapeDataString($"{name}.xlsx")}";
        return Results.Stream(output => SheetWriter.Write(output, "清单", headers, rows.Select(r => (IReadOnlyList<object?>)r).ToAsyncEnumerable(), http.RequestAborted), Workbook);
    }
}
