using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Platform.Notices;

/// <summary>Writes notices, in the transaction of what called them.</summary>
internal static class Noticing
{
    /// <summary>The calls of an act just taken (催办).</summary>
    public static async Task UponAsync(RendaDb db, RuleShelf rules, DateTime at, Family family, Loaded subject, string step)
    {
        var rungs = rules.Ladder.Upon(family.Root.Procedure.Id, step).ToList();
        if (rungs.Count == 0)
        {
            return;
        }

        var (targets, recipients, source, told) = (Target.Parties(family, subject), new Recipients(db, rules, rules.Today), Guid.CreateVersion7(), new HashSet<Guid>());
        foreach (var rung in rungs)
        {
            var all = await recipients.OfAsync(family, targets, rung.To, view => view.SeesMember(subject));
            await AddAsync(db, subject, all.Where(r => told.Add(r.Person)), r => Of(family, subject, r, source, at, rung, rung.Id, rung.Says, null));
        }
    }

    /// <summary>The calls of a due date. Each person is told once: by the latest call that names them.</summary>
    public static async Task CallAsync(RendaDb db, Recipients recipients, DateTime at, Family family, MatterClock clock, IReadOnlyList<ReminderCall> called, DateOnly today)
    {
        var member = family.Of(clock.MatterId);
        var limit = member.Procedure.Limits[clock.Limit];
        var targets = Target.Of(family, member, limit);
        var made = (await db.Notices.AsNoTracking().Where(n => n.Congress == clock.Congress && n.SourceId == clock.Id).Select(n => new { n.Rung, n.PersonId }).ToListAsync())
            .Select(n => (n.Rung, n.PersonId)).ToHashSet();
        var told = new HashSet<Guid>();
        foreach (var call in called)
        {
            var all = await recipients.OfAsync(family, targets, call.Rung.To, view => view.SeesMember(member) && view.ClocksOf(member).Contains(clock));
            var left = all.Where(r => told.Add(r.Person) && !made.Contains((call.Key, r.Person))).ToList();
            var says = Says(call.Rung, limit.Title, clock.Due, today);
            await AddAsync(db, member, left, r => Of(family, member, r, clock.Id, at, call.Rung, call.Key, says, clock.Due));
        }
    }

    /// <summary>The rung's words as they are true today: who was not reminded in time is not told that there is time.</summary>
    public static string Says(ReminderRung rung, string limit, DateOnly due, DateOnly today)
    {
        var words = rung.Offset <= 0 && due < today ? "“{limit}”期限 {due} 已过，逾期 {days} 天。" : rung.Says;
        return words.Replace("{limit}", limit, StringComparison.Ordinal).Replace("{due}", $"{due:yyyy-MM-dd}", StringComparison.Ordinal)
            .Replace("{days}", $"{Math.Abs(due.DayNumber - today.DayNumber)}", StringComparison.Ordinal);
    }

    private static async Task AddAsync(RendaDb db, Loaded member, IEnumerable<Recipient> recipients, Func<Recipient, Notice> make)
    {
        List<Notice> notices = [.. recipients.Select(make)];
        List<Guid> people = [.. notices.Select(n => n.PersonId)];
        var mailed = people.Count == 0 ? [] : await db.Users.Where(a => a.Congress == member.Matter.Congress && people.Contains(a.PersonId) && a.MailsReminders && a.Email != null).Select(a => a.PersonId).ToListAsync();
        foreach (var notice in notices)
        {
            notice.MailDue = mailed.Contains(notice.PersonId);
            db.Notices.Add(notice);
        }
    }

    private static Notice Of(Family family, Loaded member, Recipient to, Guid source, DateTime at, ReminderRung rung, string key, string says, DateOnly? due) => new()
    {
        Congress = member.Matter.Congress,
        Id = Guid.CreateVersion7(new DateTimeOffset(at)),
        PersonId = to.Person,
        UnitId = to.Unit,
        MatterId = member.Matter.Id,
        RootId = family.Root.Matter.Id,
        SourceId = source,
        Rung = key,
        Title = rung.Title,
        Text = says.Length <= Notice.LongestText ? says : says[..Notice.LongestText],
        DueOn = due,
        At = at,
    };
}
