using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;

namespace Renda.Modules.Supervision.Due;

/// <summary>What the numbers and the list are narrowed to; all of it stands in the address.</summary>
/// <param name="Part">主办 or 协办; null for both.</param>
/// <param name="Level">The unit that hands matters on to those counted; null for all.</param>
internal sealed record DueFilter(string? Part, Guid? Level, Guid? Unit)
{
    public static DueFilter Of(string? part, Guid? level, Guid? unit) => new(part is DueItems.Lead or DueItems.Assisting ? part : null, level, unit);

    public IQueryable<DueItem> On(IQueryable<DueItem> items, RendaDb db, Guid office)
    {
        items = Part is null ? items : items.Where(i => i.Assisting == (Part == DueItems.Assisting));
        items = Unit is { } unit ? items.Where(i => i.UnitId == unit) : items;
        return Level is not { } level ? items
            : items.Where(i => db.Units.Any(u => u.Congress == i.Congress && u.Id == i.UnitId && (u.CoordinatorId ?? office) == level));
    }

    public string Query(DueFigure? figure = null, Guid? unit = null, string? after = null)
    {
        (string Name, string? Value)[] parts = [("figure", figure?.Id), ("part", Part), ("level", Level?.ToString()), ("unit", (unit ?? Unit)?.ToString()), ("after", after)];
        var query = string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? "" : $"?{query}";
    }

    public static Task<Guid> OfficeAsync(RendaDb db, Actor actor) => db.Congresses.Where(c => c.Code == actor.Congress).Select(c => c.OfficeUnitId).SingleAsync();
}
