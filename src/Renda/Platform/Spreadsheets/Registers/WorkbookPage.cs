using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Files;
using Renda.Platform.Web;

namespace Renda.Platform.Spreadsheets.Registers;

/// <summary>A workbook looked through first and taken in then; it stays among the papers.</summary>
/// <typeparam name="TRead">What the workbook says.</typeparam>
internal abstract class WorkbookPage<TRead>(RendaDb db, PaperIntake intake, PaperStore store) : ActorPage
    where TRead : class
{
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
        var (read, sentence) = Read(content);
        if (read is null)
        {
            return No(sentence);
        }

        content.Position = 0;
        var (paper, refused) = await intake.KeepAsync(Actor, content, file.FileName, cancel);
        if (paper is null)
        {
            return No(refused);
        }

        var kept = paper.Id; // Looking through it may let go of what was loaded.
        await LookAsync(read);
        Paper = kept;
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid paper, bool evenSo)
    {
        var kept = await db.Papers.AsNoTracking().SingleOrDefaultAsync(p => p.Congress == Actor.Congress && p.Id == paper && p.UploadedBy == Actor.PersonId);
        await using var content = kept is null ? null : store.OpenRead(kept.Sha256);
        if (content is null || Read(content).Read is not { } read)
        {
            return No("检查过的文件找不到了，没有导入。请重新选择文件。");
        }

        var taken = await TakeAsync(read, evenSo);
        if (taken.Onward is { } onward)
        {
            Notice(taken.Told);
            return LocalRedirect(onward);
        }

        Paper = paper;
        return No(taken.Told);
    }

    /// <summary>Null with the sentence why it cannot be read.</summary>
    protected abstract (TRead? Read, string Sentence) Read(Stream content);

    /// <summary>Looks it through and shows what would come of it; writes nothing.</summary>
    protected abstract Task LookAsync(TRead read);

    /// <summary>Takes it in, or writes nothing and shows why.</summary>
    /// <param name="evenSo">The good rows, also where others are bad.</param>
    protected abstract Task<Taken> TakeAsync(TRead read, bool evenSo);

    private PageResult No(string sentence)
    {
        Refusals = [new RefusalItem(sentence, "File", null, null)];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}

/// <summary>What became of a workbook.</summary>
/// <param name="Told">What the person is told.</param>
/// <param name="Onward">Where they go on; null where nothing was written.</param>
internal sealed record Taken(string Told, string? Onward);
