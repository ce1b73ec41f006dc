using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Procedures.Flow;

/// <summary>Acts that did the same and took the same time, counted.</summary>
internal sealed record Move(string From, string To, string Step, bool Again, int Days, int Count)
{
    public bool Stays => From == To;
}

/// <summary>A limit with what became of its clocks.</summary>
/// <param name="Replaced">An extension took its place.</param>
internal sealed record Kept(string Limit, int Started, int Met, int Missed, int Overdue, int Running, int Replaced);

/// <summary>What the database counts. What is hidden from whoever looks on, and drafts, are not in it.</summary>
internal static class Moves
{
    public static Task<List<Move>> ReadAsync(RendaDb db, Actor actor, string procedure, FlowFilter filter)
    {
        var passages = db.Passages.AsNoTracking().Where(p => p.Congress == actor.Congress && p.Procedure == procedure);
        passages = actor.SeesThrough(procedure) ? passages : passages.Where(p => !p.Hidden);
        passages = filter.Unit is { } unit ? passages.Where(p => p.UnitId == unit) : passages;
        passages = filter.From is { } from ? passages.Where(p => p.On >= from) : passages;
        passages = filter.Until is { } until ? passages.Where(p => p.On <= until) : passages;
        return passages.GroupBy(p => new { p.FromStage, p.ToStage, p.Step, p.Again, p.Days })
            .Select(g => new Move(g.Key.FromStage, g.Key.ToStage, g.Key.Step, g.Key.Again, g.Key.Days, g.Count())).ToListAsync();
    }

    /// <summary>The clocks that started in the period, by limit.</summary>
    public static Task<List<Kept>> ClocksAsync(RendaDb db, Actor actor, Procedure text, FlowFilter filter, DateOnly today)
    {
        var clocks = db.Clocks.AsNoTracking().Where(c => c.Congress == actor.Congress && c.Procedure == text.Id);
        if (!actor.SeesThrough(text.Id))
        {
            List<string> telling = [.. text.Limits.Values.Where(l => l.Until.Any(u => text.Steps.TryGetValue(u, out var step) && step.HiddenFrom.Count > 0)).Select(l => l.Id)];
            clocks = clocks.Where(c => !telling.Contains(c.Limit));
        }

        List<string> drafts = [.. text.Stages.Where(s => s.Private).Select(s => s.Id)];
        if (drafts.Count > 0)
        {
            clocks = clocks.Where(c => !db.Matters.Where(m => m.Congress == actor.Congress && m.Procedure == text.Id && drafts.Contains(m.Stage)).Select(m => m.Id).Contains(c.MatterId));
        }

        clocks = filter.Unit is { } unit ? clocks.Where(c => db.Matters.Any(m => m.Congress == c.Congress && m.Id == c.MatterId && m.UnitId == unit)) : clocks;
        clocks = filter.From is { } from ? clocks.Where(c => c.StartedOn >= from) : clocks;
        clocks = filter.Until is { } until ? clocks.Where(c => c.StartedOn <= until) : clocks;
        return clocks.GroupBy(c => c.Limit).Select(g => new Kept(
            g.Key,
            g.Count(),
            g.Count(c => !c.Replaced && c.StoppedOn <= c.Due),
            g.Count(c => !c.Replaced && c.StoppedOn > c.Due),
            g.Count(c => c.StoppedOn == null && c.Due < today),
            g.Count(c => c.StoppedOn == null && c.Due >= today),
            g.Count(c => c.Replaced))).ToListAsync();
    }
}
