using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;

namespace Renda.Modules.Home;

/// <summary>Something that waits for the person.</summary>
/// <param name="DueOn">The day it is due, or the day it came where no law sets a limit.</param>
internal sealed record ToDoItem(Guid Id, Guid MatterId, string Procedure, string Version, string Step, DateOnly DueOn, string? Number, string Title, string? Part, string? PartTitle, string? Lead);

/// <summary>What waits for a person: what has a due date by that date, the rest by how long it has waited.</summary>
internal sealed class ToDo
{
    public const int PageSize = 50;

    /// <summary>Counting stops here: nobody needs to know by how much too much is late.</summary>
    public const int CountTo = 200;

    private readonly RendaDb db;
    private readonly Actor actor;
    private readonly IReadOnlyList<string> roles;
    private readonly IReadOnlyList<string> others;

    private ToDo(RendaDb db, Actor actor, IReadOnlyList<string> roles, IReadOnlyList<string> others) => (this.db, this.actor, this.roles, this.others) = (db, actor, roles, others);

    public static async Task<ToDo> OfAsync(RendaDb db, RuleShelf rules, Actor actor)
    {
        // An office plays dozens of roles; only those something waits for are worth a range of their own below.
        List<string> played = [.. CongressWide(rules, actor)];
        return new ToDo(db, actor, await db.Waitings.Where(w => w.Congress == actor.Congress && played.Contains(w.Role)).Select(w => w.Role).Distinct().ToListAsync(), OthersOfTheUnit(rules, actor));
    }

    public async Task<List<ToDoItem>> PageAsync(bool dated, (DateOnly Day, Guid Id)? after)
    {
        var here = db.Waitings.AsNoTracking().Where(w => w.Congress == actor.Congress && w.Dated == dated);
        if (after is (var day, var id))
        {
            here = here.Where(w => w.DueOn >= day && (w.DueOn > day || w.Id > id));
        }

        var mine = Ways(here).Select(way => way.OrderBy(w => w.DueOn).ThenBy(w => w.Id).Take(PageSize + 1)).Aggregate(Queryable.Union);
        return await (
            from w in mine.OrderBy(w => w.DueOn).ThenBy(w => w.Id).Take(PageSize + 1)
            join m in db.Matters on new { w.Congress, Id = w.MatterId } equals new { m.Congress, m.Id }
            join p in db.Matters on new { m.Congress, Id = m.ParentId ?? m.Id } equals new { p.Congress, p.Id }
            join l in db.People on new { p.Congress, Id = p.PersonId } equals new { l.Congress, Id = (Guid?)l.Id } into leads
            from l in leads.DefaultIfEmpty()
            orderby w.DueOn, w.Id
            select new ToDoItem(w.Id, m.Id, m.Procedure, p.Version, w.Step, w.DueOn, p.Number, p.Title, m.Part, m.ParentId == null ? null : m.Title, l.Name)).ToListAsync();
    }

    /// <summary>The due dates up to a day, at most one more than <see cref="CountTo"/>.</summary>
    public async Task<List<DateOnly>> DueByAsync(DateOnly day)
    {
        var due = db.Waitings.AsNoTracking().Where(w => w.Congress == actor.Congress && w.Dated && w.DueOn <= day);
        var mine = Ways(due).Select(way => way.OrderBy(w => w.DueOn).Take(CountTo + 1)).Aggregate(Queryable.Union);
        return await mine.OrderBy(w => w.DueOn).Take(CountTo + 1).Select(w => w.DueOn).ToListAsync();
    }

    // One index range for each way to be waited for.
    private IEnumerable<IQueryable<Waiting>> Ways(IQueryable<Waiting> here)
    {
        var person = actor.PersonId;
        return
        [
            actor.Has(Posts.FormerDeputy) && !actor.Has(Posts.Deputy)
                ? here.Where(w => w.PersonId == person && !db.Matters.Any(m => m.Congress == w.Congress && m.Id == w.MatterId && m.Private)) // Drafts are not handed in any more.
                : here.Where(w => w.PersonId == person),
            .. actor.Units.Select(unit => here.Where(w => w.UnitId == unit && !others.Contains(w.Role))),
            .. roles.Select(role => here.Where(w => w.PersonId == null && w.UnitId == null && w.Role == role)),
        ];
    }

    // Roles of the person's own unit that take another post: what its head signs does not wait for its clerk.
    private static List<string> OthersOfTheUnit(RuleShelf rules, Actor actor) =>
    [
        .. (from procedure in rules.Book.Procedures
            let units = procedure.Roles.Values.Where(r => r.Party is not null && r.Posts.Count > 0).ToLookup(r => r.Party)
            from role in units.SelectMany(u => u)
            where !actor.Has(role.Posts) && units[role.Party].Any(r => actor.Has(r.Posts))
            select Waiting.RoleOf(procedure.Id, role.Id)).Distinct(),
    ];

    // Roles any holder of a post plays, in whichever procedure.
    private static IEnumerable<string> CongressWide(RuleShelf rules, Actor actor) =>
        (from procedure in rules.Book.Procedures
         from role in procedure.Roles.Values
         where Casting.IsCongressWide(role) && actor.Has(role.Posts)
         select Waiting.RoleOf(procedure.Id, role.Id)).Distinct();
}
