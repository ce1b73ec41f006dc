using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;

namespace Renda.Modules.Suggestions.Numbers;

/// <summary>Counts and lists results. Whoever oversees suggestions has all of them, a unit its own; what is hidden from somebody
/// until the end is not yet said in their numbers.</summary>
internal static class Counting
{
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
            DelegationId = o.DelegationId,
            Intake = o.Intake,
            Reply = o.Reply,
            Promise = o.Promise,
            PromisedBy = o.PromisedBy,
            Ended = o.Ended,
            Divided = o.Divided,
            Attitude = o.Ended ? o.Attitude : "",
            Result = o.Ended ? o.Result : "",
        });
    }

    /// <summary>A year and the year before it, laid out so.</summary>
    public static Task<List<Cell>> CountAsync(RendaDb db, Actor actor, int year, Slicing by, DateOnly today)
    {
        var results = db.HandlingResults.CountedBy(actor).Where(o => o.Year == year || o.Year == year - 1);
        return by == Slicing.Unit ? CellsAsync(results.Select(o => new Counted<Guid?> { Of = o.UnitId, Year = o.Year, Reply = o.Reply, Attitude = o.Attitude, Result = o.Result, Promise = o.Promise, Late = o.PromisedBy < today, Divided = o.Divided }))
            : by == Slicing.Delegation ? CellsAsync(results.Select(o => new Counted<Guid?> { Of = o.DelegationId, Year = o.Year, Reply = o.Reply, Attitude = o.Attitude, Result = o.Result, Promise = o.Promise, Late = o.PromisedBy < today, Divided = o.Divided }))
            : by == Slicing.Subject ? CellsAsync(results.Select(o => new Counted<string> { Of = o.Subject, Year = o.Year, Reply = o.Reply, Attitude = o.Attitude, Result = o.Result, Promise = o.Promise, Late = o.PromisedBy < today, Divided = o.Divided }))
            : CellsAsync(results.Select(o => new Counted<string> { Of = o.Intake, Year = o.Year, Reply = o.Reply, Attitude = o.Attitude, Result = o.Result, Promise = o.Promise, Late = o.PromisedBy < today, Divided = o.Divided }));
    }

    /// <summary>The results behind a number.</summary>
    public static IQueryable<HandlingResult> Behind(RendaDb db, Actor actor, Figure figure, Years years, Slicing by, string? row, DateOnly today) =>
        figure.Of(by.Of(years.Of(db.HandlingResults.CountedBy(actor)), row), today);

    private static async Task<List<Cell>> CellsAsync<T>(IQueryable<Counted<T>> counted) =>
    [
        .. (await counted.GroupBy(o => new { o.Year, o.Of, o.Reply, o.Attitude, o.Result, o.Promise, o.Late, o.Divided }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync())
            .Select(g => new Cell(g.Key.Year, g.Key.Of?.ToString() ?? "", g.Key.Reply, g.Key.Attitude, g.Key.Result, g.Key.Promise, g.Key.Late, g.Key.Divided, g.Count)),
    ];

    private sealed class Counted<T>
    {
        public T? Of { get; init; }

        public int Year { get; init; }

        public string Reply { get; init; } = "";

        public string Attitude { get; init; } = "";

        public string Result { get; init; } = "";

        public string Promise { get; init; } = "";

        public bool Late { get; init; }

        public bool Divided { get; init; }
    }
}
