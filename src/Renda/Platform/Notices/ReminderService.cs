using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Rules;

namespace Renda.Platform.Notices;

/// <summary>One round of reminding: notices first, then the messages made of them.</summary>
internal sealed class ReminderRound(Reminding reminding, Outbox outbox)
{
    public async Task RunAsync(CancellationToken stop)
    {
        await reminding.MakeAsync(stop);
        await outbox.PlanAsync(stop);
        await outbox.SendAsync(stop);
    }
}

/// <summary>Runs the rounds, on every node.</summary>
internal sealed class ReminderService(IServiceScopeFactory scopes, ILogger<ReminderService> log, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                await RoundAsync(stop);
            }
            while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The program ends; what was not done is picked up by the next node or the next start.
        }
    }

    private async Task RoundAsync(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ReminderRound>().RunAsync(stop);
        }
        catch (Exception e) when (e is DbException or DbUpdateException or BusyException or IOException or RuleFilesException)
        {
            log.LogWarning(e, "This round of reminders broke off; the next one is in a minute.");
        }
    }
}
