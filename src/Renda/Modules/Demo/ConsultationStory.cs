using Renda.Database;
using Renda.Modules.Legislation.Consultation;
using Renda.Modules.Legislation.Consultation.Desk;
using Renda.Modules.Legislation.Consultation.Grouping;
using Renda.Modules.Legislation.Consultation.Public;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Public;
using Renda.Procedures;

namespace Renda.Modules.Demo;

/// <summary>Two drafts put before the public: one told of, whose every comment has an answer, and one people still comment on.</summary>
internal sealed class ConsultationStory(RendaDb db, Troupe troupe, IEnumerable<IFlow> flows, Cast cast, WorkDays days, SimulatedTime time)
{
    private const string Regulation = "regulation";

    private readonly Dictionary<string, Guid> matters = new(StringComparer.Ordinal);

    private Person Legal => cast.Of(Cast.Legal, Posts.LegalClerk)[0];

    private Person Secretariat => cast.Of(Cast.Secretariat, Posts.SecretariatClerk)[0];

    public IEnumerable<(DateTime At, Func<Task> Play)> Scenes() => Texts.Whole("consultations.txt").Split("===\n").SelectMany(s => Scenes(Told.Of(s)));

    private IEnumerable<(DateTime At, Func<Task> Play)> Scenes(Told told)
    {
        var published = told.Ended ? 66 : 12;
        yield return (At(published + 30, 0), () => BeginAsync(told));
        yield return (At(published + 20, 0), () => ActAsync(told, Secretariat, "list", ("decided-on", Day(published + 20)), ("meeting-on", Day(published + 5)), ("review", "no")));
        yield return (At(published + 15, 0), () => ActAsync(told, Secretariat, "send-out", ("special", "会议日期临时确定，提前印发。")));
        yield return (At(published + 4, 0), () => ActAsync(told, Secretariat, "first-reading", ("held-on", Day(published + 4)), ("meeting", "常委会第二十次会议")));
        yield return (At(published, 0), () => PublishAsync(told, published));
        var all = told.Comments.SelectMany((c, i) => Enumerable.Range(0, c.Count).Select(n => (Comment: c, Key: (i * 100) + n))).ToList();
        foreach (var (said, n) in all.Select((s, n) => (s, n)))
        {
            yield return (At(published, 60 + (n * (told.Ended ? 500 : 250))), () => SayAsync(told, said.Comment, said.Key));
        }

        if (told.Ended)
        {
            yield return (At(31, 0), () => DecideAsync(told));
            yield return (At(30, 0), () => PrefilledAsync(told, "close-consultation", ("closed-on", Day(30))));
            yield return (At(12, 0), () => PrefilledAsync(told, "tell-outcome", ("on", Day(12)), ("where", "省人大常委会网站")));
        }
    }

    private async Task BeginAsync(Told told)
    {
        var legal = await troupe.ActorAsync(Legal);
        matters[told.Title] = Troupe.Done(await troupe.Acts.BeginAsync(legal, Regulation, Request("import", ("title", told.Title), ("at", "drafting"), ("drafter", $"{cast.Unit(Cast.Legal).Id}"))), told.Title);
        db.ChangeTracker.Clear();
        await ActAsync(told, Legal, "submit",
            ("kind", "enact"), ("addressee", "standing"), ("proposer", "chairs"), ("text", await troupe.TextAsync(legal, "草案.txt", told.Text)),
            ("explanation", await troupe.PaperAsync(legal, "草案的说明.pdf", $"关于《{told.Title}（草案）》的说明", "现就草案的必要性和主要内容说明如下。")), ("references", await troupe.PaperAsync(legal, "参阅资料.pdf", "参阅资料", "有关情况的调研材料。")));
    }

    private async Task PublishAsync(Told told, int published)
    {
        var legal = await troupe.ActorAsync(Legal);
        await ActAsync(told, Legal, "publish-draft",
            ("published-on", Day(published)), ("until-on", $"{(told.Ended ? days.Ago(32) : days.Today.AddDays(20)):yyyy-MM-dd}"), ("where", "省人大常委会网站"),
            ("text", await troupe.TextAsync(legal, $"{told.Title}（草案）.txt", told.Text)), ("text", await troupe.PaperAsync(legal, "草案的说明.pdf", $"关于《{told.Title}（草案）》的说明", "现就草案的必要性和主要内容说明如下。")));
    }

    private async Task SayAsync(Told told, ToldComment comment, int n)
    {
        var settings = ConsultationSettings.Usual;
        var round = (await db.RoundAsync(Cast.Code, matters[told.Title]))!;
        var article = Draft.Of(told.Text).Articles.FirstOrDefault(a => a.Label == comment.Article);
        var code = new byte[ReceiptCode.Bytes];
        (code[^1], code[^2], code[^3]) = ((byte)n, (byte)(n >> 8), (byte)(told.Ended ? 1 : 2));
        var answer = await new PublicDesk(db, new Intake(db, new Grouper(db), time), settings, time).TakeAsync(round, article, comment.Text, "", "", new Ticket(round.MatterId, time.GetUtcNow(), Guid.NewGuid(), code), null);
        _ = answer.Code ?? throw new InvalidOperationException(answer.Refusals[0].Sentence);
    }

    private async Task DecideAsync(Told told)
    {
        var (legal, round) = (await troupe.ActorAsync(Legal), (await db.RoundAsync(Cast.Code, matters[told.Title]))!);
        foreach (var group in await new CommentLists(db).GroupsAsync(round, new GroupFilter(round.Round, null, Open: true), null))
        {
            var answer = told.Comments.First(c => c.Text == group.Lead);
            var (_, refusals) = await new Disposing(db, time).TakeAsync(legal, round, new Decided(group.Id, null, answer.Result, answer.Reason, Guid.NewGuid(), null));
            _ = refusals.Count == 0 ? 0 : throw new InvalidOperationException(refusals[0].Sentence);
        }
    }

    // As whoever opens the form finds it filled in.
    private async Task PrefilledAsync(Told told, string step, params (string Field, string Value)[] given)
    {
        var view = (await troupe.SeenAsync(await troupe.ActorAsync(Legal), matters[told.Title]))!;
        var start = await flows.Of(Regulation).PrefillAsync(db, view, view.Root, view.Root.Procedure.Steps[step]);
        await ActAsync(told, Legal, step, [.. start.Values.SelectMany(v => v.Value.Select(one => (v.Key, one))), .. given]);
    }

    private async Task ActAsync(Told told, Person who, string step, params (string Field, string Value)[] given)
    {
        db.ChangeTracker.Clear();
        Troupe.Done(await troupe.Acts.TakeAsync(await troupe.ActorAsync(who), matters[told.Title], Request(step, given)), $"{told.Title} {step}");
        db.ChangeTracker.Clear();
    }

    private static ActRequest Request(string step, params (string Field, string Value)[] given) => new(step, Particulars.Of(given), Seen: null, Guid.CreateVersion7());

    private string Day(int ago) => $"{days.Ago(ago):yyyy-MM-dd}";

    private DateTime At(int ago, int minute) => days.Ago(ago).ToDateTime(new TimeOnly(3, 0), DateTimeKind.Utc).AddMinutes(minute);

    private sealed record ToldComment(string Article, int Count, string Text, CommentResult? Result, string Reason);

    private sealed record Told(string Title, bool Ended, string Text, IReadOnlyList<ToldComment> Comments)
    {
        public static Told Of(string scene)
        {
            var (head, comments) = (scene.Split("---\n")[0].Split('\n'), scene.Split("---\n")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('|')));
            return new Told(head[0], head[1] == "ended", string.Join('\n', head[2..]), [.. comments.Select(c => new ToldComment(c[0], int.Parse(c[1], System.Globalization.CultureInfo.InvariantCulture), c[2], c.Length > 3 ? Enum.Parse<CommentResult>(c[3]) : null, c.Length > 4 ? c[4] : ""))]);
        }
    }
}
