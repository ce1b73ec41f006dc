using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Laws.Import;
using Renda.Platform.Access;
using Renda.Platform.Matters;

namespace Renda.Commands;

/// <summary>Brings in a library of laws kept before.</summary>
internal static class LawsCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Kinds = [".txt", ".md", ".docx"];

    public static Command Build(Terminal terminal)
    {
        var directory = new Argument<string>("DIRECTORY") { Description = "法规文件所在的目录（TXT、MD、DOCX，一部法规的一个文本一个文件），子目录也读" };
        var json = new Option<bool>("--json") { Description = "结果写成 JSON" };
        var dryRun = new Option<bool>("--dry-run") { Description = "只检查，不收入" };
        var congress = new Option<int?>("--congress") { Description = "人大的代码，如 370000；只有一个人大时不用写" };
        var import = new Command("import", "批量收入法规库。没有问题的收入，有问题的说明原因；同一目录导入两次不会重复。退出码：0 都在库里了；1 有没收入的；2 命令不对") { directory, json, dryRun, congress };
        import.SetAction(parsed => terminal.WithDatabaseAsync(services =>
            RunAsync(terminal, services, parsed.GetRequiredValue(directory), parsed.GetValue(congress), parsed.GetValue(json), parsed.GetValue(dryRun))));
        var laws = new Command("laws", "法规库：批量收入");
        laws.Subcommands.Add(import);
        return laws;
    }

    private static async Task<int> RunAsync(Terminal terminal, IServiceProvider services, string directory, int? code, bool json, bool dryRun)
    {
        if (!Directory.Exists(directory))
        {
            return terminal.Refuse(Terminal.WrongCall, $"没有“{directory}”这个目录。");
        }

        var db = services.GetRequiredService<RendaDb>();
        await Storage.MigrateAsync(db, services.GetRequiredService<IConfiguration>());
        var congresses = await db.Congresses.AsNoTracking().Where(c => code == null || c.Code == code).OrderBy(c => c.Code).ToListAsync();
        return congresses is [var congress] ? await ImportAsync(terminal, services, LawImporting.CommandLine(congress), directory, json, dryRun)
            : terminal.Refuse(Terminal.WrongCall, congresses.Count > 1 ? $"库里有 {congresses.Count} 个人大，请用 --congress 写明代码：{string.Join("、", congresses.Select(c => $"{c.Code} {c.Name}"))}。"
                : code is null ? "数据库是空的，还没有人大。请先启动一次网站（serve）建立机关，再导入。" : $"库里没有代码为 {code} 的人大。");
    }

    private static async Task<int> ImportAsync(Terminal terminal, IServiceProvider services, Actor actor, string directory, bool json, bool dryRun)
    {
        var found = Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Where(f => Kinds.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).ToList();
        var (keeping, importing) = (services.GetRequiredService<LawFiles>(), services.GetRequiredService<LawImporting>());
        List<BroughtFile> kept = [];
        foreach (var batch in found.Chunk(LawFiles.Most))
        {
            kept.AddRange(await keeping.KeepAsync(actor, batch.Select(f => (Path.GetFileName(f), (Func<Stream>)(() => File.OpenRead(f)))), CancellationToken.None));
        }

        var plan = await importing.PlanAsync(actor, kept, new Dictionary<Guid, DateOnly>());
        var lines = dryRun ? plan : await LawImporting.TakeAsync(services.GetRequiredService<Acts>(), actor, plan, done => Tell(terminal, done, plan.Count));
        Print(terminal, lines, json);
        return lines.Any(l => l.Verdict == Verdict.Bad) ? Terminal.FoundWrong : Terminal.Done;
    }

    private static void Tell(Terminal terminal, int done, int all)
    {
        if (done % 50 == 0 || done == all)
        {
            terminal.Error.WriteLine($"已处理 {done} / {all} 个文件");
        }
    }

    private static void Print(Terminal terminal, IReadOnlyList<ImportLine> lines, bool json)
    {
        if (json)
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(lines.Select(l => new
            {
                l.File,
                Result = l.Verdict.ToString(),
                l.Title,
                l.Caption?.Label,
                l.Caption?.PassedOn,
                l.Caption?.PromulgatedOn,
                EffectiveOn = l.From,
                l.Articles,
                l.Law,
                Remarks = l.Remarks,
                Defects = l.Defects.Select(d => new { d.Line, d.Message }),
            }), Json));
            return;
        }

        foreach (var line in lines)
        {
            terminal.Out.WriteLine($"{line.Said}\t{line.File}\t{line.Title}\t{line.Caption?.Label}\t{line.From?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "—"}\t{line.Remarks}");
        }

        terminal.Out.WriteLine($"共 {lines.Count} 个文件：{string.Join("，", lines.GroupBy(l => l.Said).Select(g => $"{g.Key} {g.Count()}"))}。");
    }
}
