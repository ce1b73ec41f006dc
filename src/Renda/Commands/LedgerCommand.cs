using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Files;
using Renda.Platform.Records;

namespace Renda.Commands;

/// <summary>Verifies the whole record, offline.</summary>
internal static class LedgerCommand
{
    public static Command Build(Terminal terminal)
    {
        var verify = new Command("verify", "逐条核对全部记录、事项和文件，不改动任何数据。退出码：0 完好；1 发现改动；2 命令不对或数据库用不了");
        verify.SetAction(_ => terminal.WithDatabaseAsync(services => VerifyAsync(terminal, services)));
        var ledger = new Command("ledger", "记录：核对、转成事件日志");
        ledger.Subcommands.Add(verify);
        ledger.Subcommands.Add(XesCommand.Build(terminal));
        return ledger;
    }

    private static async Task<int> VerifyAsync(Terminal terminal, IServiceProvider services)
    {
        if (await UnreadyAsync(terminal, services) is { } code)
        {
            return code;
        }

        return await ReportAsync(terminal, new Ledger(services.GetRequiredService<IServiceScopeFactory>()));
    }

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

    private static async Task<int> ReportAsync(Terminal terminal, Ledger ledger)
    {
        var findings = 0;
        try
        {
            await foreach (var finding in ledger.VerifyAsync())
            {
                findings++;
                terminal.Out.WriteLine(finding);
            }
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or InvalidOperationException or OverflowException)
        {
            // A value no record can hold was put into a column; what lies behind it cannot be read.
            findings++;
            terminal.Out.WriteLine($"第 {ledger.Count.Records} 条之后有读不出来的数据，核对到此为止：{e.Message}");
        }

        var count = ledger.Count;
        terminal.Out.WriteLine($"核对了 {count.Congresses} 个人大、{count.Matters} 件事项、{count.Records} 条记录、{count.Papers} 份文件，{(findings == 0 ? "全部完好。" : $"发现 {findings} 处问题。")}");
        return findings == 0 ? Terminal.Done : Terminal.FoundWrong;
    }
}
