using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Texts;
using Renda.Platform.Web;
using Renda.Statutes;
using Renda.Statutes.Referring;

namespace Renda.Modules.Legislation.Drafting;

/// <summary>The draft as one text: to paste into, to replace from a file, to number through.</summary>
[Needs(LegislationModule.Read)]
[RequestSizeLimit(WebSetup.LargestRequest)] // A code of a thousand articles, or the file of one.
internal sealed class WholeModel(RendaDb db, RuleShelf rules, BillDrafts drafts) : BillPage(db, rules)
{
    public BillDraft Draft { get; private set; } = null!;

    public string Text { get; private set; } = "";

    public bool Overtaken { get; private set; }

    public string? Trouble { get; private set; }

    /// <summary>What numbering through would do; null where the numbers run on already.</summary>
    public Numbered? Numbered { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await OpenAsync(id))
        {
            return NotFound();
        }

        Show(Draft.Text);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? text, int revision) => await OpenAsync(id) ? await SaveAsync(text ?? "", revision, "已保存。") : NotFound();

    public async Task<IActionResult> OnPostNumberAsync(Guid id, int revision) =>
        await OpenAsync(id) ? await SaveAsync(ArticleNumbering.Through(Statute.Parse(Draft.Text)).Text, revision, "已按顺序编号，引用随着更正。") : NotFound();

    public async Task<IActionResult> OnPostImportAsync(Guid id, IFormFile? file, int revision)
    {
        if (!await OpenAsync(id))
        {
            return NotFound();
        }

        using var content = new MemoryStream();
        await (file?.CopyToAsync(content) ?? Task.CompletedTask);
        var (text, _, refusal) = PaperTexts.Read(content.ToArray());
        Trouble = file is null ? "请选择要导入的文稿。" : text is null ? $"“{file.FileName}”读不出来。{refusal}"
            : text.Articles.Count == 0 ? $"“{file.FileName}”里没有“第一条”这样的条文，没有导入。"
            : null;
        return Trouble is null ? await SaveAsync(text!.Text, revision, $"已导入 {text.Articles.Count} 条。") : Refuse(Draft.Text);
    }

    private async Task<IActionResult> SaveAsync(string text, int revision, string done)
    {
        if (text.Length > BillDrafts.Longest)
        {
            Trouble = BillDrafts.TooLong(text.Length);
            return Refuse(text);
        }

        (Draft, var saved) = await drafts.SaveAsync(Actor, Id, text, revision);
        if (saved)
        {
            Notice(done);
            return Redirect($"/legislation/{Id}/text");
        }

        Overtaken = true;
        Show(text);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private PageResult Refuse(string text)
    {
        Show(text);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> OpenAsync(Guid id)
    {
        if (!await FindAsync(id) || !BillDrafts.CanWrite(Matter) || await drafts.FindAsync(Actor.Congress, id) is not { } draft)
        {
            return false;
        }

        Draft = draft;
        return true;
    }

    private void Show(string text)
    {
        Text = text;
        var numbered = ArticleNumbering.Through(Statute.Parse(Draft.Text));
        Numbered = numbered.Text == Draft.Text ? null : numbered;
    }
}
