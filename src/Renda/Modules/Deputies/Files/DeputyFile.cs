using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Deputies.Files;

/// <summary>A sitting somebody was due at, and whether they came.</summary>
internal sealed record Attendance(DateOnly On, string Session, string What, Presence Presence, bool PartLeave, Body Body, string Href);

/// <summary>What one deputy did in a year or a term, as one viewer may see it (履职档案; 代表法第五十八条第二款). It counts and lists; it rates nobody.</summary>
internal sealed record DeputyFile(Days Period, IReadOnlyList<Attendance> Attendances, IReadOnlyList<FileEntry> Entries)
{
    public IEnumerable<IGrouping<string, FileEntry>> Kinds => Entries.GroupBy(e => e.Kind, StringComparer.Ordinal);

    /// <summary>Due, present, excused, absent.</summary>
    public (int Due, int Present, int Excused, int Absent) Count(Body body)
    {
        var own = Attendances.Where(a => a.Body == body).ToList();
        return (own.Count, own.Count(a => a.Presence == Presence.Present), own.Count(a => a.Presence == Presence.Excused), own.Count(a => a.Presence == Presence.Absent));
    }

    public static async Task<DeputyFile> ReadAsync(RendaDb db, RuleShelf rules, Addresses addresses, Actor actor, Guid person, Days period)
    {
        var tenure = await Tenures.OfAsync(db, actor.Congress, person);
        var (sittings, leaves) = await new Sessions(db, rules, actor).ReadAsync(person, period);
        var attended = from seen in sittings
                       let presence = Attending.Of(person, tenure, seen.Sitting, leaves)
                       where presence != Presence.NotDue
                       orderby seen.Sitting.Day descending
                       select new Attendance(
                           seen.Sitting.Day, seen.Session, seen.What, presence, leaves.Any(l => l.Session == seen.Sitting.Session && !l.Whole), seen.Sitting.Body, addresses.Matter(seen.Procedure, seen.Sitting.Session));
        return new DeputyFile(period, [.. attended], await new Parts(db, rules, addresses, actor).ReadAsync(person, period));
    }
}

/// <summary>How these things are said.</summary>
internal static class FileWords
{
    public static readonly IReadOnlyDictionary<Body, string> Bodies = new Dictionary<Body, string>
    {
        [Body.Congress] = "人民代表大会会议",
        [Body.Standing] = "常委会会议",
    };

    /// <summary>What somebody goes to is counted in times, what somebody puts forward in papers.</summary>
    public static string Measure(string procedure) => procedure is "contact-visit" or "inspection" or "course" or "activity" ? "次" : "件";

    public static string Of(Attendance attendance) => attendance.Presence switch
    {
        Presence.Excused => "请假",
        Presence.Absent => "未经批准缺席",
        _ => attendance.PartLeave ? "出席（部分会议请假）" : "出席",
    };
}
