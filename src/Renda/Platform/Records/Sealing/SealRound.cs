using System.Globalization;
using Renda.Platform.Setup;

namespace Renda.Platform.Records.Sealing;

/// <summary>How often new records are sealed: <c>Renda:SealEvery</c>, minutes; 0 leaves it to people.</summary>
internal sealed record SealEvery(TimeSpan Pause)
{
    private const int Usual = 10;
    private const int Longest = 7 * 24 * 60;

    public static SealEvery Read(IConfiguration settings) =>
        settings["Renda:SealEvery"] is not { Length: > 0 } given ? new(TimeSpan.FromMinutes(Usual))
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes <= Longest ? new(TimeSpan.FromMinutes(minutes))
        : throw new SettingException($"Renda:SealEvery 写的是“{given}”，应当是隔多少分钟封存一次，0 至 {Longest}；0 表示不自动封存。");
}

/// <summary>Seals on every node; a node that comes second finds nothing left or a seal just made.</summary>
internal sealed class SealRound(IServiceScopeFactory scopes, SealEvery every, ILogger<SealRound> log, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        if (every.Pause == TimeSpan.Zero)
        {
            return;
        }

        try
        {
            using var timer = new PeriodicTimer(LookEvery, time);
            while (await timer.WaitForNextTickAsync(stop))
            {
                await TryAsync(stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The program ends; what is not sealed is sealed after the next start.
        }
    }

    private async Task TryAsync(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Sealer>().SealAsync(notWithin: every.Pause, stop: stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            log.LogWarning(e, "New records could not be sealed; the next try is in a minute.");
        }
    }
}
