using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Demo;

/// <summary>A session of the congress from its call to the archive, two deputies on leave, and a duty report asked of one:
/// what a deputy's file shows, whatever day the demo is filled on.</summary>
internal sealed class SessionStory(RendaDb db, Troupe troupe, Cast cast, WorkDays days)
{
    private const string Total = "72";
    private const string Present = "70";

    private Guid session;
    private int minutes;

    private Person Secretary => cast.Of(Cast.Secretariat, Posts.SecretariatClerk)[0];

    private Person Clerk => cast.Of(Cast.Office, Posts.OfficeClerk)[0];

    public IReadOnlyList<(DateTime At, Func<Task> Play)> Scenes()
    {
        var (first, deputies) = (days.Ago(190), cast.AllDeputies);
        return
        [
            At(240, () => BeginAsync(Secretary, "congress-session", "propose", ("title", $"省十四届人大第{"一二三四五"[first.Year - days.Today.Year + 3]}次会议"), ("kind", "annual"))),
            At(239, () => TakeAsync(Secretary, "decide", ("decided-on", Day(239)), ("meeting-on", $"{first:yyyy-MM-dd}"), ("days", "3"), ("place", "省会人民会堂"))),
            At(238, () => TakeAsync(Secretary, "add-item", ("item", "听取和审议省人民政府工作报告"), ("kind", "report"), ("mover", "省人民政府"))),
            At(236, () => TakeAsync(Secretary, "check-credentials", ("reported-on", Day(236)), ("total", Total))),
            At(235, () => PrepareAsync()),
            At(230, () => TakeAsync(Secretary, "notify", ("notified-on", Day(230)), ("matters", "听取和审议省人民政府工作报告。"))),
            At(200, () => TakeAsync(Secretary, "form-delegations", ("delegations", $"{Cast.Cities.Count}"))),
            At(196, () => TakeAsync(Clerk, "record-leave", ("who", $"{deputies[0].Id}"), ("kind", "part"), ("written", "yes"))),
            At(196, () => TakeAsync(Clerk, "record-leave", ("who", $"{deputies[1].Id}"), ("kind", "whole"), ("written", "yes"))),
            At(195, () => GrantAsync()),
            At(191, () => TakeAsync(Secretary, "hold-preparatory", ("held-on", Day(191)), ("total", Total), ("present", Present), ("elected", "yes"))),
            At(191, () => TakeAsync(Secretary, "convene-presidium", ("held-on", Day(191)), ("voting", "按表决器"))),
            At(190, () => TakeAsync(Secretary, "roll", ("held-on", Day(190)), ("what", "第一次全体会议"), ("total", Total), ("present", Present))),
            At(189, () => OnItemAsync("deliberate", ("on", Day(189)), ("opinions", "代表们赞成这个报告。"))),
            At(188, () => OnItemAsync("conclude", ("note", "印送有关部门研究。"))),
            At(188, () => TakeAsync(Secretary, "roll", ("held-on", Day(188)), ("what", "第二次全体会议"), ("total", Total), ("present", Present))),
            At(188, () => TakeAsync(Secretary, "close", ("closed-on", Day(188)))),
            At(180, () => TakeAsync(Secretary, "publish", ("published-on", Day(180)), ("where", "人大网站"))),
            At(170, () => TakeAsync(Secretary, "archive")),
            At(8, () => BeginAsync(Clerk, "duty-report", "arrange", ("title", $"{days.Today.Year}年代表向岚江市人大报告履职情况"), ("electors", "岚江市人民代表大会"),
                ("body", "请按要求提交书面报告。"), ("deputies", $"{deputies[0].Id}"), ("report-by", $"{days.Today.AddDays(12):yyyy-MM-dd}"))),
        ];
    }

    private string Day(int ago) => $"{days.Ago(ago):yyyy-MM-dd}";

    // One after another on a morning, within office hours of China.
    private (DateTime, Func<Task>) At(int ago, Func<Task> play) => (days.Ago(ago).ToDateTime(new TimeOnly(1, 30), DateTimeKind.Utc).AddMinutes(minutes++), play);

    private async Task BeginAsync(Person who, string procedure, string step, params (string, string)[] given) =>
        session = Troupe.Done(await troupe.Acts.BeginAsync(await troupe.ActorAsync(who), procedure, Request(step, given)), step);

    private Task TakeAsync(Person who, string step, params (string, string)[] given) => OnAsync(session, who, step, given);

    private async Task OnAsync(Guid matter, Person who, string step, params (string, string)[] given) =>
        Troupe.Done(await troupe.Acts.TakeAsync(await troupe.ActorAsync(who), matter, Request(step, given)), step);

    private async Task PrepareAsync()
    {
        var list = await troupe.PaperAsync(await troupe.ActorAsync(Secretary), "主席团和秘书长名单草案.pdf", "主席团和秘书长名单草案", "提请预备会议选举。");
        await TakeAsync(Secretary, "prepare-lists", ("decided-on", Day(235)), ("papers", list));
    }

    private async Task GrantAsync()
    {
        foreach (var leave in await ChildrenAsync("congress-leave"))
        {
            await OnAsync(leave, Secretary, "approve", ("approved-by", "主任会议"));
            db.ChangeTracker.Clear();
        }
    }

    private async Task OnItemAsync(string step, params (string, string)[] given) => await OnAsync((await ChildrenAsync("congress-item"))[0], Secretary, step, given);

    private Task<List<Guid>> ChildrenAsync(string procedure) =>
        db.Matters.AsNoTracking().Where(m => m.Congress == Cast.Code && m.ParentId == session && m.Procedure == procedure).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync();

    private static ActRequest Request(string step, (string, string)[] given) => new(step, Particulars.Of(given), Seen: null, Guid.CreateVersion7());
}
