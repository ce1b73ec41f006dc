using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Platform.Matters;

/// <summary>Counts provisional due dates again once the calendar of their year is on file.</summary>
internal sealed class Recounting(IServiceScopeFactory scopes, RuleShelf rules, ILogger<Recounting> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(LookEvery);
        DateOnly? counted = null;
        do
        {
            try
            {
                var until = rules.Calendar.PublishedUntil;
                await using var scope = scopes.CreateAsyncScope();
                if (until != counted && await ProvisionalAsync(scope.ServiceProvider.GetRequiredService<RendaDb>(), rules) is > 0 and var matters)
                {
                    log.LogWarning("Due dates of {Matters} matters were provisional and have been counted again: the calendar now reaches {Until}.", matters, until);
                }

                counted = until;
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                log.LogWarning(e, "Provisional due dates could not be counted again; the next try is in a minute.");
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }

    /// <summary>The number of matters whose clocks were counted again. Done once, there is nothing left to count.</summary>
    public static async Task<int> ProvisionalAsync(RendaDb db, RuleShelf rules)
    {
        if (rules.Calendar.PublishedUntil is not { } last)
        {
            return 0;
        }

        var matters = await db.Clocks.AsNoTracking().Where(c => c.Provisional && c.StoppedOn == null && c.Due <= last)
            .Select(c => new { c.Congress, c.MatterId }).Distinct().ToListAsync();
        foreach (var matter in matters)
        {
            await db.InTransactionAsync(() => CountAsync(db, rules, matter.Congress, matter.MatterId), _ => true);
        }

        return matters.Count;
    }

    private static async Task<bool> CountAsync(RendaDb db, RuleShelf rules, int congress, Guid id)
    {
        await Guards.LockAsync(db, congress, id);
        var family = (await Family.LoadAsync(db, rules, congress, id))!;
        var member = family.Of(id);
        foreach (var clock in member.Clocks.Where(c => c.Provisional && c.StoppedOn is null))
        {
            var limit = member.Procedure.Limits[clock.Limit];
            var count = limit.Count(clock.StartedOn, rules.Calendar, limit.Extends is { } first ? member.Procedure.Limits[first] : null);
            (clock.Unrolled, clock.Due, clock.Provisional) = (count.Unrolled, count.Due, count.Provisional);
            clock.Derivation = string.Join('\n', count.Derivation);
            clock.RemindOn = rules.Today;
        }

        await Followers.SettleAsync(db, family);
        await db.SaveChangesAsync();
        return true;
    }
}
