using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Files;
using Renda.Platform.Records;
using Renda.Platform.Records.Sealing;

namespace Renda.Commands;

/// <summary>Seals from the command line: made, written out, and receipts checked without a database.</summary>
internal static class SealCommands
{
    private const long Largest = 64 * 1024 * 1024;

    public static IEnumerable<Command> Build(Terminal terminal)
    {
        var seal = new Command("seal", "立即封存还没有封存的记录。退出码：0 办好；2 数据库用不了");
        seal.SetAction(_ => terminal.WithDatabaseAsync(services => SealAsync(terminal, services)));

        var to = new Option<string>("--out") { Description = "写到哪个文件", Required = true };
        var seals = new Command("seals", "导出封存清单，存到本机以外；日后用 ledger verify --against 核对。退出码：0 写好；2 命令不对或数据库用不了") { to };
        seals.SetAction(parsed => terminal.WithDatabaseAsync(services => ExportAsync(terminal, services, parsed.GetRequiredValue(to))));

        var file = new Argument<string>("FILE") { Description = "凭证（JSON）" };
        var against = new Option<string?>("--against") { Description = "另存的封存清单（JSON）" };
        var receipt = new Command("receipt", "核对一张封存凭证，不需要数据库。退出码：0 成立；1 不成立；2 命令不对") { file, against };
        receipt.SetAction(parsed => Check(terminal, parsed.GetRequiredValue(file), parsed.GetValue(against)));
        return [seal, seals, receipt];
    }

    private static async Task<int> SealAsync(Terminal terminal, IServiceProvider services)
    {
        if (await LedgerCommand.UnreadyAsync(terminal, services) is { } code)
        {
            return code;
        }

        var made = await services.GetRequiredService<Sealer>().SealAsync();
        foreach (var seal in made)
        {
            terminal.Out.WriteLine($"{seal.Congress} 封存第 {seal.Number} 号：{seal.Count} 条记录，第 {seal.First} 至 {seal.Last} 位，{seal.Hash}");
        }

        if (made.Count == 0)
        {
            terminal.Out.WriteLine("没有新的记录，不用封存。");
        }

        return Terminal.Done;
    }

    private static async Task<int> ExportAsync(Terminal terminal, IServiceProvider services, string path)
    {
        if (await LedgerCommand.UnreadyAsync(terminal, services) is { } code)
        {
            return code;
        }

        var seals = await services.GetRequiredService<RendaDb>().Seals.AsNoTracking().OrderBy(s => s.Congress).ThenBy(s => s.Number).ToListAsync();
        WholeFile.Write(path, SealJson.Write(new SealList(SealList.ThisFormat, RecordLine.Instant(terminal.Time.GetUtcNow().UtcDateTime), [.. seals.Select(SealLine.Of)])));
        terminal.Out.WriteLine($"{path}：{seals.Count} 号封存，{seals.Sum(s => (long)s.Count)} 条记录。请存到本机管理员碰不到的地方。");
        return Terminal.Done;
    }

    private static int Check(Terminal terminal, string path, string? against)
    {
        var (json, wrong) = Read(path);
        if (json is null)
        {
            return terminal.Refuse(Terminal.WrongCall, wrong);
        }

        var (kept, unread) = Kept(against);
        if (unread is not null)
        {
            return terminal.Refuse(Terminal.WrongCall, unread);
        }

        var receipt = SealJson.Read<Receipt>(json);
        if (receipt is null || receipt.Wrong(kept) is not null)
        {
            terminal.Out.WriteLine($"不成立：{receipt?.Wrong(kept) ?? "不是完好的封存凭证。"}");
            return Terminal.FoundWrong;
        }

        terminal.Out.WriteLine($"成立：{receipt.Record.Congress} 事项 {receipt.Record.Matter} 第 {receipt.Record.Sequence} 条（{receipt.Record.Step}，{receipt.Record.On}），在 {receipt.Seal.At} 的封存第 {receipt.Seal.Number} 号里。");
        if (kept is null)
        {
            terminal.Out.WriteLine($"封存第 {receipt.Seal.Number} 号的哈希是 {receipt.Seal.Hash}。请用 --against 与另存的封存清单核对，才知道封存本身没有换过。");
        }

        return Terminal.Done;
    }

    /// <summary>The seals in a file kept elsewhere; null where none is named; a sentence where it cannot be read.</summary>
    public static (IReadOnlyList<SealLine>? Seals, string? Wrong) Kept(string? path)
    {
        if (path is null)
        {
            return (null, null);
        }

        var (json, wrong) = Read(path);
        return json is null ? (null, wrong)
            : SealList.Read(json) is not { } list ? (null, $"“{path}”不是封存清单，或者被改动过。封存清单由 ledger seals 导出。")
            : SealChain.Find(list.Seals).FirstOrDefault() is { } broken ? (null, $"“{path}”里的封存清单不完好：{broken}")
            : (list.Seals, null);
    }

    public static (byte[]? Content, string Wrong) Read(string path)
    {
        var file = new FileInfo(path);
        return !file.Exists ? (null, $"没有文件“{path}”。")
            : file.Length > Largest ? (null, $"“{path}”有 {file.Length / (1024 * 1024)} MB，不会是封存清单或者凭证。")
            : (File.ReadAllBytes(path), "");
    }
}
