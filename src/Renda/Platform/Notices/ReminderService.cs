namespace Renda.Platform.Notices;

/// <summary>Makes the notices and the messages of them, and sends messages, on every node. The two go on side by side: a mail server that
/// hangs keeps nobody from being told in the pages.</summary>
internal sealed class ReminderService(IServiceScopeFactory scopes, ILogger<ReminderService> log, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        try
        {
            await Task.WhenAll(EveryMinuteAsync(MakeAsync, stop), EveryMinuteAsync(SendAsync, stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The program ends; what was not done is picked up by the next node or the next start.
        }
    }

    private static async Task MakeAsync(IServiceProvider services, CancellationToken stop)
    {
        await services.GetRequiredService<Reminding>().MakeAsync(stop);
        await services.GetRequiredService<Outbox>().PlanAsync(stop);
    }

    private static Task SendAsync(IServiceProvider services, CancellationToken stop) => services.GetRequiredService<Outbox>().SendAsync(stop);

    private async Task EveryMinuteAsync(Func<IServiceProvider, CancellationToken, Task> round, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await round(scope.ServiceProvider, stop);
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                log.LogWarning(e, "This round of reminders broke off; the next one is in a minute.");
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }
}
