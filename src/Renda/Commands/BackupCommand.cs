using System.CommandLine;
using System.Diagnostics;
using Npgsql;
using Renda.Database;
using Renda.Platform.Backup;
using Renda.Platform.Records.Sealing;

namespace Renda.Commands;

/// <summary>Backups made, restored and tried out.</summary>
internal static class BackupCommand
{
    public static IEnumerable<Command> Build(Terminal terminal)
    {
        var to = new Option<string>("--to") { Description = "写到哪个目录（自动取名）或者哪个文件", Required = true };
        var backup = new Command("backup", "备份数据库和全部文件，不用停网站。退出码：0 做好；1 做好了，但有文件已经损坏；2 没有做成") { to };
        backup.SetAction(parsed => terminal.WithDatabaseAsync(services => GuardAsync(terminal, () => MakeAsync(terminal, services, parsed.GetRequiredValue(to)))));

        var file = new Argument<string>("FILE") { Description = "备份文件" };
        var into = new Option<string?>("--to") { Description = "恢复到哪个目录，必须还不存在或者是空的" };
        var check = new Option<bool>("--check") { Description = "只试恢复：恢复到临时目录，核对全部记录和文件，然后删除" };
        var restore = new Command("restore", "从备份恢复，不覆盖任何数据。退出码：0 办好；1 核对发现问题；2 没有恢复") { file, into, check };
        restore.SetAction(parsed => GuardAsync(terminal, () => (parsed.GetValue(into), parsed.GetValue(check)) switch
        {
            (null, true) => CheckAsync(terminal, parsed.GetRequiredValue(file)),
            ({ } target, false) => RestoreAsync(terminal, parsed.GetRequiredValue(file), target),
            _ => Task.FromResult(terminal.Refuse(Terminal.WrongCall, "请写 --to 目录（恢复），或者 --check（试恢复），写一个。")),
        }));
        return [backup, restore];
    }

    /// <summary>Runs something on a backup restored into a scratch place, which is removed afterwards.</summary>
    public static Task<int> InScratchAsync(Terminal terminal, string file, Func<Terminal, BackupManifest, Task<int>> run) => GuardAsync(terminal, async () =>
    {
        var scratch = Directory.CreateTempSubdirectory("renda-restore-").FullName;
        var settings = Settings(terminal);
        var server = settings["Renda:Postgres"] is { Length: > 0 } given ? given : null;
        var database = server is null ? null : new NpgsqlConnectionStringBuilder(server) { Database = $"renda_check_{Guid.NewGuid():N}", Pooling = false }.ConnectionString;
        try
        {
            if (database is not null)
            {
                await OnServerAsync(server!, $"CREATE DATABASE {new NpgsqlConnectionStringBuilder(database).Database}");
            }

            var manifest = await Restoring.IntoAsync(file, Path.Combine(scratch, "data"), database, settings["Renda:Backup:PgBin"]);
            var inside = terminal with { Settings = [.. terminal.Settings, $"--Renda:Data={Path.Combine(scratch, "data")}", $"--Renda:Postgres={database}"] };
            return await UpgradeAsync(inside, manifest) ?? await run(inside, manifest);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(scratch, recursive: true);
            if (database is not null)
            {
                await OnServerAsync(server!, $"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(database).Database} WITH (FORCE)");
            }
        }
    });

    private static async Task<int> MakeAsync(Terminal terminal, IServiceProvider services, string to)
    {
        if (await LedgerCommand.UnreadyAsync(terminal, services) is { } code)
        {
            return code;
        }

        var made = await services.GetRequiredService<Backups>().MakeAsync(to);
        terminal.Out.WriteLine(made.Says);
        return made.Damaged.Count == 0 ? Terminal.Done : Terminal.FoundWrong;
    }

    private static async Task<int> RestoreAsync(Terminal terminal, string file, string directory)
    {
        var settings = Settings(terminal);
        var postgres = settings["Renda:Postgres"] is { Length: > 0 } given ? given : null;
        var manifest = await Restoring.IntoAsync(file, directory, postgres, settings["Renda:Backup:PgBin"]);
        terminal.Out.WriteLine($"已恢复到“{Path.GetFullPath(directory)}”：{manifest.At} 的备份，{manifest.Counts.Records} 条记录、{manifest.Files.Count - 1} 份文件。");
        terminal.Out.WriteLine($"请接着核对：ledger verify --Renda:Data={Path.GetFullPath(directory)}");
        return Terminal.Done;
    }

    private static Task<int> CheckAsync(Terminal terminal, string file)
    {
        var watch = Stopwatch.StartNew();
        return InScratchAsync(terminal, file, async (inside, manifest) =>
        {
            terminal.Out.WriteLine($"恢复用了 {watch.Elapsed.TotalSeconds:0.0} 秒：{manifest.At} 的备份，{manifest.Counts.Records} 条记录、{manifest.Files.Count - 1} 份文件。");
            var code = await LedgerCommand.DatabaseAsync(inside, manifest.Seals, json: false);
            terminal.Out.WriteLine($"{(code == Terminal.Done ? "这份备份可以用来恢复" : "这份备份有问题，见上")}。全程 {watch.Elapsed.TotalSeconds:0.0} 秒。");
            return code;
        });
    }

    // An older backup is brought to this version first, as starting the website would.
    private static async Task<int?> UpgradeAsync(Terminal inside, BackupManifest manifest)
    {
        using var heart = inside.Heart();
        await using var scope = heart.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RendaDb>();
        if (!Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetMigrations(db.Database).Contains(manifest.Schema))
        {
            return inside.Refuse(Terminal.WrongCall, $"这份备份是更新的版本（{manifest.Version}）做的。请用那个版本或者更新的版本。");
        }

        await Storage.MigrateAsync(db, scope.ServiceProvider.GetRequiredService<IConfiguration>());
        return null;
    }

    private static async Task OnServerAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
#pragma warning disable CA2100 // The name is our own.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static IConfiguration Settings(Terminal terminal)
    {
        using var heart = terminal.Heart();
        return heart.Services.GetRequiredService<IConfiguration>();
    }

    private static async Task<int> GuardAsync(Terminal terminal, Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (BackupException e)
        {
            return terminal.Refuse(Terminal.WrongCall, e.Message);
        }
    }
}
