using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Matters.Archiving;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Matters;
using Renda.Platform.Rules;

namespace Renda.Commands;

/// <summary>Archive packages of ended matters, made and checked.</summary>
internal static class ArchiveCommand
{
    public static Command Build(Terminal terminal)
    {
        var matter = new Argument<string?>("MATTER") { Description = "事项的编号或者标识", Arity = ArgumentArity.ZeroOrOne };
        var before = new Option<DateOnly?>("--ended-before") { Description = "在这一天以前办结的全部事项" };
        var to = new Option<string?>("--to") { Description = "写到哪个目录，要先建好" };
        var archive = new Command("archive", "把办结的事项做成档案包（ZIP），已有的不再做。退出码：0 做好；2 命令不对或没有做成") { matter, before, to };
        archive.SetAction(parsed => (parsed.GetValue(matter), parsed.GetValue(before), parsed.GetValue(to)) switch
        {
            ({ } one, null, { } directory) => terminal.WithDatabaseAsync(services => RunAsync(terminal, services, directory, db => OneAsync(db, one), one)),
            (null, { } day, { } directory) => terminal.WithDatabaseAsync(services => RunAsync(terminal, services, directory, db => EndedAsync(db, day), null)),
            _ => Task.FromResult(terminal.Refuse(Terminal.WrongCall, "请写事项的编号，或者 --ended-before 日期；并用 --to 写明目录。")),
        });
        var file = new Argument<string>("FILE") { Description = "档案包（ZIP）" };
        var against = new Option<string?>("--against") { Description = "另存的封存清单（JSON）" };
        var verify = new Command("verify", "核对一个档案包，不需要数据库。退出码：0 完好；1 发现改动；2 命令不对") { file, against };
        verify.SetAction(parsed => VerifyAsync(terminal, parsed.GetRequiredValue(file), parsed.GetValue(against)));
        archive.Subcommands.Add(verify);
        return archive;
    }

    private static async Task<int> RunAsync(Terminal terminal, IServiceProvider services, string directory, Func<RendaDb, Task<List<Matter>>> find, string? asked)
    {
        if (await LedgerCommand.UnreadyAsync(terminal, services) is { } code)
        {
            return code;
        }

        if (!Directory.Exists(directory))
        {
            return terminal.Refuse(Terminal.WrongCall, $"没有目录“{directory}”。请先建好。");
        }

        var (db, rules, made) = (services.GetRequiredService<RendaDb>(), services.GetRequiredService<RuleShelf>(), 0);
        var matters = await find(db);
        if (asked is not null && (matters.Count != 1 || !matters[0].Ended))
        {
            return terminal.Refuse(Terminal.WrongCall, matters.Count == 0 ? $"没有“{asked}”这件事项。" : matters.Count == 1 ? $"“{asked}”还没有办结。" : $"编号“{asked}”有 {matters.Count} 件：{string.Join("、", matters.Select(m => m.Id))}。请写标识。");
        }

        var oversight = new Oversight((await db.Matters.Select(m => m.Procedure).Distinct().ToListAsync()).ToDictionary(p => p, _ => true));
        foreach (var matter in matters)
        {
            // Nobody's own parts, all that is not private: what the office sees of it.
            var family = (await Family.LoadAsync(db, rules, matter.Congress, matter.Id))!;
            var view = MatterView.Of(family, new Actor(matter.Congress, "", "", Guid.Empty, "", [], oversight), matter.Id);
            if (view is not null && Path.Combine(directory, PaperNames.Safe($"{matter.Congress}-{matter.Procedure}-{ArchiveModel.NameOf(view)}")) is var file && !File.Exists(file))
            {
                await services.GetRequiredService<Archives>().WriteAsync(view, file);
                made++;
            }
        }

        terminal.Out.WriteLine($"“{directory}”：办结的 {matters.Count} 件，新做档案包 {made} 个。");
        return Terminal.Done;
    }

    private static Task<List<Matter>> OneAsync(RendaDb db, string asked)
    {
        var id = Guid.TryParse(asked, out var read) ? read : Guid.Empty;
        return db.Matters.AsNoTracking().Where(m => m.ParentId == null && (m.Id == id || m.Number == asked)).ToListAsync();
    }

    private static Task<List<Matter>> EndedAsync(RendaDb db, DateOnly day) => db.Matters.AsNoTracking()
        .Where(m => m.ParentId == null && m.Ended && !m.Private && db.Records.Any(r => r.Congress == m.Congress && r.MatterId == m.Id && r.Sequence == m.Revision && r.On < day))
        .OrderBy(m => m.Congress).ThenBy(m => m.Id).ToListAsync();

    private static async Task<int> VerifyAsync(Terminal terminal, string path, string? against)
    {
        var (kept, wrong) = SealCommands.Kept(against);
        if (wrong is not null || !File.Exists(path))
        {
            return terminal.Refuse(Terminal.WrongCall, wrong ?? $"没有文件“{path}”。");
        }

        await using var file = File.OpenRead(path);
        var (says, found) = await ArchiveCheck.OfAsync(file, kept);
        foreach (var sentence in says)
        {
            terminal.Out.WriteLine(sentence);
        }

        terminal.Out.WriteLine(says.Count == 0 ? $"完好：{found}。" : $"发现 {says.Count} 处问题。");
        return says.Count == 0 ? Terminal.Done : Terminal.FoundWrong;
    }
}
