using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Handling.Letters;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Handling;

/// <summary>The template of the reply letter: the one in use, another one, back to the default.</summary>
[Needs(HandlingModule.Letters)]
[RequestSizeLimit(2 * TemplateCheck.MostBytes)]
internal sealed class LetterModel(RendaDb db, TemplateKeeping templates) : ActorPage
{
    public LetterTemplate? Own { get; private set; }

    public string? Who { get; private set; }

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(IFormFile? file)
    {
        var refusal = "请选择 .docx 文件。";
        if (file is { Length: > 0 })
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content);
            refusal = await templates.ReplaceAsync(Actor, content.ToArray(), file.FileName, HttpContext);
        }

        if (refusal is null)
        {
            Notice("已换用新的模板，之后生成的答复函都用它。");
            return LocalRedirect("/handling/letter");
        }

        Refusals = [new RefusalItem(refusal, "File", null, "原来的模板没有变。")];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostDefaultAsync()
    {
        Notice(await templates.ResetAsync(Actor, HttpContext) ? "已恢复使用默认模板。" : "现在用的就是默认模板。");
        return LocalRedirect("/handling/letter");
    }

    private async Task LoadAsync()
    {
        Own = await templates.FindAsync(Actor.Congress);
        Who = Own is null ? null : await db.People.Where(p => p.Congress == Actor.Congress && p.Id == Own.PersonId).Select(p => p.Name).SingleOrDefaultAsync();
    }
}
