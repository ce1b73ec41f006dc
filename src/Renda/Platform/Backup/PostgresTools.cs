using System.Diagnostics;
using Npgsql;

namespace Renda.Platform.Backup;

/// <summary>PostgreSQL's own programs, which alone know how its databases are copied.</summary>
internal static class PostgresTools
{
    private const string Installed = "/usr/lib/postgresql";

    /// <param name="directory">Where they lie (<c>Renda:Backup:PgBin</c>); looked for where it is null.</param>
    public static async Task RunAsync(string program, string connection, string? directory, CancellationToken stop, params IEnumerable<string> arguments)
    {
        var to = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(Find(program, directory), arguments) { RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        // The password is not for other people's lists of processes.
        var servers = Servers(to);
        foreach (var (name, value) in ((string, string?)[])[("PGHOST", servers.Hosts), ("PGPORT", servers.Ports), ("PGTARGETSESSIONATTRS", servers.Wanted), ("PGUSER", to.Username), ("PGPASSWORD", to.Password), ("PGDATABASE", to.Database)])
        {
            if (value is { Length: > 0 })
            {
                start.Environment[name] = value;
            }
        }

        using var process = Start(start, program);
        process.StandardInput.Close();
        try
        {
            var said = await process.StandardError.ReadToEndAsync(stop);
            await process.WaitForExitAsync(stop);
            if (process.ExitCode != 0)
            {
                throw new BackupException($"{program} 没有办成：{said.Trim()}");
            }
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    // Several servers of which one is the primary: the programs find it as the website does, and are told the ports apart.
    private static (string? Hosts, string Ports, string? Wanted) Servers(NpgsqlConnectionStringBuilder to)
    {
        var hosts = to.Host?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        if (hosts.Length < 2)
        {
            return (to.Host, $"{to.Port}", null);
        }

        var apart = hosts.Select(h => h.Split(':')).ToList();
        return (string.Join(',', apart.Select(h => h[0])), string.Join(',', apart.Select(h => h.Length > 1 ? h[1] : $"{to.Port}")), "read-write");
    }

    private static Process Start(ProcessStartInfo start, string program)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new BackupException($"这台机器上没有 {program}。请安装与服务器同版本的 PostgreSQL 客户端（Debian：apt install postgresql-client），或者用 Renda:Backup:PgBin 指明它所在的目录。", e);
        }
    }

    // The newest there is reads every older server.
    private static string Find(string program, string? directory) =>
        directory is not null ? Path.Combine(directory, program)
        : Directory.Exists(Installed) && Directory.GetDirectories(Installed).Select(d => Path.Combine(d, "bin", program)).Where(File.Exists)
            .MaxBy(p => int.TryParse(Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(p))), out var version) ? version : 0) is { } newest ? newest
        : program;
}
