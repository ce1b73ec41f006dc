using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Legislation.Consultation;

/// <summary>What consulting the public adds to the acts of a regulation: a round is opened and closed with them, its numbers are those of its
/// rows, and it is told of when something has become of every comment (立法法 40).</summary>
internal sealed class Consulting(RendaDb db, Summary summary, OutcomeTable table, ConsultationSettings settings)
{
    public const string Publish = "publish-draft";
    public const string Close = "close-consultation";
    public const string Tell = "tell-outcome";

    private const string Stage = "consulting";
    private const string Table = "dispositions";

    public async Task<IReadOnlyList<Refusal>> RefuseAsync(Acting acting)
    {
        var step = acting.Moved.Step;
        if (step.Id is not (Close or Tell) || acting.Subject is not { } subject || await db.RoundAsync(acting.Actor.Congress, subject.Matter.Id) is not { } last)
        {
            return [];
        }

        var round = (await Rounds.LockAsync(db, last.Congress, last.MatterId, last.Round))!;
        if (!await db.CommentsOf(round).AnyAsync())
        {
            return []; // It ran elsewhere, or nobody said anything.
        }

        return step.Id == Close ? await CloseAsync(round, acting.Moved) : round.ToldOn is null ? await TellAsync(round, acting) : [];
    }

    public async Task FollowAsync(Acting acting)
    {
        var matter = (acting.Subject ?? acting.Family!.Root).Matter;
        if (acting.Moved.Step.Id == Publish)
        {
            Open(acting);
        }
        else if (matter.ParentId is null && await db.Consultations.Where(c => c.Congress == matter.Congress && c.MatterId == matter.Id).OrderByDescending(c => c.Round).FirstOrDefaultAsync() is { } round)
        {
            if (round.ClosedOn is null && acting.Moved.To != Stage)
            {
                round.ClosedOn = acting.Moved.Given.One("closed-on") is { } day ? Day(day) : acting.On; // Or it is withdrawn.
                var until = acting.On.AddDays(settings.SendersKeptDays);
                await db.CommentSenders.Where(s => s.Congress == matter.Congress && s.MatterId == matter.Id && s.EraseOn == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EraseOn, until));
            }

            if (acting.Moved.Step.Id == Tell && round.ToldOn is null)
            {
                (round.ToldOn, round.Told) = (Day(acting.Moved.Given.One("on")!), acting.Moved.Given.One("body"));
            }
        }
    }

    /// <summary>Numbers and words from the rows, and the table of all comments made and attached.</summary>
    public async Task<Particulars> PrefillAsync(MatterView view, Loaded member, Step step, Particulars start)
    {
        if (step.Id is not (Close or Tell) || await db.RoundAsync(view.Actor.Congress, member.Matter.Id) is not { } round || !await db.CommentsOf(round).AnyAsync())
        {
            return start;
        }

        var values = new Dictionary<string, IReadOnlyList<string>>(start.Values, StringComparer.Ordinal);
        if (step.Id == Close)
        {
            var (received, adopted) = await NumbersAsync(round);
            (values["received"], values["adopted"], values["summary"]) = ([$"{received}"], [$"{adopted}"], [await summary.WriteAsync(round)]);
        }
        else if (round.ToldOn is null)
        {
            values["body"] = [await summary.WriteAsync(round)];
            if (await db.CommentsOf(round).AllAsync(c => c.DispositionId != null) && await table.MakeAsync(view.Actor, round) is { } paper)
            {
                values[Table] = [$"{paper}"];
            }
        }

        return new Particulars(values);
    }

    private void Open(Acting acting)
    {
        var (member, given) = (acting.Subject!, acting.Moved.Given);
        var matter = member.Matter;
        // What was handed on with this act; null where only a scan was attached.
        var text = db.TextVersions.Local.FirstOrDefault(t => t.MatterId == matter.Id && t.Step == Publish);
        db.Consultations.Add(new ConsultationRound
        {
            Congress = matter.Congress,
            MatterId = matter.Id,
            Round = member.Records[^1].Sequence,
            Title = matter.Title,
            PublishedOn = Day(given.One("published-on")!),
            UntilOn = Day(given.One("until-on")!),
            Text = text?.Number,
        });
    }

    private async Task<IReadOnlyList<Refusal>> CloseAsync(ConsultationRound round, Decision.Moved moved)
    {
        var (received, adopted) = await NumbersAsync(round);
        return
        [
            .. Other("received", "收到意见", received),
            .. Other("adopted", "拟采纳", adopted),
        ];

        IEnumerable<Refusal> Other(string field, string title, int number) =>
            decimal.TryParse(moved.Given.One(field), System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var given) && given == number ? []
                : [new Refusal($"“{title}”填的是 {moved.Given.One(field)} 条，系统里登记的是 {number} 条。", field, moved.Step.Basis, $"请改为 {number}；纸质、邮件等意见还没有登记的，先在“公众意见”里登记。")];
    }

    private async Task<IReadOnlyList<Refusal>> TellAsync(ConsultationRound round, Acting acting)
    {
        var basis = acting.Moved.Step.Basis;
        if (await db.CommentsOf(round).CountAsync(c => c.DispositionId == null) is > 0 and var open)
        {
            return [new Refusal($"还有 {open} 条意见没有处理结果。", null, basis, "请在“公众意见”里按“未处理”筛选，逐组处理完再通报。")];
        }

        return await table.IsAttachedAsync(acting.Actor, round, acting.Moved.Given[Table]) ? []
            : [new Refusal("没有附上全部意见的处理情况表，或者附上以后处理结果又有变化。", Table, basis, "请重新打开本页，系统会按现在的处理结果再生成一次。")];
    }

    private async Task<(int Received, int Adopted)> NumbersAsync(ConsultationRound round)
    {
        var counts = await Counts.ByResultAsync(db, round);
        return (counts.Sum(c => c.Count), counts.Where(c => Counts.IsAdopted(c.Result)).Sum(c => c.Count));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
