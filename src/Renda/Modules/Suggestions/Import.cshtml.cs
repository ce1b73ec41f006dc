using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Suggestions.Import;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Spreadsheets;
using Renda.Platform.Web;

namespace Renda.Modules.Suggestions;

/// <summary>A register looked through first and taken in then; the workbook stays among the papers.</summary>
[Needs(SuggestionsModule.Import)]
[RequestSizeLimit(WebSetup.LargestRequest)]
internal sealed class ImportModel(RendaDb db, Importing importing, PaperIntake intake, PaperStore store) : ActorPage
{
    /// <summary>Some twenty seconds of writing, while others wait; what is longer goes in by the command line.</summary>
    public const int MostRows = 2000;

    private const int Above = 10; // A title, notes and the heading.
    private const long MostBytes = 64 * 1024 * 1024;

    public ImportReport? Report { get; private set; }

    /// <summary>The workbook that was looked through; null where nothing can be taken from it any more.</summary>
    public Guid? Paper { get; private set; }

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    public static string Headers(bool required) => string.Join("、", Columns.All.Where(c => c.Required == required).Select(c => c.Name));

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is not { Length: > 0 })
        {
            return No("请选择 .xlsx 文件。");
        }

        await using var content = file.OpenReadStream();
        var (register, sentence) = Read(content);
        if (register is null)
        {
            return No(sentence);
        }

        content.Position = 0;
        var (paper, refused) = await intake.KeepAsync(Actor, content, file.FileName, cancel);
        if (paper is null)
        {
            return No(refused);
        }

        Report = await importing.RunAsync(Actor, register, Taking.Nothing, (_, _) => { });
        Paper = paper.Id;
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid paper, bool evenSo)
    {
        var kept = await db.Papers.AsNoTracking().SingleOrDefaultAsync(p => p.Congress == Actor.Congress && p.Id == paper && p.UploadedBy == Actor.PersonId);
        await using var content = kept is null ? null : store.OpenRead(kept.Sha256);
        if (content is null || Read(content).Register is not { } register)
        {
            return No("检查过的文件找不到了，没有导入。请重新选择文件。");
        }

        var report = await importing.RunAsync(Actor, register, evenSo ? Taking.GoodOnes : Taking.AllOrNothing, (_, _) => { });
        if (report.Done)
        {
            Notice($"已导入 {report.Added} 件，已经在库 {report.Present} 件{(report.BadRows > 0 ? $"，有问题没有导入 {report.BadRows} 件" : "")}。");
            return LocalRedirect("/suggestions");
        }

        (Report, Paper) = (report, paper);
        return No("文件里有问题，一件也没有导入。");
    }

    private static (SheetRegister? Register, string Sentence) Read(Stream content) => SheetReader.Read(content, new SheetLimits(Rows: MostRows + Above, Bytes: MostBytes)) switch
    {
        Sheet sheet => SheetRegister.Read(sheet) is var register && register.Rows.Count <= MostRows ? (register, "") : (null, $"文件里多于 {MostRows} 件，一次最多导入 {MostRows} 件。请分成几个文件。"),
        var unreadable => (null, ((Unreadable)unreadable).Sentence),
    };

    private PageResult No(string sentence)
    {
        Refusals = [new RefusalItem(sentence, "File", null, null)];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
