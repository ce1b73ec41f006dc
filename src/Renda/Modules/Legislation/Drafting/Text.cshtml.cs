using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Modules.Legislation.Opinions;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;
using Renda.Statutes;

namespace Renda.Modules.Legislation.Drafting;

/// <summary>The text of a regulation, article by article: two who change different articles do not hinder each other.</summary>
[Needs(LegislationModule.Read)]
[RequestSizeLimit(WebSetup.LargestRequest)] // It may begin from a file.
internal sealed class TextModel(RendaDb db, RuleShelf rules, BillDrafts drafts, Bases bases, BillOpinions opinions) : BillPage(db, rules)
{
    public BillDraft? Draft { get; private set; }

    public bool CanWrite => BillDrafts.CanWrite(Matter);

    public IReadOnlyList<Block> Blocks { get; private set; } = [];

    public IReadOnlyList<Finding> Found { get; private set; } = [];

    public IReadOnlyList<EditTold> Edits { get; private set; } = [];

    /// <summary>How many opinions there are on each place.</summary>
    public IReadOnlyDictionary<string, int> Opinions { get; private set; } = new Dictionary<string, int>();

    public IReadOnlyList<BaseText> Bases { get; private set; } = [];

    /// <summary>The block in the form; with <see cref="After"/> the form is for what comes behind it.</summary>
    public string? Editing { get; private set; }

    public bool After { get; private set; }

    public string Words { get; private set; } = "";

    /// <summary>The hash of what the person has in view.</summary>
    public string Seen { get; private set; } = "";

    public Edited.Clash? Clash { get; private set; }

    public string ClashPlace { get; private set; } = "";

    public string? Trouble { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? edit, bool after)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        await ShowAsync();
        if (CanWrite && Blocks.FirstOrDefault(b => b.Key == edit) is { } block)
        {
            (Editing, After, Seen) = (block.Key, after, block.Hash);
            Words = after ? Next(block) : block.Words;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostBeginAsync(Guid id, string? from, string? @base, IFormFile? file, IFormFile? current)
    {
        if (!await FindAsync(id) || !CanWrite)
        {
            return NotFound();
        }

        (var started, Trouble) = await bases.StartAsync(Actor, Matter, from, @base, file, current);
        if (started is null)
        {
            await ShowAsync();
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await drafts.BeginAsync(Actor, id, started.Text, started.BaseName, started.BaseText);
        Notice("文本已经开始，可以逐条修改。");
        return Redirect($"/legislation/{id}/text");
    }

    public async Task<IActionResult> OnPostSaveAsync(Guid id, string? block, string? seen, string? words, bool after)
    {
        if (!await FindAsync(id) || !CanWrite || block is null)
        {
            return NotFound();
        }

        var edited = await drafts.EditAsync(Actor, id, new BlockEdit(block, seen ?? "", Clean(words), after));
        if (edited is Edited.Done or Edited.Same)
        {
            Notice(edited is Edited.Done ? "已保存。" : "没有变化，不用保存。");
            return Redirect($"/legislation/{id}/text#{block}");
        }

        await ShowAsync();
        (Editing, After, Words, Seen) = (block, after, Clean(words), seen ?? "");
        Trouble = (edited as Edited.Refused)?.Sentence;
        if (edited is Edited.Clash clash)
        {
            (Clash, ClashPlace, Editing, After) = (clash, clash.Now?.Label ?? "这一处", clash.Now?.Key ?? (Blocks is [var first, ..] ? first.Key : null), after || clash.Now is null);
            Seen = Blocks.FirstOrDefault(b => b.Key == Editing)?.Hash ?? "";
        }

        Response.StatusCode = Clash is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>How the whole text would stand with what is being typed.</summary>
    public async Task<IActionResult> OnPostCheckAsync(Guid id, string? block, string? seen, string? words, bool after)
    {
        if (!await FindAsync(id) || block is null || await drafts.FindAsync(Actor.Congress, id) is not { } draft)
        {
            return NotFound();
        }

        var text = new BlockEdit(block, seen ?? "", Clean(words), after).Apply(draft.Text) is Edited.Done done ? done.Text : draft.Text;
        return Partial("_Findings", Findings.Of(Statute.Parse(text)));
    }

    /// <summary>What others changed since the page was made, in a sentence; empty where nothing was.</summary>
    public async Task<IActionResult> OnGetSinceAsync(Guid id, int revision)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        var edits = await drafts.EditsAsync(Actor.Congress, id, revision, 5);
        return Content(edits.Count == 0 ? "" : string.Concat(edits.DistinctBy(e => (e.Name, e.Place)).Select(e => $"{e.Name}改了{e.Place}。")) + "刷新可以看到。");
    }

    private static string Clean(string? words) => Plain.Text(words ?? "");

    // 第十条之一 behind 第十条, 第十条之二 behind that: no other number changes until the text is numbered through.
    private static string Next(Block block) => Statute.Parse(block.Words).Articles is [{ Number: > 0, Suffix: < 10 } article, ..]
        ? $"{(article.Suffix > 0 ? article.Label[..article.Label.LastIndexOf('之')] : article.Label)}之{"一二三四五六七八九十"[article.Suffix]}　"
        : "第一条　";

    private async Task ShowAsync()
    {
        Draft = await drafts.FindAsync(Actor.Congress, Id);
        if (Draft is null)
        {
            Bases = CanWrite ? await bases.OfAsync(Actor) : [];
            return;
        }

        var statute = Statute.Parse(Draft.Text);
        (Blocks, Found) = (Block.Of(statute), Findings.Of(statute));
        Edits = await drafts.EditsAsync(Actor.Congress, Id);
        Opinions = await opinions.CountsAsync(Actor.Congress, Id);
    }
}
