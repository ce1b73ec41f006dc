using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Platform.Notices;

/// <summary>The version of the ladder this node adopted last; null before the first round.</summary>
internal sealed class LadderAdopted
{
    public string? Version { get; set; }
}

/// <summary>Makes the notices that have fallen due. Each running clock knows the day it is next to be looked at, so a round with nothing to do
/// is one look into an index; two nodes at the same clock find that one of them was first.</summary>
internal sealed class Reminding(RendaDb db, RuleShelf rules, LadderAdopted adopted, TimeProvider time, ILogger<Reminding> log)
{
    private const int Batch = 200;

    /// <summary>How many notices were made.</summary>
    public async Task<int> MakeAsync(CancellationToken stop = default)
    {
        var (today, ladder, made, moved) = (time.Today(), rules.Ladder, 0, 0);
        await AdoptAsync(ladder, today);
        var recipients = new Recipients(db, rules, today);
        do
        {
            moved = 0;
            var due = await DueAsync(today, stop);
            foreach (var plain in due.Select(d => (Clock: d, Look: d.Look(ladder, today, rules.Calendar))).GroupBy(d => (d.Clock.Congress, Next: d.Look.Called.Count > 0 ? (DateOnly?)null : d.Look.Next ?? DateOnly.MaxValue)))
            {
                if (plain.Key.Next is { } next)
                {
                    moved += await MoveOnAsync([.. plain.Select(p => p.Clock)], next, today);
                    continue;
                }

                foreach (var (clock, look) in plain)
                {
                    var (done, notices) = await TryAsync(clock, look, recipients, today);
                    (moved, made) = (moved + (done ? 1 : 0), made + notices);
                    stop.ThrowIfCancellationRequested();
                }
            }
        }
        while (moved > 0); // Who could not be looked at stays for the next round.

        return made;
    }

    private Task<List<DueClock>> DueAsync(DateOnly today, CancellationToken stop) => (
        from c in db.Clocks.AsNoTracking().Where(c => c.StoppedOn == null && c.RemindOn <= today).OrderBy(c => c.RemindOn).Take(Batch)
        join m in db.Matters on new { c.Congress, Id = c.MatterId } equals new { m.Congress, m.Id }
        join p in db.Matters on new { m.Congress, Id = m.ParentId ?? m.Id } equals new { p.Congress, p.Id }
        orderby c.RemindOn
        select new DueClock(c.Congress, c.Id, c.MatterId, c.Limit, c.Due, c.Soft, c.RemindOn, m.Procedure, p.Procedure)).ToListAsync(stop);

    private Task<int> MoveOnAsync(List<DueClock> clocks, DateOnly next, DateOnly today)
    {
        var (congress, ids) = (clocks[0].Congress, clocks.Select(c => c.Id).ToList());
        return db.InTransactionAsync(
            () => db.Clocks.Where(c => c.Congress == congress && ids.Contains(c.Id) && c.StoppedOn == null && c.RemindOn <= today).ExecuteUpdateAsync(s => s.SetProperty(c => c.RemindOn, next)), _ => true);
    }

    private async Task<(bool Done, int Notices)> TryAsync(DueClock due, (IReadOnlyList<ReminderCall> Called, DateOnly? Next) look, Recipients recipients, DateOnly today)
    {
        try
        {
            return await db.InTransactionAsync(() => CallAsync(due, look, recipients, today), r => r.Done);
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException)
        {
            log.LogError(e, "The reminder of matter {Matter}, limit {Limit}, could not be made.", due.MatterId, due.Limit); // The others are not held up by it.
            return (false, 0);
        }
    }

    private async Task<(bool Done, int Notices)> CallAsync(DueClock due, (IReadOnlyList<ReminderCall> Called, DateOnly? Next) look, Recipients recipients, DateOnly today)
    {
        // Whoever moves the day on has the clock: another node finds it moved, or waits here and then finds it moved.
        var next = look.Next ?? DateOnly.MaxValue;
        var mine = await db.Clocks.Where(c => c.Congress == due.Congress && c.Id == due.Id && c.StoppedOn == null && c.RemindOn == due.RemindOn)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.RemindOn, next));
        if (mine == 0 || await Family.LoadAsync(db, rules, due.Congress, due.MatterId) is not { } family)
        {
            return (mine > 0, 0);
        }

        var clock = family.Of(due.MatterId).Clocks.First(c => c.Id == due.Id);
        await Noticing.CallAsync(db, recipients, time.GetUtcNow().UtcDateTime, family, clock, look.Called, today);
        var made = db.ChangeTracker.Entries<Notice>().Count(e => e.State == EntityState.Added);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return (true, made);
    }

    // A ladder that changed may call on days nobody looked at. Each node adopts its own once: two that have different ones, as while a
    // file is being replaced, do not look at every clock again in turn.
    private async Task AdoptAsync(ReminderLadder ladder, DateOnly today)
    {
        if (adopted.Version == ladder.Version)
        {
            return;
        }

        var older = await db.Congresses.Where(c => !db.LaddersInUse.Any(l => l.Congress == c.Code && l.Version == ladder.Version)).Select(c => c.Code).ToListAsync();
        foreach (var congress in older)
        {
            await db.InTransactionAsync(async () =>
            {
                if (await db.LaddersInUse.FindAsync(congress) is not { } used)
                {
                    db.LaddersInUse.Add(new LadderInUse { Congress = congress, Version = ladder.Version });
                }
                else
                {
                    used.Version = ladder.Version;
                    await db.Clocks.Where(c => c.Congress == congress && c.StoppedOn == null && c.RemindOn > today).ExecuteUpdateAsync(s => s.SetProperty(c => c.RemindOn, today));
                }

                await db.SaveChangesAsync();
                return true;
            }, _ => true);
        }

        adopted.Version = ladder.Version;
    }

    /// <summary>A clock whose day has come.</summary>
    private sealed record DueClock(int Congress, Guid Id, Guid MatterId, string Limit, DateOnly Due, bool Soft, DateOnly RemindOn, string Procedure, string Whole)
    {
        // What is soft makes nobody late.
        public (IReadOnlyList<ReminderCall> Called, DateOnly? Next) Look(ReminderLadder ladder, DateOnly today, WorkCalendar calendar) =>
            Soft ? ([], null) : ladder.Look([Procedure, Whole], Limit, Due, RemindOn, today, calendar);
    }
}
