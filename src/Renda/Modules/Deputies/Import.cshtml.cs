using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Deputies.Import;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Web;

namespace Renda.Modules.Deputies;

/// <summary>A roster looked through first and taken in then; the workbook stays among the papers.</summary>
[Needs(DeputiesModule.Keep)]
[RequestSizeLimit(WebSetup.LargestRequest)]
internal sealed class ImportModel(RendaDb db, RosterImporting importing, PaperIntake intake, PaperStore store) : ActorPage
{
    public RosterPlan? Plan { get; private set; }

    /// <summary>The workbook that was looked through; null where nothing can be taken from it any more.</summary>
    public Guid? Paper { get; private set; }

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is not { Length: > 0 })
        {
            return No("请选择 .xlsx 文件。");
        }

        await using var content = file.OpenReadStream();
        var (roster, sentence) = RosterSheet.Read(content);
        if (roster is null)
        {
            return No(sentence);
        }

        content.Position = 0;
        var (paper, refused) = await intake.KeepAsync(Actor, content, file.FileName, cancel);
        if (paper is null)
        {
            return No(refused);
        }

        Plan = await importing.PlanAsync(Actor, roster);
        Paper = paper.Id;
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid paper, bool evenSo)
    {
        var kept = await db.Papers.AsNoTracking().SingleOrDefaultAsync(p => p.Congress == Actor.Congress && p.Id == paper && p.UploadedBy == Actor.PersonId);
        await using var content = kept is null ? null : store.OpenRead(kept.Sha256);
        if (content is null || RosterSheet.Read(content).Roster is not { } roster)
        {
            return No("检查过的文件找不到了，没有导入。请重新选择文件。");
        }

        var (plan, done) = await importing.RunAsync(Actor, roster, evenSo);
        if (done)
        {
            Notice($"已导入 {plan.Fresh.Count} 行，已经在册 {plan.Present} 行{(plan.BadRows > 0 ? $"，有问题没有导入 {plan.BadRows} 行" : "")}。");
            return LocalRedirect("/deputies");
        }

        (Plan, Paper) = (plan, paper);
        return No("文件里有问题，一行也没有导入。");
    }

    private PageResult No(string sentence)
    {
        Refusals = [new RefusalItem(sentence, "File", null, null)];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
