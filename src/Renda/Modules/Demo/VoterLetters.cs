using Renda.Database;
using Renda.Modules.Contact;
using Renda.Modules.Contact.Letters;
using Renda.Modules.Contact.Public;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Public;
using Renda.Procedures;

namespace Renda.Modules.Demo;

/// <summary>Two deputies whose public pages are on, what voters wrote to them (unopened, in hand, answered, and a piece of advertising), and a member who keeps in touch with them.</summary>
internal sealed class VoterLetters(RendaDb db, Troupe troupe, Cast cast, WorkDays days, SimulatedTime time)
{
    private static readonly Sent[] All =
    [
        new(0, 60, "opinion", "economy", "办事窗口中午不对外，能不能错时值班", "县里的办事大厅中午十二点到两点全部关窗，上班的人只能请假去办。建议安排人员错时值班。", "林女士", "13800000001"),
        new(0, 24, "difficulty", "environment", "老旧小区地下车库装不了充电桩", "小区建于二〇〇三年，物业说电力容量不够，几十户新能源车主只能飞线充电，很不安全。希望有关部门帮助增容。", "周先生", "13800000002"),
        new(0, 20, "difficulty", "environment", "老小区充电桩报装三次都没有通过", "我们小区报装充电桩，三次都因为变压器容量不够没有通过，邻居已经有飞线充电的。", "", ""),
        new(0, 9, "opinion", "", "公交末班车太早，晚班工人回不了家", "开发区工厂晚上九点半下班，公交末班车八点半就没有了。建议延长到十点。", "", "worker@example.com"),
        new(1, 15, "report", "education", "镇中心小学门口没有斑马线", "学校门口是省道，车速快，没有斑马线和红绿灯，接送孩子很危险。", "", ""),
        new(1, 3, "opinion", "", "优惠大酬宾", "点击 http://ad.example http://ad.example/1 http://ad.example/2 领取优惠。", "", "") { Doubt = "写有多个网址" },
    ];

    private readonly Dictionary<int, Guid> arrived = [];
    private Guid plan;

    public IEnumerable<(DateTime At, Func<Task> Play)> Scenes()
    {
        yield return (At(70, 0), OpenPagesAsync);
        foreach (var (sent, n) in All.Select((sent, n) => (sent, n)))
        {
            yield return (At(sent.Ago, 10 + n), () => ArriveAsync(sent, n));
        }

        yield return (At(45, 20), ArrangeAsync);
        yield return (At(30, 21), () => VisitAsync("走访两位代表", "了解闭会期间履职情况和今年建议的办理进展。"));
        yield return (At(52, 1), () => ActAsync(0, Clerk, "accept", ("kind", "opinion"), ("subject", "economy")));
        yield return (At(47, 2), () => ActAsync(0, Deputy(0), "respond", ("result", "resolved"), ("told", "您反映的情况，县行政审批服务局已经安排错时值班，中午有两个窗口办理业务。感谢您的建议。")));
        yield return (At(18, 3), () => ActAsync(1, Clerk, "accept", ("kind", "difficulty"), ("subject", "environment")));
        yield return (At(17, 4), () => ActAsync(1, Clerk, "hand-over", ("units", $"{cast.Unit("省住房城乡建设厅").Id}"), ("request", "请研究老旧小区充电设施增容的办法，并报告结果。")));
        yield return (At(16, 5), () => ActAsync(2, Clerk, "accept", ("kind", "difficulty"), ("subject", "environment")));
    }

    private Person Clerk => cast.Of(Cast.Office, Posts.OfficeClerk)[0];

    private Person Deputy(int n) => cast.AllDeputies[n];

    private async Task OpenPagesAsync()
    {
        foreach (var deputy in cast.AllDeputies.Take(2))
        {
            var at = time.GetUtcNow();
            db.DeputyPages.Add(new DeputyPage { Congress = Cast.Code, PersonId = deputy.Id, Since = at.UtcDateTime });
            db.AccountEvents.Add(new AccountEvent { Congress = Cast.Code, Id = Guid.CreateVersion7(at), At = at.UtcDateTime, PersonId = deputy.Id, What = $"开通{deputy.Name}的代表公开网页" });
        }

        await db.SaveChangesAsync();
    }

    // A member who keeps in touch with the two.
    private async Task ArrangeAsync()
    {
        var member = cast.Holding([Posts.Member]).First().Who;
        var given = Particulars.Of(
        [
            ("title", $"{member.Name}{days.Today.Year}年联系代表"), ("kind", "member"), ("contact", $"{member.Id}"), ("contacted", $"{Deputy(0).Id}"), ("contacted", $"{Deputy(1).Id}"),
            ("body", "每季度走访或者电话联系一次，听取代表对常委会工作的意见。"),
        ]);
        plan = Troupe.Done(await troupe.Acts.BeginAsync(await troupe.ActorAsync(Clerk), "contact-visit", new ActRequest("arrange", given, Seen: null, Guid.CreateVersion7())), "安排联系代表");
    }

    private async Task VisitAsync(string subject, string summary)
    {
        var given = Particulars.Of(("subject", subject), ("way", "visit"), ("held-on", $"{time.Today():yyyy-MM-dd}"), ("people", "2"), ("summary", summary), ("raised", "no"));
        Troupe.Done(await troupe.Acts.TakeAsync(await troupe.ActorAsync(cast.Holding([Posts.Member]).First().Who), plan, new ActRequest("visit", given, Seen: null, Guid.CreateVersion7())), subject);
    }

    private async Task ArriveAsync(Sent sent, int n)
    {
        var desk = new LetterDesk(db, troupe.Acts, ContactSettings.Usual, time);
        var congress = new Congress { Code = Cast.Code, Name = Cast.Province, Jurisdiction = Cast.Jurisdiction, OfficeUnitId = cast.Unit(Cast.Office).Id };
        var written = new Written(sent.Title, sent.Kind, sent.Subject, sent.Body, sent.Name, sent.Reach);
        var received = await desk.TakeAsync(congress, written, new Ticket(Deputy(sent.To).Id, time.GetUtcNow(), Guid.NewGuid(), Code(n)), sent.Doubt);
        arrived[n] = received.Code is null ? throw new InvalidOperationException($"来信《{sent.Title}》：{string.Join("", received.Refusals.Select(r => r.Sentence))}")
            : db.Letters.Local.Single(l => l.Receipt == ReceiptCode.Hash(received.Code)).MatterId;
    }

    private async Task ActAsync(int n, Person who, string step, params (string, string)[] given) =>
        Troupe.Done(await troupe.Acts.TakeAsync(await troupe.ActorAsync(who), arrived[n], new ActRequest(step, Particulars.Of(given), Seen: null, Guid.CreateVersion7())), $"来信《{All[n].Title}》{step}");

    // 0000-0000-0000-0001 and on: whoever tries the demo can look them up.
    private static byte[] Code(int n) => [.. new byte[ReceiptCode.Bytes - 1], (byte)(n + 1)];

    // What was due on the same day happens one after another.
    private DateTime At(int ago, int minute) => days.Ago(ago).ToDateTime(new TimeOnly(2, 20), DateTimeKind.Utc).AddMinutes(minute);

    private sealed record Sent(int To, int Ago, string Kind, string Subject, string Title, string Body, string Name, string Reach)
    {
        public string? Doubt { get; init; }
    }
}
