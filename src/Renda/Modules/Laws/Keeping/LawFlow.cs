using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Laws.Reading;
using Renda.Platform.Matters;
using Renda.Platform.Texts;
using Renda.Procedures;

namespace Renda.Modules.Laws.Keeping;

/// <summary>What the library adds to the acts of a law: its texts are read, fixed, and put away article by article.</summary>
internal sealed class LawFlow(RendaDb db, LawPapers papers, FixedTexts texts, Shelving shelving, FromRegulation regulations) : IFlow
{
    public const string Id = "law";
    public const string Enter = "enter";
    public const string AddVersion = "add-version";
    public const string Correct = "correct";
    public const string Repeal = "mark-repealed";

    // Read when the act is weighed, put away when it is followed.
    private LawText? read;
    private LawVersion? wrong;

    public string Procedure => Id;

    public async Task<IReadOnlyList<Refusal>> RefuseAsync(Acting acting)
    {
        (read, wrong) = (null, null);
        var given = acting.Moved.Given;
        var congress = acting.Actor.Congress;
        if (acting.Subject is not { } subject)
        {
            return [.. await ReadAsync(congress, given, "text"), .. await NamedAsync(congress, given.One("title")!, except: null)];
        }

        var live = await db.LawVersions.AsNoTracking().Where(v => v.Congress == congress && v.MatterId == subject.Matter.Id).OrderBy(v => v.Number).ToListAsync();
        return acting.Moved.Step.Id switch
        {
            AddVersion => [.. Days.Adding(live, given.Day("from-on")!.Value), .. await ReadAsync(congress, given, "text"), .. given.One("new-title") is { } title ? await NamedAsync(congress, title, subject.Matter.Id) : []],
            Correct => await CorrectingAsync(congress, given, live),
            Repeal => Days.Repealing(live, given.Day("repealed-on")!.Value),
            _ => [],
        };
    }

    public async Task FollowAsync(Acting acting)
    {
        await PlainFlow.Instance.FollowAsync(acting);
        var (given, matter) = (acting.Moved.Given, (acting.Subject ?? acting.Family!.Root).Matter);
        matter.Title = given.One("new-title") ?? matter.Title;
        var law = await db.Laws.SingleOrDefaultAsync(l => l.Congress == matter.Congress && l.MatterId == matter.Id) ?? New(matter, given);
        (law.Title, law.Name) = (matter.Title, LawNames.Of(matter.Title));
        var (label, from) = acting.Moved.Step.Id switch
        {
            Enter => (given.One("label"), given.Day("effective-on")),
            AddVersion => (given.One("new-label"), given.Day("from-on")),
            _ => (given.One("corrected-label") ?? wrong?.Label, given.Day("corrected-on") ?? wrong?.From),
        };
        if (read?.Statute is { } statute)
        {
            await shelving.PutAsync(await texts.FixAsync(acting, label!, statute.Text, from), read, wrong?.Number);
        }

        if (acting.Moved.Step.Id == Repeal)
        {
            (law.RepealedOn, law.RepealedBy) = (given.Day("repealed-on"), given.One("repealed-by"));
        }

        await shelving.SettleAsync(law);
    }

    public async Task<IReadOnlyList<Refusal>> ThenAsync(Acts acts, Acting acting)
    {
        if (read is not null)
        {
            await ArticleIndex.PutAsync(db, shelving.Articles);
        }

        return [];
    }

    public async Task<IReadOnlyList<string?>> SearchTextAsync(Acting acting)
    {
        var matter = acting.Family!.Root.Matter;
        return [matter.Title, (await texts.LatestAsync(matter.Congress, matter.Id))?.Text];
    }

    public Task<Particulars> AboutAsync(RendaDb db, MatterView about, Step step) => Task.FromResult(FromRegulation.Entering(about));

    public bool IsOfferedAbout(MatterView about) => FromRegulation.IsPublished(about);

    /// <param name="draft">The regulation the new text comes from.</param>
    public async Task<Particulars> DraftAsync(RendaDb db, MatterView view, Loaded member, Step step, string draft) =>
        step.Id == AddVersion && Guid.TryParse(draft, out var regulation) ? await regulations.AddingAsync(view.Actor, regulation) : Particulars.Empty;

    private Law New(Matter matter, Particulars given)
    {
        var law = new Law { Congress = matter.Congress, MatterId = matter.Id, Title = matter.Title, Name = "", Kind = given.One("kind")!, PassedOn = given.Day("passed-on"), PromulgatedOn = given.Day("promulgated-on") };
        db.Add(law);
        return law;
    }

    private async Task<IReadOnlyList<Refusal>> CorrectingAsync(int congress, Particulars given, List<LawVersion> all)
    {
        wrong = Days.Live(all, given.One("version")!);
        if (wrong is null)
        {
            return [new Refusal($"这一条目没有第 {given.One("version")} 个文本。", "version", null, $"现有第 {string.Join("、", all.Select(v => v.Number))} 个。")];
        }

        if (given.Day("corrected-on") is { } day && Days.Correcting(all, wrong, day) is { Count: > 0 } refused)
        {
            return refused;
        }

        if (given["corrected"].Count > 0)
        {
            return await ReadAsync(congress, given, "corrected");
        }

        var kept = (await db.TextVersions.AsNoTracking().SingleAsync(t => t.Congress == congress && t.MatterId == wrong.MatterId && t.Number == wrong.Number)).Text;
        read = LawText.Of(wrong.Label, kept, []);
        return given.One("corrected-on") is null && given.One("corrected-label") is null ? [new Refusal("没有写更正什么。", "corrected", null, "请上传更正后的文本，或者写更正后的施行日期、叫法。")] : [];
    }

    private async Task<IReadOnlyList<Refusal>> ReadAsync(int congress, Particulars given, string field)
    {
        if (Guid.TryParse(given.One(field), out var paper))
        {
            read = await papers.ReadAsync(congress, paper);
            return read.Statute is null ? [new Refusal(read.Refusal, field, null, "没有办理；其余内容都还在，请换一份文件再提交。")] : [];
        }

        var fixedText = Guid.TryParse(given.One("regulation"), out var regulation) ? await papers.PublishedAsync(congress, regulation) : null;
        read = fixedText is null ? null : LawText.Of(fixedText.Label, fixedText.Text, []);
        return read?.Statute is not null ? [] : [new Refusal("所选的法规案没有固定公布的文本。", field, null, "请上传法规文本。")];
    }

    private async Task<IReadOnlyList<Refusal>> NamedAsync(int congress, string title, Guid? except)
    {
        var name = LawNames.Of(title);
        var there = await db.Laws.AsNoTracking().Where(l => l.Congress == congress && l.Name == name && l.RepealedOn == null && l.MatterId != except).Select(l => l.Title).FirstOrDefaultAsync();
        return there is null ? [] : [new Refusal($"法规库里已有《{there}》。", except is null ? "title" : "new-title", null, "是它的新文本的，请在那一条目上用“收入新文本”；旧法已经废止的，请先在旧法上“记载废止”。")];
    }
}
