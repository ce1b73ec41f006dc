using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Demo;

/// <summary>What goes on inside the unit everybody can sign in to: drafts at every stage, one signed and ready to be sent.</summary>
internal sealed class UnitDesk(Troupe troupe)
{
    private const string Work = "unit-work";

    private static readonly string[] Departments = ["政策法规处", "发展规划处", "财务处", "综合处"];

    // How far each goes.
    private static readonly string[][] Courses =
    [
        ["assign"], ["assign", "write"], ["assign", "write", "send"], ["assign", "write", "send", "sign"], ["assign", "write", "send", "return"], ["assign", "hand-on"],
    ];

    private readonly Dictionary<Guid, Guid> begun = [];

    public IEnumerable<(DateTime At, Func<Task> Play)> Scenes(IReadOnlyList<Story> stories, WorkDays days)
    {
        var inHand = stories.Where(s => s.Unit.Name == Plan.Mine && s.Beats.Any(b => b.Step == "sign") && s.Beats[^1].Step is "sign" or "contact" or "opine" && s.Day < days.Ago(1)).Take(Courses.Length);
        foreach (var (story, course, n) in inHand.Zip(Courses, (story, course) => (story, course)).Select((s, n) => (s.story, s.course, n)))
        {
            var day = story.Day;
            foreach (var (step, i) in course.Select((step, i) => (step, i)))
            {
                day = i == 0 || days.After(day, 1) < days.Today ? days.After(day, 1) : day;
                var at = day.ToDateTime(new TimeOnly(1, 5), DateTimeKind.Utc).AddMinutes((n * 3) + (i * 20));
                yield return (at, () => PlayAsync(story, step, n));
            }
        }
    }

    private async Task PlayAsync(Story story, string step, int n)
    {
        var (clerk, chief) = (story.Cast.Of(Plan.Mine, Posts.UnitClerk)[0], story.Cast.Of(Plan.Mine, Posts.UnitHead)[0]);
        var actor = await troupe.ActorAsync(step is "sign" or "return" ? chief : clerk);
        var request = new ActRequest(step, Given(story, step, n, clerk), Seen: null, Guid.CreateVersion7());
        var outcome = begun.TryGetValue(story.Id, out var work) ? await troupe.Acts.TakeAsync(actor, work, request) : await troupe.Acts.BeginAsync(actor, Work, request);
        begun[story.Id] = Troupe.Done(outcome, $"{step}《{story.Topic.Title}》");
    }

    private Particulars Given(Story story, string step, int n, Person clerk) => step switch
    {
        "assign" => Particulars.Of(("suggestion", $"{troupe.Matters[story.Id]}"), ("task", "reply"), ("department", Departments[n % Departments.Length]), ("handler", $"{clerk.Id}"), ("note", "请研究提出办理意见，答复前听取代表意见。")),
        "hand-on" => Particulars.Of(("department", Departments[(n + 1) % Departments.Length]), ("note", "主要内容属你处职责，请承接。")),
        "write" => Particulars.Of(
            ("kind", "solved"), ("way", "both"), ("text", $"您提出的《{story.Topic.Title}》收悉。现答复如下：\n{story.Topic.Answer}。\n感谢您对我们工作的关心和支持。"),
            ("contact", clerk.Name), ("phone", "0500-86120000")),
        "return" => Particulars.Of(("reason", "请补充下一步的时间安排。")),
        "sign" => Particulars.Of(("number", $"示办函〔{story.Day.Year}〕{12 + n}号"), ("opinion", "同意。")),
        _ => Particulars.Empty,
    };
}
