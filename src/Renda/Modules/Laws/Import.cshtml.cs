using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Laws.Import;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Matters;
using Renda.Platform.Spreadsheets;
using Renda.Platform.Web;

namespace Renda.Modules.Laws;

/// <summary>Bringing in a library kept before: many files or a ZIP, looked through first, entered with one press, reported on.</summary>
[Needs(LawsModule.Keep)]
[RequestSizeLimit(WebSetup.LargestRequest)]
internal sealed class ImportModel(RendaDb db, LawImporting importing, LawFiles keeping, Acts acts, TimeProvider time) : ActorPage
{
    private static readonly string[] Headers = ["文件", "结果", "名称", "文本叫法", "通过日期", "公布日期", "施行日期", "条数", "说明", "结构问题"];

    public IReadOnlyList<ImportLine> Lines { get; private set; } = [];

    /// <summary>The good ones have been entered.</summary>
    public bool Done { get; private set; }

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    public void OnGet()
    {
        // The form alone.
    }

    public async Task<IActionResult> OnPostAsync(IReadOnlyList<IFormFile> files, CancellationToken cancel)
    {
        if (files.Count == 0)
        {
            Refusals = [new RefusalItem("请选择法规文件，或者一个 ZIP 压缩包。", "files", null, null)];
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var kept = await keeping.KeepAsync(Actor, files.Select(f => (f.FileName, (Func<Stream>)f.OpenReadStream)), cancel);
        Lines = await importing.PlanAsync(Actor, kept, Days());
        return Page();
    }

    /// <summary>Looks again, with the days the person has written.</summary>
    public async Task<IActionResult> OnPostLookAsync(Guid[] paper)
    {
        Lines = await PlanAsync(paper);
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid[] paper)
    {
        Lines = await LawImporting.TakeAsync(acts, Actor, await PlanAsync(paper));
        Done = true;
        return Page();
    }

    /// <summary>What became of each file, as a workbook.</summary>
    public async Task<IActionResult> OnPostReportAsync(Guid[] paper)
    {
        var lines = await PlanAsync(paper);
        var made = new MemoryStream();
        await SheetWriter.Write(made, "批量导入", Headers, Rows(lines), HttpContext.RequestAborted);
        return File(made.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"法规库批量导入-{time.Today():yyyyMMdd}.xlsx");
    }

    public int Count(params Verdict[] verdicts) => Lines.Count(l => verdicts.Contains(l.Verdict));

    private async Task<IReadOnlyList<ImportLine>> PlanAsync(Guid[] papers)
    {
        var kept = await db.Papers.AsNoTracking().Where(p => p.Congress == Actor.Congress && papers.Contains(p.Id) && p.UploadedBy == Actor.PersonId)
            .Select(p => new BroughtFile(p.Id, p.Name, "")).ToListAsync();
        return await importing.PlanAsync(Actor, [.. kept.Take(LawFiles.Most)], Days());
    }

    private Dictionary<Guid, DateOnly> Days() => Request.Form.Where(f => f.Key.StartsWith("from-", StringComparison.Ordinal))
        .Select(f => (Paper: Guid.TryParse(f.Key[5..], out var id) ? id : Guid.Empty, Day: DateOnly.TryParseExact(f.Value.ToString(), "yyyy-MM-dd", out var day) ? day : (DateOnly?)null))
        .Where(f => f.Day is not null).GroupBy(f => f.Paper).ToDictionary(g => g.Key, g => g.First().Day!.Value);

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(IEnumerable<ImportLine> lines)
    {
        foreach (var line in lines)
        {
            yield return [line.File, line.Said, line.Title, line.Caption?.Label, line.Caption?.PassedOn, line.Caption?.PromulgatedOn, line.From, line.Articles, line.Remarks, string.Join("；", line.Defects.Take(50).Select(d => $"第 {d.Line} 行：{d.Message}"))];
        }

        await Task.CompletedTask;
    }
}
