using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Public;
using Renda.Platform.Rules;
using Renda.Platform.Texts;
using Renda.Platform.Web;

namespace Renda.Modules.Legislation.Consultation.Desk;

/// <summary>Registers one comment that came on paper, by mail or by word of mouth.</summary>
[Needs(LegislationModule.KeepComments)]
[RequestSizeLimit(WebSetup.LargestRequest)]
internal sealed class LetterModel(RendaDb db, RuleShelf rules, FixedTexts texts, Registering registering, PaperIntake papers, TimeProvider time) : ActorPage
{
    public ConsultationRound Round { get; private set; } = null!;

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    public Guid Key { get; private set; } = Guid.CreateVersion7();

    /// <summary>The letter itself, where it came with a form that was refused.</summary>
    public Guid? Paper { get; private set; }

    private Draft? Draft { get; set; }

    private (string Text, string? On, string? Source, string? Day, string Name, string Reach) Typed { get; set; }

    public IReadOnlyList<FieldModel> Fields =>
    [
        new FieldModel("text", "意见", "long-text", true, $"原文照录，最多 {Said.Longest} 字；一封信里对几条提意见的，分几条登记。", Typed.Text, [], [], Said.Longest, Refusals.FirstOrDefault(r => r.Field == "text")?.Sentence, null) { First = true },
        Asked.Choice("on", "条文", Typed.On, [.. (Draft?.Articles ?? []).Select(a => (a.Anchor, a.Label))], Refusals, required: false, help: "对整部草案的不选。"),
        Asked.Choice("source", "方式", Typed.Source, [.. Words.Sources.Where(s => s.Source != CommentSource.Web).Select(s => ($"{s.Source}", s.Title))], Refusals),
        new FieldModel("day", "收到日期", "date", true, null, Typed.Day, [], [], null, Refusals.FirstOrDefault(r => r.Field == "day")?.Sentence, null),
        Asked.Text("name", "姓名", Typed.Name, Refusals, required: false, help: "没有的不填。", max: Said.LongestName),
        Asked.Text("reach", "联系方式", Typed.Reach, Refusals, required: false, help: "没有的不填。", max: Said.LongestReach),
    ];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Typed = ("", null, null, Display.Date(time.Today()), "", "");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? text, string? on, string? source, string? day, string? name, string? reach, Guid key, Guid? paper, IFormFile? file, CancellationToken cancel)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Typed = (Cleaning.Text(text), on, source, day, Cleaning.Line(name), Cleaning.Line(reach));
        (Key, Paper) = (key == Guid.Empty ? Key : key, await OwnAsync(paper));
        List<RefusalItem> refusals = [];
        if (file is { Length: > 0 })
        {
            await using var content = file.OpenReadStream();
            var (kept, sentence) = await papers.KeepAsync(Actor, content, file.FileName, cancel);
            Paper = kept?.Id;
            refusals.AddRange(kept is null ? [new RefusalItem(sentence, "file", null, "其余内容都还在，请换一份文件再提交。")] : Array.Empty<RefusalItem>());
        }

        var article = Draft?.Find(on);
        var how = Enum.TryParse<CommentSource>(source, out var given) && Enum.IsDefined(given) && given != CommentSource.Web ? given : (CommentSource?)null;
        var came = DateOnly.TryParseExact(day, "yyyy-MM-dd", out var read) && read <= time.Today() ? read : (DateOnly?)null;
        Check(Typed.Text.Length is 0 or > Said.Longest, Typed.Text.Length == 0 ? "没有填写意见。" : $"意见最多 {Said.Longest} 字，现有 {Typed.Text.Length} 字。", "text");
        Check(!string.IsNullOrEmpty(on) && article is null, "草案里没有这一条。", "on");
        Check(how is null, "没有选是怎样来的。", "source");
        Check(came is null, "收到日期应当是今天或者以前的一天。", "day");
        Check(Typed.Name.Length > Said.LongestName, $"“姓名”最多 {Said.LongestName} 字。", "name");
        Check(Typed.Reach.Length > Said.LongestReach, $"“联系方式”最多 {Said.LongestReach} 字。", "reach");
        if (refusals.Count == 0)
        {
            (_, var refused) = await registering.TakeAsync(Round, [new Said(article, Typed.Text, Typed.Name, Typed.Reach, how!.Value, Key) { Day = came, Paper = Paper }]);
            refusals.AddRange(refused);
        }

        if (refusals.Count > 0)
        {
            Refusals = refusals;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            ModelState.Clear();
            return Page();
        }

        Notice("已经登记。可以接着登记下一条。");
        return Redirect($"/matters/{id}/comments/new");

        void Check(bool wrong, string sentence, string field)
        {
            if (wrong)
            {
                refusals.Add(new RefusalItem(sentence, field, null, null));
            }
        }
    }

    private async Task<Guid?> OwnAsync(Guid? paper) =>
        paper is { } id && await db.Papers.FindAsync(Actor.Congress, id) is { MatterId: null } kept && kept.UploadedBy == Actor.PersonId ? id : null;

    private async Task<bool> FindAsync(Guid id)
    {
        if (await DeskPage.FindAsync(db, rules, Actor, id, null) is not { } found)
        {
            return false;
        }

        (Round, Draft) = (found, await Draft.LoadAsync(texts, found));
        return true;
    }
}
