using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Renda.Database;

namespace Renda.Bench.Measuring;

/// <summary>Writes what was measured as a page, with what it was measured on.</summary>
internal static class Report
{
    private const double Target = 50;

    public static void Write(Site site, Settings settings, List<Result> results, List<(string Act, double Median, double P95)> acts)
    {
        var text = new StringBuilder("# Results\n\n");
        text.Append($"{settings.Rows:N0} suggestions on SQLite {Sqlite(site)} ({new FileInfo(Path.Combine(settings.Data, "renda.db")).Length / 1e9:0.0} GB), .NET {Environment.Version}, ");
        text.Append($"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:0} GB of memory, commit {Git("rev-parse", "--short", "HEAD")}. ");
        text.Append($"`dotnet run -c Release --project bench/Renda.Bench` makes and measures them. Whole HTTP requests, program and caller in one process; {settings.Runs} runs after 5 warm-ups, from the request sent to the last compressed byte read. ");
        text.Append("CPU is the processor time of program and caller together, a mean over the runs: it tells more than the median where other work shares the machine. ");
        text.Append("`big-unit` handles one suggestion in twelve or so, `small-unit` one in three hundred, `dispatcher` sees nearly all as a party.\n\n");
        text.Append($"{results.Count(r => r.Median > Target)} of {results.Count} pages take more than {Target:0} ms in the median.\n\n");
        text.Append("| Page | Seen by | Median ms | p95 ms | CPU ms | Bytes | Compressed |\n|---|---|---:|---:|---:|---:|---:|\n");
        foreach (var r in results)
        {
            text.Append($"| {r.Page} | {r.Who} | {(r.Median > Target ? $"**{r.Median:N1}**" : $"{r.Median:N1}")} | {r.P95:N1} | {r.Cpu:N1} | {r.Bytes:N0} | {r.Compressed:N0} |\n");
        }

        if (acts.Count > 0)
        {
            text.Append("\n| Act, with all that follows and the commit | Median ms | p95 ms |\n|---|---:|---:|\n");
            acts.ForEach(a => text.Append($"| {a.Act} | {a.Median:N1} | {a.P95:N1} |\n"));
        }

        Console.WriteLine(text);
        if (settings.Out is { } file)
        {
            File.WriteAllText(file, text.ToString());
        }
    }

    private static string Sqlite(Site site)
    {
        using var scope = site.Services.CreateScope();
        return ((SqliteConnection)scope.ServiceProvider.GetRequiredService<RendaDb>().Database.GetDbConnection()).ServerVersion;
    }

    private static string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        return git.StandardOutput.ReadToEnd().Trim();
    }
}
