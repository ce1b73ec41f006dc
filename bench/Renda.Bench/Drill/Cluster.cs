using System.Diagnostics;

namespace Renda.Bench.Drill;

/// <summary>The machines of the drill, by way of <c>bin/cluster</c>.</summary>
internal static class Cluster
{
    private const int Still = 6;

    public static async Task<string> AskAsync(params string[] what)
    {
        var (code, said) = await RunAsync(what);
        return code == 0 ? said.Trim() : throw new InvalidOperationException($"bin/cluster {string.Join(' ', what)}: {said}");
    }

    /// <summary>Waits until both PostgreSQL nodes stand in for each other again and both web nodes take requests.</summary>
    public static async Task SettleAsync()
    {
        // Something that stopped answering a moment ago has not been noticed yet.
        var (waited, still) = (Stopwatch.StartNew(), 0);
        for (; still < Still; await Task.Delay(500))
        {
            still = (await RunAsync("settled")).Code == 0 ? still + 1 : 0;
            if (waited.Elapsed > TimeSpan.FromMinutes(5))
            {
                throw new TimeoutException($"The cluster does not come to rest:\n{(await RunAsync("status")).Said}");
            }
        }
    }

    private static async Task<(int Code, string Said)> RunAsync(params string[] what)
    {
        // What a started node prints goes to its own log; the output read here ends with the script.
        using var process = Process.Start(new ProcessStartInfo("bin/cluster", what) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
