using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Spreadsheets;
using Renda.Platform.Web;

namespace Renda.Modules.Legislation.Consultation;

/// <summary>All comments of a round with what became of each, as a workbook without anybody's name. Attached to the record that tells of it,
/// it is covered by the record's hash.</summary>
internal sealed class OutcomeTable(RendaDb db, PaperIntake intake)
{
    private static readonly string[] Headers = ["序号", "条文", "意见", "方式", "收到日期", "组", "处理结果", "理由", "处理日期"];

    public Task WriteAsync(Stream to, ConsultationRound round, CancellationToken cancel) => SheetWriter.Write(to, "公众意见", Headers, RowsAsync(round, cancel), cancel);

    /// <summary>As a paper this person may attach; null where it cannot be kept.</summary>
    public async Task<Guid?> MakeAsync(Actor actor, ConsultationRound round)
    {
        using var content = new MemoryStream();
        await WriteAsync(content, round, CancellationToken.None);
        return await intake.KeepMadeAsync(actor, content.ToArray(), PaperNames.Safe($"{round.Title}公众意见处理情况.xlsx"));
    }

    /// <summary>Whether one of these papers is the table as it would be made now.</summary>
    public async Task<bool> IsAttachedAsync(Actor actor, ConsultationRound round, IReadOnlyList<string> papers)
    {
        List<Guid> ids = [.. papers.Select(Guid.Parse)];
        var given = await db.Papers.AsNoTracking().Where(p => p.Congress == actor.Congress && ids.Contains(p.Id)).Select(p => p.Sha256).ToListAsync();
        if (given.Count == 0)
        {
            return false;
        }

        using var content = new MemoryStream();
        await WriteAsync(content, round, CancellationToken.None);
        content.Position = 0;
        return given.Contains(Hash(content), StringComparer.Ordinal);
    }

    private async IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(ConsultationRound round, [EnumeratorCancellation] CancellationToken cancel)
    {
        var reasons = await db.CommentDispositions.AsNoTracking().Where(d => d.Congress == round.Congress && d.MatterId == round.MatterId && d.Round == round.Round)
            .Select(d => new { d.Id, d.Reason, d.At }).ToDictionaryAsync(d => d.Id, d => (d.Reason, d.At), cancel);
        var groups = new Dictionary<Guid, int>();
        var n = 0;
        // In the order in which they came.
        await foreach (var comment in db.CommentsOf(round).OrderBy(c => c.At).ThenBy(c => c.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var group = groups.TryGetValue(comment.GroupId, out var known) ? known : groups[comment.GroupId] = groups.Count + 1;
            var (reason, at) = comment.DispositionId is { } made && reasons.TryGetValue(made, out var found) ? (found.Reason, (DateTime?)found.At) : ("", null);
            yield return [++n, Words.Article(comment.Article), comment.Text, Words.Of(comment.Source), comment.On, group, Words.Of(comment.Result), reason, at is { } day ? Display.Instant(new DateTimeOffset(day))[..10] : null];
        }
    }

    private static string Hash(Stream content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
