namespace Renda.Platform.Files;

/// <summary>Once after the start: brings papers into the database that lie in this node's folder alone, from an earlier version or a backup put back.</summary>
internal sealed class Depositing(PaperStore store, ILogger<Depositing> log, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        try
        {
            while (!await DoneAsync(stop))
            {
                await Task.Delay(Again, time, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The next start goes on with it.
        }
    }

    private async Task<bool> DoneAsync(CancellationToken stop)
    {
        try
        {
            if (await store.DepositAsync(stop) is > 0 and var papers)
            {
                log.LogInformation("{Papers} papers of this node's folder have been put into the database.", papers);
            }

            return true;
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            log.LogWarning(e, "The papers of this node's folder could not be put into the database; the next try is in a minute.");
            return false;
        }
    }
}
