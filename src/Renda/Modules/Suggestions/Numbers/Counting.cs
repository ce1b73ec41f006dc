using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;

namespace Renda.Modules.Suggestions.Numbers;

/// <summary>Counts and lists results. Whoever oversees suggestions has all of them, a unit its own; what is hidden from somebody
/// until the end is not yet said in their numbers.</summary>
internal static class Counting
{
    public const string ByUnit = "unit";
    public const string BySubject = "subject";

    /// <summary>The results a person may count, as that person may know them.</summary>
    public static IQueryable<HandlingResult> CountedBy(this IQueryable<HandlingResult> results, Actor actor)
    {
        results = results.AsNoTracking().Where(o => o.Congress == actor.Congress);
        if (!actor.Oversees(SuggestionFlow.Id))
        {
            var units = actor.Units;
            results = results.Where(o => units.Contains(o.UnitId));
        }

        return actor.SeesThrough(SuggestionFlow.Id) ? results : results.Select(o => new HandlingResult
        {
            Congress = o.Congress,
            MatterId = o.MatterId,
            Year = o.Year,
            OpenedOn = o.OpenedOn,
            UnitId = o.UnitId,
            Subject = o.Subject,
            Reply = o.Reply,
            Promise = o.Promise,
            PromisedBy = o.PromisedBy,
            Ended = o.Ended,
            Attitude = o.Ended ? o.Attitude : "",
            Result = o.Ended ? o.Result : "",
        });
    }

    /// <summary>A year and the year before it, counted by unit or by subject.</summary>
    public static async Task<List<Cell>> CountAsync(RendaDb db, Actor actor, int year, string by, DateOnly today)
    {
        var results = db.HandlingResults.CountedBy(actor).Where(o => o.Year == year || o.Year == year - 1);
        return by == ByUnit
            ? [.. (await results.GroupBy(o => new { o.Year, o.UnitId, o.Reply, o.Attitude, o.Result, o.Promise, Late = o.PromisedBy < today })
                .Select(g => new { g.Key, Count = g.Count() }).ToListAsync()).Select(g => new Cell(g.Key.Year, g.Key.UnitId.ToString(), g.Key.Reply, g.Key.Attitude, g.Key.Result, g.Key.Promise, g.Key.Late, g.Count))]
            : [.. (await results.GroupBy(o => new { o.Year, o.Subject, o.Reply, o.Attitude, o.Result, o.Promise, Late = o.PromisedBy < today })
                .Select(g => new { g.Key, Count = g.Count() }).ToListAsync()).Select(g => new Cell(g.Key.Year, g.Key.Subject, g.Key.Reply, g.Key.Attitude, g.Key.Result, g.Key.Promise, g.Key.Late, g.Count))];
    }

    /// <summary>The results behind a number.</summary>
    public static IQueryable<HandlingResult> Behind(RendaDb db, Actor actor, Figure figure, int year, Guid? unit, string? subject, DateOnly today)
    {
        var results = db.HandlingResults.CountedBy(actor).Where(o => o.Year == year);
        results = unit is null ? results : results.Where(o => o.UnitId == unit);
        results = subject is null ? results : results.Where(o => o.Subject == subject);
        return figure.Of(results, today);
    }
}
