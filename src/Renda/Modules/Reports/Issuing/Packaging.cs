using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Reports.Editing;
using Renda.Modules.Reports.Export;
using Renda.Modules.Reports.Markup;
using Renda.Platform.Access;
using Renda.Platform.Figures;
using Renda.Platform.Files;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Modules.Reports.Issuing;

/// <summary>Makes the package of a report that is about to be issued, and says whether one still is what the records give.</summary>
internal sealed class Packaging(RendaDb db, ReportDrafts drafts, Working working, Reckoner reckoner, PaperIntake intake, PaperStore store, TimeProvider time)
{
    /// <summary>The report's package as a paper this person may attach; null where the text still has places that cannot be worked out.</summary>
    public async Task<Guid?> MakeAsync(Actor actor, Loaded report)
    {
        var text = await drafts.TextAsync(actor.Congress, report.Matter.Id);
        var (worked, problems) = await WorkAsync(actor, report, text);
        if (problems.Count > 0)
        {
            return null;
        }

        using var package = new Package(time.GetUtcNow().ToUniversalTime());
        package.Add(Package.ReportFile, worked);
        package.Add(Package.PageFile, Encoding.UTF8.GetBytes(HtmlExport.Page(worked)));
        var freezing = new Freezing(db, reckoner);
        foreach (var figure in worked.Figures)
        {
            foreach (var (part, i) in figure.Parts.Select((p, i) => (p, i)))
            {
                await package.AddRowsAsync(figure.Number, i, freezing.Rows(actor.Congress, reckoner.Find(part.Key)!, Period.Read(part.Period)!.Value).AsAsyncEnumerable());
            }
        }

        var content = package.Seal(actor.Congress, actor.CongressName, Hash(text));
        return (await intake.KeepAsync(actor, new MemoryStream(content, writable: false), $"{report.Matter.Title}.zip", CancellationToken.None)).Paper?.Id;
    }

    /// <summary>Why a report cannot be issued with this package; empty where it can.</summary>
    public async Task<IReadOnlyList<Refusal>> RefuseAsync(Actor actor, Loaded report, Guid paper, Basis basis)
    {
        var text = await drafts.TextAsync(actor.Congress, report.Matter.Id);
        var (worked, problems) = await WorkAsync(actor, report, text);
        if (problems.Count > 0)
        {
            return Sentences(problems, "package", basis);
        }

        var kept = await db.Papers.AsNoTracking().SingleOrDefaultAsync(p => p.Congress == actor.Congress && p.Id == paper);
        await using var file = kept is null ? null : store.OpenRead(kept.Sha256);
        if (file is null)
        {
            return [new("找不到数据包。", "package", basis, "请重新打开签发页，系统会再生成一次。")];
        }

        var content = new byte[file.Length];
        await file.ReadExactlyAsync(content);
        if (PackageCheck.Find(content) is [var wrong, ..])
        {
            return [new(wrong, "package", basis, "请重新打开签发页，系统会再生成一次。")];
        }

        using var package = new PackageReader(new MemoryStream(content, writable: false));
        var frozen = package.Report;
        var moved = frozen.Figures.Zip(worked.Figures).FirstOrDefault(f => f.First.Said != f.Second.Said || f.First.Records != f.Second.Records);
        return package.Manifest.TextSha256 != Hash(text) || frozen.Figures.Count != worked.Figures.Count
                ? [new("正文在生成数据包以后又改过。", "package", basis, "请重新打开签发页，系统会按现在的正文再生成一次。")]
            : moved.First is { } was ? [new($"“{was.Title}”刚才是 {was.Said}（{was.Records} 条记录），现在是 {moved.Second.Said}（{moved.Second.Records} 条记录）。", "package", basis, "请重新打开签发页核对后再签发。")]
            : [];
    }

    /// <summary>The first places that keep a text from being handed on.</summary>
    public static IReadOnlyList<Refusal> Sentences(IReadOnlyList<TextProblem> problems, string? field, Basis basis) =>
    [
        .. problems.Take(5).Select(p => new Refusal($"第 {p.Line} 行：{p.Sentence}", field, basis, "请在“编辑正文”里改好。")),
        .. problems.Count > 5 ? [new Refusal($"正文里还有 {problems.Count - 5} 处。", field, basis, null)] : Array.Empty<Refusal>(),
    ];

    public Task<(Worked Report, IReadOnlyList<TextProblem> Problems)> WorkAsync(Actor actor, Loaded report, string text) =>
        working.WorkAsync(actor, report.Matter.Title, ReportDrafts.PeriodOf(report), drafts.Read(text));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
