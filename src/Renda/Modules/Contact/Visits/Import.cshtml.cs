using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Contact.Visits.Import;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Web;

namespace Renda.Modules.Contact.Visits;

/// <summary>A list of pairs looked through first and taken in then; the workbook stays among the papers.</summary>
[Needs(ContactModule.Keep)]
[RequestSizeLimit(WebSetup.LargestRequest)]
internal sealed class ImportModel(RendaDb db, PairImporting importing, PaperIntake intake, PaperStore store) : ActorPage
{
    public PairPlan? Plan { get; private set; }

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
        var (pairs, sentence) = PairSheet.Read(content);
        if (pairs is null)
        {
            return No(sentence);
        }

        content.Position = 0;
        var (paper, refused) = await intake.KeepAsync(Actor, content, file.FileName, cancel);
        if (paper is null)
        {
            return No(refused);
        }

        var kept = paper.Id;
        (Plan, Paper) = (await importing.PlanAsync(Actor, pairs), kept);
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid paper, bool evenSo)
    {
        var kept = await db.Papers.AsNoTracking().SingleOrDefaultAsync(p => p.Congress == Actor.Congress && p.Id == paper && p.UploadedBy == Actor.PersonId);
        await using var content = kept is null ? null : store.OpenRead(kept.Sha256);
        if (content is null || PairSheet.Read(content).Pairs is not { } pairs)
        {
            return No("检查过的文件找不到了，没有导入。请重新选择文件。");
        }

        var (plan, done) = await importing.TakeAsync(Actor, pairs, evenSo);
        if (done)
        {
            Notice($"已登记 {plan.Fresh} 件，先前已经登记 {plan.Present} 件{(plan.BadRows > 0 ? $"，有问题没有登记 {plan.BadRows} 行" : "")}。");
            return LocalRedirect("/contact");
        }

        (Plan, Paper) = (plan, paper);
        return No("文件里有问题，一件也没有登记。");
    }

    private PageResult No(string sentence)
    {
        Refusals = [new RefusalItem(sentence, "File", null, null)];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
