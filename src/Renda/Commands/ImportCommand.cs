using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Suggestions.Import;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Spreadsheets;

namespace Renda.Commands;

/// <summary>Brings in the registers an office kept before.</summary>
internal static class ImportCommand
{
    public static Command Build(Terminal terminal)
    {
        var file = new Argument<string>("FILE.xlsx") { Description = "代表建议台账" };
        var dryRun = new Option<bool>("--dry-run") { Description = "只检查，列出所有问题和将要新建的人员、单位，不写入" };
        var goodRows = new Option<bool>("--good-rows") { Description = "有问题的行列出来不导入，其余的导入" };
        var congress = new Option<int?>("--congress") { Description = "人大的代码，如 370000；只有一个人大时不用写" };
        var suggestions = new Command("suggestions", $"导入代表建议台账。要有的栏：标题、内容、领衔代表、提交日期；可以有：{string.Join("、", Columns.All.Where(c => !c.Required).Select(c => c.Name))}；其他栏原样保留。有一处问题就一件也不导入，除非写明 --good-rows；同一文件导入两次不会重复。退出码：0 完成；1 台账有问题；2 命令不对") { file, dryRun, goodRows, congress };
        suggestions.SetAction(parsed => terminal.WithDatabaseAsync(services =>
            RunAsync(terminal, services, parsed.GetValue(file)!, parsed.GetValue(dryRun) ? Taking.Nothing : parsed.GetValue(goodRows) ? Taking.GoodOnes : Taking.AllOrNothing, parsed.GetValue(congress))));
        var import = new Command("import", "导入：代表建议台账");
        import.Subcommands.Add(suggestions);
        return import;
    }

    private static async Task<int> RunAsync(Terminal terminal, IServiceProvider services, string file, Taking taking, int? code)
    {
        if (!File.Exists(file))
        {
            return terminal.Refuse(Terminal.WrongCall, $"没有“{file}”这个文件。");
        }

        SheetRead read;
        await using (var stream = File.OpenRead(file))
        {
            read = SheetReader.Read(stream);
        }

        if (read is not Sheet sheet)
        {
            return terminal.Refuse(Terminal.WrongCall, $"“{file}”：{((Unreadable)read).Sentence}");
        }

        var db = services.GetRequiredService<RendaDb>();
        await Storage.MigrateAsync(db, services.GetRequiredService<IConfiguration>());
        var congresses = await db.Congresses.AsNoTracking().Where(c => code == null || c.Code == code).OrderBy(c => c.Code).ToListAsync();
        return congresses is [var congress]
            ? await ImportAsync(terminal, services, congress, SheetRegister.Read(sheet), taking)
            : terminal.Refuse(Terminal.WrongCall, congresses.Count > 1 ? $"库里有 {congresses.Count} 个人大，请用 --congress 写明代码：{string.Join("、", congresses.Select(c => $"{c.Code} {c.Name}"))}。"
                : code is null ? "数据库是空的，还没有人大。请先启动一次网站（serve）建立机关，再导入。" : $"库里没有代码为 {code} 的人大。");
    }

    private static async Task<int> ImportAsync(Terminal terminal, IServiceProvider services, Congress congress, SheetRegister register, Taking taking)
    {
        var importing = new Importing(
            services.GetRequiredService<RendaDb>(), services.GetRequiredService<Acts>(), services.GetRequiredService<RuleShelf>(), terminal.Time);
        var report = await importing.RunAsync(Importing.CommandLine(congress), register, taking, Progress(terminal));
        foreach (var problem in report.Problems)
        {
            terminal.Out.WriteLine(problem);
        }

        foreach (var line in Summary(congress, register, report))
        {
            terminal.Out.WriteLine(line);
        }

        return report.Problems.Count == 0 ? Terminal.Done : Terminal.FoundWrong;
    }

    private static IEnumerable<string> Summary(Congress congress, SheetRegister register, ImportReport report)
    {
        foreach (var (what, names) in ((string, IReadOnlyList<string>)[])[("代表", report.NewPeople), ("承办单位", report.NewUnits)])
        {
            if (names.Count > 0)
            {
                yield return $"{(report.Done ? "新建了" : "将新建")}{what} {names.Count} {(what == "代表" ? "人" : "个")}（系统里原来没有，请核对有无错字）：{Listed(names, all: !report.Done)}";
            }
        }

        if (report.Older is { Count: > 0 } older)
        {
            yield return $"有 {older.Count} 件早于在档的最早规则（自 {older.Since:yyyy-MM-dd} 起施行），按这一文本补录，期限也按它计算。";
        }

        yield return $"{congress.Name}，工作表“{register.Sheet}”共 {report.Rows} 件，已在库 {report.Present} 件，"
            + (report.Done ? $"新导入 {report.Added} 件。{(report.BadRows > 0 ? $"有问题没有导入 {report.BadRows} 件，共 {report.Problems.Count} 处。" : "")}"
            : report.Problems.Count > 0 ? $"有 {report.Problems.Count} 处问题，一件也没有导入。"
            : $"可以导入 {report.Added} 件。试运行，没有写入。");
    }

    // A trial shows them all; once it is done nobody reads eight hundred names.
    private static string Listed(IReadOnlyList<string> names, bool all) =>
        string.Join("、", all ? names : names.Take(30)) + (all || names.Count <= 30 ? "" : "等");

    /// <summary>A line every 250 rows, or every second when rows are slow.</summary>
    private static Action<int, int> Progress(Terminal terminal)
    {
        var last = terminal.Time.GetTimestamp();
        return (done, all) =>
        {
            if (done % 250 == 0 || done == all || terminal.Time.GetElapsedTime(last) >= TimeSpan.FromSeconds(1))
            {
                last = terminal.Time.GetTimestamp();
                terminal.Error.WriteLine($"已写入 {done} / {all} 件");
            }
        };
    }
}
