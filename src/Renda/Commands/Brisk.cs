using System.Diagnostics;

namespace Renda.Commands;

/// <summary>
/// Runs a command in a process that compiles once and for all. By default code runs slowly at first to be measured, and is then
/// compiled again by what was seen: that pays in a program that serves for weeks, and is a third of a check that lasts seconds.
/// The runtime reads this when it starts, so it takes a second start.
/// </summary>
internal static class Brisk
{
    private static readonly (string Name, string Value)[] Settings = [("DOTNET_TieredPGO", "0"), ("DOTNET_gcServer", "0")];

    /// <summary>Whether the command is one of those, and not already started so.</summary>
    public static bool Wants(string[] args) =>
        args is ["procedures", "check", ..] && Environment.ProcessPath is not null
        && Settings.All(s => Environment.GetEnvironmentVariable(s.Name) is null);

    /// <summary>The exit code of the same command started so; what it prints goes where this one's would.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Brisk).Assembly.Location);
        }

        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        foreach (var (name, value) in Settings)
        {
            start.Environment[name] = value;
        }

        using var same = Process.Start(start)!;
        await same.WaitForExitAsync();
        return same.ExitCode;
    }
}
