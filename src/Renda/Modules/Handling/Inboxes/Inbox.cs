using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Handling.Inside;
using Renda.Platform.Access;
using Renda.Platform.Matters;

namespace Renda.Modules.Handling.Inboxes;

/// <summary>A line of the inbox.</summary>
/// <param name="MatterId">The unit's part, or the suggestion itself: what the step is taken on.</param>
/// <param name="Seen">The latest record of it, so that a line overtaken meanwhile is not signed for unseen.</param>
internal sealed record InboxRow(Guid Id, Guid MatterId, int Seen, string Step, DateOnly AllDueOn, Guid Suggestion, string? Number, string Title, string Stage, string? Part, string? Lead)
{
    public bool Dated => AllDueOn < Waiting.Undated;
}

/// <summary>What is done about a suggestion inside the unit.</summary>
internal sealed record InsideRow(Guid MatterId, string Department, string? Person, string Stage);

/// <summary>All that waits for the units of one person, by what is due first.</summary>
internal sealed class Inbox(RendaDb db)
{
    public const int PageSize = 50;

    /// <summary>Counting stops here: nobody needs to know by how much too much is late.</summary>
    public const int CountTo = 200;

    private const string OnPart = "suggestion.unit";
    private const string OnWhole = "suggestion.lead-unit";

    private static readonly List<string> Answers = ["reply", "reply-again", "opine", "fulfil"];

    private static readonly List<string> Steps = [.. InboxKinds.All.Select(k => k.Step).Distinct()];

    public async Task<List<InboxRow>> PageAsync(Actor actor, InboxFilter filter, DateOnly today, (DateOnly Day, Guid Id)? after)
    {
        var mine = UnitWorkFlow.UnitsOf(actor).Select(unit => Narrowed(Waiting(actor, unit, after), filter, today)
            .OrderBy(w => w.AllDueOn).ThenBy(w => w.Id).Take(PageSize + 1)).Aggregate(Queryable.Union);
        return await (
            from w in mine.OrderBy(w => w.AllDueOn).ThenBy(w => w.Id).Take(PageSize + 1)
            join m in db.Matters on new { w.Congress, Id = w.MatterId } equals new { m.Congress, m.Id }
            join s in db.Matters on new { m.Congress, Id = m.ParentId ?? m.Id } equals new { s.Congress, s.Id }
            join p in db.People on new { s.Congress, Id = s.PersonId } equals new { p.Congress, Id = (Guid?)p.Id } into leads
            from p in leads.DefaultIfEmpty()
            orderby w.AllDueOn, w.Id
            select new InboxRow(w.Id, m.Id, m.Revision, w.Step, w.AllDueOn, s.Id, s.Number, s.Title, s.Stage, m.Part, p.Name)).ToListAsync();
    }

    /// <summary>What the units do about these suggestions: the work under way, or what is signed and not yet sent.</summary>
    public async Task<IReadOnlyDictionary<Guid, InsideRow>> InsideAsync(Actor actor, IEnumerable<Guid> rows)
    {
        var ids = rows.ToList();
        var works = await (
            from inside in InHand(db.Waitings.AsNoTracking().Where(w => w.Congress == actor.Congress && ids.Contains(w.Id)))
            join p in db.People on new { inside.Work.Congress, Id = inside.Work.PersonId } equals new { p.Congress, Id = (Guid?)p.Id } into people
            from p in people.DefaultIfEmpty()
            select new { inside.Waiting, inside.Work.Open, Row = new InsideRow(inside.Work.MatterId, inside.Work.Department, p.Name, inside.Work.Stage) }).ToListAsync();
        return works.GroupBy(w => w.Waiting).ToDictionary(g => g.Key, g => g.OrderByDescending(w => w.Open).ThenByDescending(w => w.Row.MatterId).First().Row);
    }

    /// <summary>The due dates up to a day, at most one more than <see cref="CountTo"/>.</summary>
    public async Task<List<DateOnly>> DueByAsync(Actor actor, DateOnly day)
    {
        var due = UnitWorkFlow.UnitsOf(actor).Select(unit => Waiting(actor, unit, after: null).Where(w => w.AllDueOn <= day).OrderBy(w => w.AllDueOn).Take(CountTo + 1)).Aggregate(Queryable.Union);
        return await due.OrderBy(w => w.AllDueOn).Take(CountTo + 1).Select(w => w.AllDueOn).ToListAsync();
    }

    /// <summary>Who handles suggestions in these units today.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> PeopleAsync(Actor actor, DateOnly today)
    {
        var units = UnitWorkFlow.UnitsOf(actor);
        var people = await (
            from post in db.Posts.AsNoTracking()
            where post.Congress == actor.Congress && units.Contains(post.UnitId) && (post.Kind == Posts.UnitClerk || post.Kind == Posts.UnitHead) && post.From <= today && (post.To == null || post.To >= today)
            join person in db.People on new { post.Congress, Id = post.PersonId } equals new { person.Congress, person.Id }
            select new { person.Id, person.Name }).Distinct().OrderBy(p => p.Name).Take(CountTo).ToListAsync();
        return [.. people.Select(p => (p.Id, p.Name))];
    }

    // One range of an index for each unit.
    private IQueryable<Waiting> Waiting(Actor actor, Guid unit, (DateOnly Day, Guid Id)? after)
    {
        var here = db.Waitings.AsNoTracking().Where(w => w.Congress == actor.Congress && w.UnitId == unit && (w.Role == OnPart || w.Role == OnWhole) && Steps.Contains(w.Step));
        // What has not been signed for is not yet in hand.
        here = here.Where(w => w.Step != "reply" || !db.Matters.Any(c => c.Congress == w.Congress && c.ParentId == w.MatterId && c.UnitId == unit && c.Stage == "assigned"));
        return after is (var day, var id) ? here.Where(w => w.AllDueOn >= day && (w.AllDueOn > day || w.Id > id)) : here;
    }

    // The work of the unit itself on what is waited for in this round: a draft that was sent belongs to one that is over.
    private IQueryable<InHandWork> InHand(IQueryable<Waiting> here) =>
        from w in here
        join m in db.Matters on new { w.Congress, Id = w.MatterId } equals new { m.Congress, m.Id }
        join x in db.UnitWorks on new { w.Congress, Suggestion = m.ParentId ?? m.Id, Unit = w.UnitId } equals new { x.Congress, Suggestion = x.SuggestionId, Unit = (Guid?)x.UnitId }
        where x.Task == (w.Step == "opine" ? Tasks.Opinion : w.Step == "fulfil" ? Tasks.Fulfil : Tasks.Reply)
        where x.Open || db.Records.Any(s => s.Congress == x.Congress && s.MatterId == x.MatterId && s.Step == UnitWorkFlow.Sign
            && !db.Records.Any(a => a.Congress == w.Congress && a.MatterId == w.MatterId && Answers.Contains(a.Step) && a.At >= s.At))
        select new InHandWork { Waiting = w.Id, Work = x };

    private IQueryable<Waiting> Narrowed(IQueryable<Waiting> here, InboxFilter filter, DateOnly today)
    {
        here = filter.Overdue ? here.Where(w => w.AllDueOn < today) : here;
        if (InboxKinds.All.FirstOrDefault(k => k.Id == filter.Kind) is { } kind)
        {
            var (step, stage) = (kind.Step, kind.Stage);
            here = here.Where(w => w.Step == step);
            here = stage is null ? here : here.Where(w => db.Matters.Any(m => m.Congress == w.Congress && m.Id == w.MatterId && m.Stage == stage));
        }

        if (filter.Who is not null)
        {
            var (person, inside) = (filter.Person, InHand(here));
            here = person is null ? here.Where(w => !inside.Any(i => i.Waiting == w.Id)) : here.Where(w => inside.Any(i => i.Waiting == w.Id && i.Work.PersonId == person));
        }

        foreach (var word in filter.Words?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            here = here.Where(w => db.Matters.Any(m => m.Congress == w.Congress && m.Id == w.MatterId
                && db.Matters.Any(s => s.Congress == m.Congress && s.Id == (m.ParentId ?? m.Id) && (s.Title.Contains(word) || s.Number!.Contains(word)))));
        }

        return here;
    }

    private sealed class InHandWork
    {
        public required Guid Waiting { get; init; }

        public required UnitWork Work { get; init; }
    }
}
