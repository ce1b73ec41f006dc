using System.Globalization;

namespace Renda.Platform.Setup;

/// <summary>Between the signal to stop and the end: <c>Renda:Drain</c> seconds in which the node says it is not ready and goes on answering, so that
/// whoever stands in front sends new requests elsewhere. Then no more are taken, and those begun are finished.</summary>
internal sealed class Draining(IConfiguration settings) : IHostedLifecycleService
{
    /// <summary>How long requests may take that were begun.</summary>
    public static readonly TimeSpan Finish = TimeSpan.FromSeconds(30);

    private const int Longest = 300;

    public bool On { get; private set; }

    public static TimeSpan Pause(IConfiguration settings) =>
        settings["Renda:Drain"] is not { Length: > 0 } given ? TimeSpan.Zero
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= Longest ? TimeSpan.FromSeconds(seconds)
        : throw new SettingException($"Renda:Drain 写的是“{given}”，应当是停止前还要接待多少秒，0 至 {Longest}。");

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        On = true;
        return Task.Delay(Pause(settings), cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
