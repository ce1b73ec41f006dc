using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;

namespace Renda.Modules.Suggestions.Numbers;

/// <summary>Keeps the results: with each act, and all of them where there are none yet.</summary>
internal static class ResultKeeping
{
    private const int Batch = 2000;

    /// <summary>Writes what the act just taken changed.</summary>
    public static async Task FollowAsync(RendaDb db, Loaded root)
    {
        var before = db.IsNew(root.Matter) ? null : HandlingResult.Of(Former(db, root.Matter), [.. root.Records.Where(r => !db.IsNew(r))]);
        var after = HandlingResult.Of(Standing.Of(root.Matter), root.Records);
        switch (before, after)
        {
            case (null, { }):
                db.HandlingResults.Add(after with { DelegationId = In(await Deputies(db, root.Matter.Congress).Where(p => p.PersonId == root.Matter.PersonId).ToListAsync(), root.Matter.OpenedOn) });
                break;
            case ({ }, null):
                db.HandlingResults.Remove(before);
                break;
            case ({ }, { }) when before != after:
                db.HandlingResults.Update(after);
                db.Entry(after).Property(r => r.DelegationId).IsModified = false; // Of the day it was handed in, whatever the roster says later.
                break;
        }
    }

    /// <summary>Makes all results from the records, for a database an earlier version of the program wrote. All or none, so that one broken off is begun again.</summary>
    public static async Task FillAsync(RendaDb db)
    {
        if (await db.HandlingResults.AnyAsync() || !await db.Matters.AnyAsync(m => m.Procedure == SuggestionFlow.Id && m.UnitId != null))
        {
            return;
        }

        await Storage.ExpectManyAsync(db);
        await db.InTransactionAsync(() => MakeAsync(db), _ => true);
    }

    private static async Task<bool> MakeAsync(RendaDb db)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlRawAsync("LOCK TABLE handling_results IN EXCLUSIVE MODE"); // Of two nodes that start together one fills it.
        }

        foreach (var congress in await db.HandlingResults.AnyAsync() ? [] : await db.Congresses.Select(c => c.Code).ToListAsync())
        {
            var deputies = (await Deputies(db, congress).ToListAsync()).ToLookup(p => p.PersonId);
            for (Guid? last = Guid.Empty; last is { } after;)
            {
                last = await NextAsync(db, congress, deputies, after);
            }
        }

        return true;
    }

    // The last matter of the batch; null when there are no more.
    private static async Task<Guid?> NextAsync(RendaDb db, int congress, ILookup<Guid, Post> deputies, Guid after)
    {
        var matters = await db.Matters.AsNoTracking().Where(m => m.Congress == congress && m.Id.CompareTo(after) > 0).OrderBy(m => m.Id).Take(Batch)
            .Select(m => new { m.Procedure, m.PersonId, Standing = new Standing(m.Congress, m.Id, m.OpenedOn, m.UnitId, m.Subject, m.Ended, null) }).ToListAsync();
        if (matters.Count == 0)
        {
            return null;
        }

        var (first, last) = (matters[0].Standing.Matter, matters[^1].Standing.Matter);
        var records = (await db.Records.AsNoTracking().Where(r => r.Congress == congress && r.MatterId.CompareTo(first) >= 0 && r.MatterId.CompareTo(last) <= 0)
            .OrderBy(r => r.MatterId).ThenBy(r => r.Sequence).ToListAsync()).ToLookup(r => r.MatterId);
        db.HandlingResults.AddRange(matters.Where(m => m.Procedure == SuggestionFlow.Id).Select(m => HandlingResult.Of(m.Standing with { Delegation = In(deputies[m.PersonId ?? Guid.Empty], m.Standing.OpenedOn) }, [.. records[m.Standing.Matter]])).OfType<HandlingResult>());
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return last;
    }

    private static IQueryable<Post> Deputies(RendaDb db, int congress) => db.Posts.AsNoTracking().Where(p => p.Congress == congress && p.Kind == Posts.Deputy);

    // Who moved to another delegation that day handed it in as one of the new one.
    private static Guid? In(IEnumerable<Post> held, DateOnly day) =>
        held.Where(p => p.From <= day && (p.To is null || p.To >= day)).OrderByDescending(p => p.From).ThenBy(p => p.Id).Select(p => (Guid?)p.UnitId).FirstOrDefault();

    private static Standing Former(RendaDb db, Matter matter)
    {
        var was = db.Entry(matter).OriginalValues;
        return new Standing(
            matter.Congress, matter.Id, was.GetValue<DateOnly>(nameof(Matter.OpenedOn)), was.GetValue<Guid?>(nameof(Matter.UnitId)),
            was.GetValue<string?>(nameof(Matter.Subject)), was.GetValue<bool>(nameof(Matter.Ended)));
    }
}
