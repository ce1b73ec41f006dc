using Renda.Database;

namespace Renda.Platform.Public;

/// <summary>Particulars of people that are kept for a time only.</summary>
internal interface IErase
{
    /// <summary>Erases what is no longer to be kept; how many.</summary>
    Task<int> EraseAsync(RendaDb db, DateOnly today);
}

/// <summary>Erases the particulars of senders when their time is over, every hour anew.</summary>
internal sealed class Erasing(IServiceScopeFactory scopes, TimeProvider time, ILogger<Erasing> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                foreach (var one in scope.ServiceProvider.GetServices<IErase>())
                {
                    if (await one.EraseAsync(scope.ServiceProvider.GetRequiredService<RendaDb>(), time.Today()) is > 0 and var erased)
                    {
                        log.LogInformation("The particulars of {Senders} senders have been erased; their time was over.", erased);
                    }
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(e, "Particulars of senders could not be erased; the next try is in an hour.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
