using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Laws.Keeping;
using Renda.Modules.Laws.Reading;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Texts;
using Renda.Procedures;

namespace Renda.Modules.Laws.Import;

/// <summary>Brings in a library kept before: each good file by the ordinary act in its own transaction. Done again, nothing is entered twice.</summary>
internal sealed class LawImporting(RendaDb db, LawPapers papers)
{
    private const int LongestTitle = 150;

    /// <summary>The command line acts for the office; no person and no post stand in the record.</summary>
    public static Actor CommandLine(Congress congress) =>
        new(congress.Code, congress.Name, congress.Jurisdiction, Guid.Empty, "命令行", [new HeldPost(Guid.Empty, Posts.LegalClerk, congress.OfficeUnitId, "")], Oversight.None);

    /// <summary>What would come of the files, a law's texts from the oldest.</summary>
    /// <param name="days">Days of coming into force that the person has written where the text does not say them.</param>
    public async Task<IReadOnlyList<ImportLine>> PlanAsync(Actor actor, IReadOnlyList<BroughtFile> files, IReadOnlyDictionary<Guid, DateOnly> days)
    {
        List<ImportLine> lines = [];
        foreach (var file in files)
        {
            lines.Add(file.Paper is { } paper ? Read(file, await papers.ReadAsync(actor.Congress, paper), days) : new ImportLine(file.Name, null) { Sentence = file.Sentence });
        }

        var known = await KnownLaw.LoadAsync(db, actor.Congress, [.. lines.Where(l => l.Hash.Length > 0).Select(l => LawNames.Of(l.Title)).Distinct()]);
        return [.. lines.OrderBy(l => l.Title, StringComparer.Ordinal).ThenBy(l => l.From ?? DateOnly.MinValue).Select(l => l.Hash.Length == 0 ? l : KnownLaw.Judge(known, l))];
    }

    /// <summary>Enters the good ones and says what became of each.</summary>
    public static async Task<IReadOnlyList<ImportLine>> TakeAsync(Acts acts, Actor actor, IReadOnlyList<ImportLine> plan, Action<int>? progress = null)
    {
        List<ImportLine> done = [];
        var entered = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var line in plan)
        {
            done.Add(line.Good ? await EnterAsync(acts, actor, line, entered) : line);
            progress?.Invoke(done.Count);
        }

        return done;
    }

    private static async Task<ImportLine> EnterAsync(Acts acts, Actor actor, ImportLine line, Dictionary<string, Guid> entered)
    {
        var name = LawNames.Of(line.Title);
        var law = line.Verdict == Verdict.Version ? line.Law ?? entered.GetValueOrDefault(name) : Guid.Empty;
        if (line.Verdict == Verdict.Version && law == Guid.Empty)
        {
            return line with { Verdict = Verdict.Bad, Sentence = "它的前一个文本没有收入，这一个也没有收。" };
        }

        var caption = line.Caption!;
        var outcome = line.Verdict == Verdict.New
            ? await acts.BeginAsync(actor, LawFlow.Id, Request(LawFlow.Enter, ("title", line.Title), ("kind", caption.Kind), ("label", caption.Label), ("passed-on", Day(caption.PassedOn)), ("promulgated-on", Day(caption.PromulgatedOn)), ("effective-on", Day(line.From)), ("text", $"{line.Paper}"), ("source", $"批量导入：{line.File}")))
            : await acts.TakeAsync(actor, law, Request(LawFlow.AddVersion, ("new-label", caption.Label), ("from-on", Day(line.From)), ("text", $"{line.Paper}"), ("new-source", $"批量导入：{line.File}")));
        switch (outcome)
        {
            case Outcome.Done done:
                entered[name] = done.MatterId;
                return line with { Law = done.MatterId, Verdict = line.Verdict == Verdict.New ? Verdict.Entered : Verdict.Added };
            case Outcome.Refused refused:
                return line with { Verdict = Verdict.Bad, Sentence = string.Concat(refused.Reasons.Select(r => r.Sentence)) };
            default:
                return line with { Verdict = Verdict.Bad, Sentence = "您不能收入这一条目的新文本。" };
        }
    }

    private static ImportLine Read(BroughtFile file, LawText read, IReadOnlyDictionary<Guid, DateOnly> days)
    {
        var line = new ImportLine(file.Name, file.Paper);
        if (read.Statute is not { } statute)
        {
            return line with { Sentence = read.Refusal };
        }

        var title = string.Concat(statute.Title.Where(c => !char.IsWhiteSpace(c)));
        line = line with { Title = title, Articles = statute.Articles.Count, Defects = read.Defects, Caption = LawCaption.Of(statute) };
        return title.Length is 0 or > LongestTitle
            ? line with { Sentence = title.Length == 0 ? "没有认出名称：第一条前面没有单独成行的标题。请补上标题，或者在“收入法规库”里单独收入。" : $"认出的名称有 {title.Length} 字，不像名称。请核对第一行。" }
            : line with { Hash = FixedTexts.Hash(statute.Text), From = days.TryGetValue(file.Paper!.Value, out var day) ? day : line.Caption!.EffectiveOn };
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static ActRequest Request(string step, params (string Field, string? Value)[] given) =>
        new(step, Particulars.Of([.. given.Where(g => g.Value is not null).Select(g => (g.Field, g.Value!))]), null, Guid.CreateVersion7());
}
