using System.CommandLine;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Records;
using Renda.Platform.Records.Sealing;
using Renda.Platform.Web;

namespace Renda.Commands;

/// <summary>Verifies the whole record, offline.</summary>
internal static class LedgerCommand
{
    public static Command Build(Terminal terminal)
    {
        var data = new Option<string?>("--data") { Description = "核对这个数据目录，不写就是设置里的" };
        var backup = new Option<string?>("--backup") { Description = "核对这份备份里的数据库和文件" };
        var export = new Option<string?>("--export") { Description = "核对导出的封存清单，不需要数据库" };
        var against = new Option<string?>("--against") { Description = "与另存的封存清单（ledger seals 导出的）核对，看记录有没有被整个重写" };
        var json = new Option<bool>("--json") { Description = "结果写成 JSON，供程序读取" };
        var verify = new Command("verify", "逐条核对全部记录、事项、文件和封存，不改动任何数据。退出码：0 完好；1 发现改动；2 命令不对或数据库用不了") { data, backup, export, against, json };
        verify.SetAction(parsed => VerifyAsync(terminal, new Asked(parsed.GetValue(data), parsed.GetValue(backup), parsed.GetValue(export), parsed.GetValue(against), parsed.GetValue(json))));
        var ledger = new Command("ledger", "记录：核对、封存、转成事件日志");
        ledger.Subcommands.Add(verify);
        ledger.Subcommands.Add(XesCommand.Build(terminal));
        foreach (var command in SealCommands.Build(terminal))
        {
            ledger.Subcommands.Add(command);
        }

        return ledger;
    }

    private static async Task<int> VerifyAsync(Terminal terminal, Asked asked)
    {
        if (((string?[])[asked.Data, asked.Backup, asked.Export]).Count(a => a is not null) > 1)
        {
            return terminal.Refuse(Terminal.WrongCall, "--data、--backup、--export 只能写一个。");
        }

        var (kept, wrong) = SealCommands.Kept(asked.Against);
        if (wrong is not null)
        {
            return terminal.Refuse(Terminal.WrongCall, wrong);
        }

        return asked.Export is { } export ? Export(terminal, export, kept, asked.Json)
            : asked.Backup is { } backup ? await BackupCommand.InScratchAsync(terminal, backup, (inside, manifest) => DatabaseAsync(inside, [.. manifest.Seals, .. kept ?? []], asked.Json))
            : await DatabaseAsync(asked.Data is { } data ? terminal with { Settings = [.. terminal.Settings, $"--Renda:Data={data}", "--Renda:Postgres="] } : terminal, kept, asked.Json);
    }

    public static Task<int> DatabaseAsync(Terminal terminal, IReadOnlyList<SealLine>? kept, bool json) => terminal.WithDatabaseAsync(async services =>
        await UnreadyAsync(terminal, services) ?? await ReportAsync(terminal, new Ledger(services.GetRequiredService<IServiceScopeFactory>(), kept), json));

    /// <summary>Says why the database cannot be read; null where it can.</summary>
    public static async Task<int?> UnreadyAsync(Terminal terminal, IServiceProvider services)
    {
        var settings = services.GetRequiredService<IConfiguration>();
        if (!Terminal.HasDatabase(settings))
        {
            return terminal.Refuse(Terminal.WrongCall, $"“{Storage.DataDirectory(settings)}”里没有数据库。用 --Renda:Data 指明数据目录，或用 --Renda:Postgres 指明 PostgreSQL。");
        }

        return (await services.GetRequiredService<RendaDb>().Database.GetPendingMigrationsAsync()).Any()
            ? terminal.Refuse(Terminal.WrongCall, "数据库是旧版程序留下的。请先启动一次网站（serve）升级，再用这条命令。")
            : null;
    }

    private static int Export(Terminal terminal, string path, IReadOnlyList<SealLine>? kept, bool json)
    {
        var (content, wrong) = SealCommands.Read(path);
        if (content is null)
        {
            return terminal.Refuse(Terminal.WrongCall, wrong);
        }

        List<string> says = SealList.Read(content) is { } list ? [.. SealChain.Find(list.Seals), .. SealChain.Against(list.Seals, kept ?? [])] : ["不是完好的封存清单。"];
        return Tell(terminal, [.. says.Select(s => new Finding(null, null, null, null, s))], new LedgerCount(0, 0, 0, 0, SealList.Read(content)?.Seals.Count ?? 0, 0), json, "核对了 {4} 号封存，");
    }

    private static async Task<int> ReportAsync(Terminal terminal, Ledger ledger, bool json)
    {
        List<Finding> findings = [];
        try
        {
            await foreach (var finding in ledger.VerifyAsync())
            {
                findings.Add(finding);
            }
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or InvalidOperationException or OverflowException)
        {
            // A value no record can hold was put into a column; what lies behind it cannot be read.
            findings.Add(new Finding(null, null, null, null, $"第 {ledger.Count.Records} 条之后有读不出来的数据，核对到此为止：{e.Message}"));
        }

        return Tell(terminal, findings, ledger.Count, json, "核对了 {0} 个人大、{1} 件事项、{2} 条记录、{3} 份文件、{4} 号封存，");
    }

    private static int Tell(Terminal terminal, List<Finding> findings, LedgerCount count, bool json, string sum)
    {
        if (json)
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(new { whole = findings.Count == 0, count, findings = findings.Select(f => new { f.Congress, f.Matter, f.Number, f.Sequence, f.Step, f.On, f.Says }) }, Problems.Json));
        }
        else
        {
            findings.ForEach(terminal.Out.WriteLine);
            terminal.Out.WriteLine(string.Format(null, sum, count.Congresses, count.Matters, count.Records, count.Papers, count.Seals) + (findings.Count == 0 ? "全部完好。" : $"发现 {findings.Count} 处问题。"));
        }

        return findings.Count == 0 ? Terminal.Done : Terminal.FoundWrong;
    }

    private sealed record Asked(string? Data, string? Backup, string? Export, string? Against, bool Json);
}
