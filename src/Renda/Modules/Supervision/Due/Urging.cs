using System.Security.Cryptography;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Supervision.Due;

/// <summary>催办 of several matters at once: the act of each, with its record; the ladder says who is told.</summary>
internal sealed class Urging(Acts acts)
{
    public const string Step = "urge";
    public const int LongestNote = 1000;

    /// <summary>More are not on a page.</summary>
    private const int Most = ListModel.PageSize;

    /// <summary>Whether the procedure has the act where the matter stands, for a post this person holds.</summary>
    public static bool Can(Actor actor, Procedure procedure, string stage) =>
        procedure.Steps.TryGetValue(Step, out var urge) && urge.From.Contains(stage) && urge.By.Any(r => actor.Has(procedure.Roles[r].Posts));

    /// <summary>Those urged, and why others were not.</summary>
    public async Task<(IReadOnlyList<Guid> Urged, IReadOnlyList<RefusalItem> Refusals)> UrgeAsync(Actor actor, IReadOnlyList<Guid> matters, string? note, Guid key)
    {
        if (Check(matters, note) is { } refusal)
        {
            return ([], [refusal]);
        }

        var (urged, refusals) = (new List<Guid>(), new List<RefusalItem>());
        foreach (var matter in matters.Distinct())
        {
            switch (await acts.TakeAsync(actor, matter, new ActRequest(Step, Particulars.Of(("text", note!.Trim())), null, KeyOf(key, matter))))
            {
                case Outcome.Done:
                    urged.Add(matter);
                    break;
                case Outcome.Refused refused:
                    refusals.AddRange(refused.Reasons.Select(r => new RefusalItem(r.Sentence, null, null, r.Remedy)));
                    break;
                default:
                    refusals.Add(new RefusalItem("所选的有一件已经看不到了。", null, null, "请刷新页面后重选。"));
                    break;
            }
        }

        return (urged, refusals.Count > 0 && urged.Count > 0 ? [new RefusalItem($"已催办 {urged.Count} 件，其余没有办成：", null, null, null), .. refusals] : refusals);
    }

    private static RefusalItem? Check(IReadOnlyList<Guid> matters, string? note) =>
        matters.Count == 0 ? new RefusalItem("没有选要催办的事项。", null, null, "请在列表里勾选。")
        : matters.Count > Most ? new RefusalItem($"一次最多催办 {Most} 件。", null, null, "请分几次催办。")
        : string.IsNullOrWhiteSpace(note) ? new RefusalItem("请写催办的要求。", "Note", null, null)
        : note.Trim().Length > LongestNote ? new RefusalItem($"催办的要求最多 {LongestNote} 个字。", "Note", null, null)
        : null;

    // The form sent twice urges each matter once.
    private static Guid KeyOf(Guid form, Guid matter) => new(SHA256.HashData([.. form.ToByteArray(), .. matter.ToByteArray()]).AsSpan(0, 16));
}
