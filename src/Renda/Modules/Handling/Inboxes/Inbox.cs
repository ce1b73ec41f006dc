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
internal sealed record InsideRow(Guid MatterId, Guid SuggestionId, string Department, string? Person, string Stage);

/// <summary>All that waits for the units of one person, by what is due first.</summary>
internal sealed class Inbox(RendaDb db)
{
    public const int PageSize = 50;

    /// <summary>Counting stops here: nobody needs to know by how much too much is late.</summary>
    public const int CountTo = 200;

    private const string OnPart = "suggestion.unit";
    private const string OnWhole = "suggestion.lead-unit";

    private static readonly List<string> Steps = [.. InboxKinds.All.Select(k => k.Step).Distinct()];

    public async Task<List<InboxRow>> PageAsync(Actor actor, InboxFilter filter, DateOnly today, (DateOnly Day, Guid Id)? after)
    {
        var mine = UnitWorkFlow.UnitsOf(actor).Select(unit => Narrowed(Waiting(actor, unit, after), unit, actor, filter, today)
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

    /// <summary>What the units do about these suggestions: the work under way, or else the one done last.</summary>
    public async Task<IReadOnlyDictionary<Guid, InsideRow>> InsideAsync(Actor actor, IEnumerable<Guid> suggestions)
    {
        var (units, ids) = (UnitWorkFlow.UnitsOf(actor), suggestions.Distinct().ToList());
        var rows = await (
            from w in db.UnitWorks.AsNoTracking()
            where w.Congress == actor.Congress && units.Contains(w.UnitId) && ids.Contains(w.SuggestionId) && w.Stage != "void"
            join p in db.People on new { w.Congress, Id = w.PersonId } equals new { p.Congress, Id = (Guid?)p.Id } into people
            from p in people.DefaultIfEmpty()
            select new { w.Open, Row = new InsideRow(w.MatterId, w.SuggestionId, w.Department, p.Name, w.Stage) }).ToListAsync();
        return rows.GroupBy(r => r.Row.SuggestionId).ToDictionary(g => g.Key, g => g.OrderByDescending(r => r.Open).ThenByDescending(r => r.Row.MatterId).First().Row);
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

    private IQueryable<Waiting> Narrowed(IQueryable<Waiting> here, Guid unit, Actor actor, InboxFilter filter, DateOnly today)
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
            // The unit's own open work is few beside what it ever had.
            var (person, open) = (filter.Person, db.UnitWorks.Where(x => x.Congress == actor.Congress && x.UnitId == unit && x.Open));
            var theirs = (person is null ? open : open.Where(x => x.PersonId == person)).Select(x => x.SuggestionId);
            var of = db.Matters.Where(m => m.Congress == actor.Congress && theirs.Contains(m.ParentId ?? m.Id));
            here = person is null ? here.Where(w => !of.Any(m => m.Id == w.MatterId)) : here.Where(w => of.Any(m => m.Id == w.MatterId));
        }

        foreach (var word in filter.Words?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            here = here.Where(w => db.Matters.Any(m => m.Congress == w.Congress && m.Id == w.MatterId
                && db.Matters.Any(s => s.Congress == m.Congress && s.Id == (m.ParentId ?? m.Id) && (s.Title.Contains(word) || s.Number!.Contains(word)))));
        }

        return here;
    }
}
