using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;

namespace Renda.Modules.Supervision.Due;

/// <summary>A unit's numbers.</summary>
/// <param name="Level">Who hands matters on to it.</param>
internal sealed record DueLine(Guid? Unit, string Name, string Level, IReadOnlyList<int> Numbers);

/// <summary>What is late and what is due soon, by unit.</summary>
internal sealed class DueTable
{
    /// <summary>The units with most that is late first.</summary>
    public required IReadOnlyList<DueLine> Lines { get; init; }

    public required DueLine All { get; init; }

    /// <summary>Those who hand matters on.</summary>
    public required IReadOnlyList<(Guid Id, string Name)> Levels { get; init; }

    public static async Task<DueTable> ReadAsync(RendaDb db, Actor actor, DueFilter filter, DateOnly today)
    {
        var office = await DueFilter.OfficeAsync(db, actor);
        var until = today.AddDays(DueFigure.Horizon);
        var cells = await filter.On(DueItems.SeenBy(db, actor, until), db, office).GroupBy(i => new { i.UnitId, i.Due })
            .Select(g => new { g.Key.UnitId, g.Key.Due, Count = g.Count() }).ToListAsync();
        var units = await db.Units.AsNoTracking().Where(u => u.Congress == actor.Congress).ToDictionaryAsync(u => u.Id);
        List<DueLine> lines =
        [
            .. from cell in cells
               group cell by cell.UnitId into of
               let unit = units[of.Key]
               let line = new DueLine(unit.Id, unit.Name, units[unit.CoordinatorId ?? office].Name, [.. DueFigure.All.Select(f => of.Where(c => f.Counts(c.Due, today)).Sum(c => c.Count))])
               where line.Numbers.Sum() > 0
               orderby line.Numbers[0] descending, line.Numbers[^1] descending, line.Name
               select line,
        ];
        return new DueTable
        {
            Lines = lines,
            All = new DueLine(null, "合计", "", [.. DueFigure.All.Select((_, i) => lines.Sum(l => l.Numbers[i]))]),
            Levels = [.. units.Values.Where(u => u.Id == office || units.Values.Any(x => x.CoordinatorId == u.Id)).Select(u => (u.Id, u.Name)).OrderBy(u => u.Item2, StringComparer.Ordinal)],
        };
    }
}
