using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;

namespace Renda.Modules.Home;

/// <summary>Something that waits for the person.</summary>
internal sealed record ToDoItem(Guid Id, Guid MatterId, string Procedure, string Version, string Step, DateOnly DueOn, bool Dated, string? Number, string Title, string? Part);

/// <summary>What waits for a person, by due date. One index range for each way to be waited for.</summary>
internal static class ToDo
{
    public const int PageSize = 50;

    public static async Task<List<ToDoItem>> PageAsync(RendaDb db, RuleShelf rules, Actor actor, DateOnly? afterDue, Guid? afterId)
    {
        var (person, units, roles) = (actor.PersonId, actor.Units, CongressWide(rules, actor));
        var here = db.Waitings.AsNoTracking().Where(w => w.Congress == actor.Congress);
        if (afterDue is { } due && afterId is { } id)
        {
            here = here.Where(w => w.DueOn >= due && (w.DueOn > due || w.Id > id));
        }

        IEnumerable<IQueryable<Waiting>> ways =
        [
            here.Where(w => w.PersonId == person),
            .. units.Select(unit => here.Where(w => w.UnitId == unit)),
            .. roles.Select(role => here.Where(w => w.PersonId == null && w.UnitId == null && w.Role == role)),
        ];
        var mine = ways.Select(way => way.OrderBy(w => w.DueOn).ThenBy(w => w.Id).Take(PageSize + 1)).Aggregate(Queryable.Union);

        return await (
            from w in mine.OrderBy(w => w.DueOn).ThenBy(w => w.Id).Take(PageSize + 1)
            join m in db.Matters on new { w.Congress, Id = w.MatterId } equals new { m.Congress, m.Id }
            join p in db.Matters on new { m.Congress, Id = m.ParentId ?? m.Id } equals new { p.Congress, p.Id }
            orderby w.DueOn, w.Id
            select new ToDoItem(w.Id, m.Id, m.Procedure, p.Version, w.Step, w.DueOn, w.Dated, p.Number, p.Title, m.Part)).ToListAsync();
    }

    // Roles any holder of a post plays, in whichever procedure.
    private static List<string> CongressWide(RuleShelf rules, Actor actor) =>
    [
        .. rules.Book.Procedures.SelectMany(p => p.Roles.Values)
            .Where(r => Casting.IsCongressWide(r) && actor.Has(r.Posts)).Select(r => r.Id).Distinct(),
    ];
}
