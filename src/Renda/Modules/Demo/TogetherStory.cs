using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Demo;

/// <summary>Suggestions answered together with one reply, two on the way there, and one of which two units have a part each.</summary>
internal sealed class TogetherStory(RendaDb db, Troupe troupe)
{
    private const string Joint = "joint-handling";

    private readonly Dictionary<string, Guid> begun = [];

    public IEnumerable<(DateTime At, Func<Task> Play)> Scenes(IReadOnlyList<Story> stories, WorkDays days)
    {
        foreach (var group in stories.Where(s => s.Joint is not null).GroupBy(s => s.Joint!))
        {
            var members = group.ToList();
            var last = members.Max(s => s.Day);
            yield return (At(days.After(last, 1), 20), () => JoinAsync(group.Key, members));
            yield return (At(days.After(last, 8), 30), () => ContactAsync(group.Key, members));
            if (group.Key == "answered")
            {
                yield return (At(days.After(last, 14), 40), () => ReplyAsync(group.Key, members));
            }
        }

        if (stories.FirstOrDefault(s => s.Beats[^1].Step == "split") is { } divided)
        {
            yield return (At(days.After(divided.Day, 2), 10), () => SignPartsAsync(divided));
        }
    }

    private async Task JoinAsync(string key, List<Story> members) => begun[key] = Troupe.Done(
        await troupe.Acts.BeginAsync(await ClerkAsync(members[0]), Joint, Request("join",
        [
            ("title", Common(members[0].Topic.Title, members[1].Topic.Title)), .. members.Select(m => ("suggestions", $"{troupe.Matters[m.Id]}")), ("reason", "几件建议反映的是同一类问题，措施相同，由我厅合并办理、一并答复。"),
        ])), "并案办理");

    private async Task ContactAsync(string key, List<Story> members) => await TakeAsync(key, members[0], "contact",
        ("way", "meeting"), ("on", $"{members.Max(m => m.Day):yyyy-MM-dd}"), ("who", $"{string.Join("、", members.Select(m => m.Lead.Name))}代表"), ("summary", $"各位代表认可合并办理，希望重点推进“{members[0].Topic.Proposals[0]}”。"));

    private async Task ReplyAsync(string key, List<Story> members)
    {
        var chief = members[0].Cast.Of(members[0].Unit.Name, Posts.UnitHead)[0].Name;
        var text = $"{string.Join("、", members.Select(m => m.Lead.Name))}代表：\n各位代表提出的建议收悉，现一并答复如下：\n{members[0].Topic.Answer}。\n感谢各位代表对我们工作的关心和支持。";
        var letter = await troupe.PaperAsync(await ClerkAsync(members[0]), $"{members[0].Unit.Name}答复函.pdf", "关于代表建议的答复函", text);
        await TakeAsync(key, members[0], "reply", ("kind", "solved"), ("way", "both"), ("text", text), ("signed-by", chief), ("letter", letter));
    }

    private async Task SignPartsAsync(Story story)
    {
        var original = troupe.Matters[story.Id];
        var parts = await db.Matters.AsNoTracking().Where(m => m.Congress == Cast.Code && m.ParentId != null && db.Matters.Any(p => p.Congress == Cast.Code && p.Id == m.ParentId && p.OriginId == original)).ToListAsync();
        foreach (var part in parts)
        {
            var unit = story.Cast.Units.Single(u => u.Id == part.UnitId);
            Troupe.Done(await troupe.Acts.TakeAsync(await troupe.ActorAsync(story.Cast.Of(unit.Name, Posts.UnitClerk)[0]), part.Id, Request("sign")), "签收");
        }
    }

    private async Task TakeAsync(string key, Story of, string step, params (string, string)[] given) =>
        Troupe.Done(await troupe.Acts.TakeAsync(await ClerkAsync(of), begun[key], Request(step, given)), step);

    // What is asked for, without the place it is asked for.
    private static string Common(string one, string other)
    {
        var before = one.Zip(other).TakeWhile(c => c.First == c.Second).Count();
        var after = one.Reverse().Zip(other.Reverse()).TakeWhile(c => c.First == c.Second).Count();
        return one[..before] + one[(one.Length - Math.Min(after, one.Length - before))..];
    }

    private Task<Actor> ClerkAsync(Story story) => troupe.ActorAsync(story.Cast.Of(story.Unit.Name, Posts.UnitClerk)[0]);

    private static ActRequest Request(string step, params (string, string)[] given) => new(step, Particulars.Of(given), Seen: null, Guid.CreateVersion7());

    private static DateTime At(DateOnly day, int minute) => day.ToDateTime(new TimeOnly(8, 0), DateTimeKind.Utc).AddMinutes(minute);
}
