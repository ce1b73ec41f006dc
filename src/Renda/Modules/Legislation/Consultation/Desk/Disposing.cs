using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Legislation.Consultation.Desk;

/// <summary>What somebody decides about a group or one comment of it.</summary>
/// <param name="Comment">The one comment; null for the group: those of it that still wait, or all of it where none does.</param>
/// <param name="Seen">The latest decision on the group when the form was made; null where there was none.</param>
internal sealed record Decided(Guid Group, Guid? Comment, CommentResult? Result, string Reason, Guid Key, Guid? Seen)
{
    public const int LongestReason = 1000;
}

/// <summary>Writes down what became of comments. A changed mind adds a decision, and what was told to the public stays as told.</summary>
internal sealed class Disposing(RendaDb db, TimeProvider time)
{
    /// <summary>How many comments it was about, or why nothing was done.</summary>
    public Task<(int Count, IReadOnlyList<RefusalItem> Refusals)> TakeAsync(Actor actor, ConsultationRound shown, Decided decided) => db.InTransactionAsync<(int, IReadOnlyList<RefusalItem>)>(async () =>
    {
        if (Faults(decided) is { Count: > 0 } faults)
        {
            return (0, faults);
        }

        var round = (await Rounds.LockAsync(db, shown.Congress, shown.MatterId, shown.Round))!;
        if (await db.CommentDispositions.AsNoTracking().SingleOrDefaultAsync(d => d.Congress == round.Congress && d.Key == decided.Key) is { } done)
        {
            return (done.Count, []);
        }

        if (round.ToldOn is { } told)
        {
            return (0, [new RefusalItem($"处理情况已于 {Display.Date(told)} 向社会通报，不能再改。", null, null, "确需说明的，另行通报。")]);
        }

        if (await OvertakenAsync(round, decided) is { } overtaken)
        {
            return (0, [overtaken]);
        }

        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var comments = db.PublicComments.Where(c => c.Congress == round.Congress && c.GroupId == decided.Group && (decided.Comment == null || c.Id == decided.Comment));
        var open = await comments.CountAsync(c => c.DispositionId == null);
        comments = open > 0 ? comments.Where(c => c.DispositionId == null) : comments;
        var count = await comments.ExecuteUpdateAsync(s => s.SetProperty(c => c.DispositionId, id).SetProperty(c => c.Result, decided.Result));
        await db.CommentGroups.Where(g => g.Congress == round.Congress && g.Id == decided.Group).ExecuteUpdateAsync(s => s.SetProperty(g => g.Open, g => g.Open - open));
        db.CommentDispositions.Add(new CommentDisposition
        {
            Congress = round.Congress,
            Id = id,
            MatterId = round.MatterId,
            Round = round.Round,
            GroupId = decided.Group,
            CommentId = decided.Comment,
            Result = decided.Result!.Value,
            Reason = decided.Reason,
            Count = count,
            PersonId = actor.PersonId,
            At = now.UtcDateTime,
            Key = decided.Key,
        });
        await db.SaveChangesAsync();
        return (count, []);
    }, answer => answer.Item2.Count == 0);

    private static IReadOnlyList<RefusalItem> Faults(Decided decided) =>
    [
        .. decided.Result is null ? [new RefusalItem("没有选处理结果。", "result", null, null)] : Array.Empty<RefusalItem>(),
        .. decided.Reason.Length == 0 && decided.Result is not (null or CommentResult.Adopted) ? [new RefusalItem($"“{Words.Of(decided.Result)}”要写明理由，通报时随处理结果公开。", "reason", null, null)] : Array.Empty<RefusalItem>(),
        .. decided.Reason.Length > Decided.LongestReason ? [new RefusalItem($"理由最多 {Decided.LongestReason} 字，现有 {decided.Reason.Length} 字。", "reason", null, null)] : Array.Empty<RefusalItem>(),
    ];

    private async Task<RefusalItem?> OvertakenAsync(ConsultationRound round, Decided decided)
    {
        var last = await db.CommentDispositions.AsNoTracking().Where(d => d.Congress == round.Congress && d.GroupId == decided.Group).OrderByDescending(d => d.Id).FirstOrDefaultAsync();
        if (last is null || last.Id == decided.Seen)
        {
            return null;
        }

        var who = await db.People.Where(p => p.Congress == round.Congress && p.Id == last.PersonId).Select(p => p.Name).SingleOrDefaultAsync();
        return new RefusalItem($"您打开页面之后，{who}已经处理为“{Words.Of(last.Result)}”，您的处理没有执行。", null, null, "请核对最新情况；您填写的内容还在，确认后可以再次提交。");
    }
}
