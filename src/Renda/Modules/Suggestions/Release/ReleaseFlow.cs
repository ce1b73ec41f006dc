using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Suggestions.Division;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Procedures;

namespace Renda.Modules.Suggestions.Release;

/// <summary>What making a suggestion public adds to its procedure: it was answered, the deputy did not ask to keep it back, it is
/// released once, and what is still hidden from the unit is not told to everybody.</summary>
internal sealed class ReleaseFlow : IFlow
{
    public const string Id = "suggestion-release";
    private const string About = "suggestion";

    public string Procedure => Id;

    public async Task<IReadOnlyList<Refusal>> RefuseAsync(Acting acting)
    {
        if (acting.Moved.Given.One(About) is not { } named)
        {
            return [];
        }

        var (congress, id, basis) = (acting.Actor.Congress, Guid.Parse(named), acting.Moved.Step.Basis);
        var result = await acting.Db.HandlingResults.AsNoTracking().SingleOrDefaultAsync(r => r.Congress == congress && r.MatterId == id);
        var own = acting.Subject?.Matter.Id;
        List<Refusal> reasons = [];
        if (result is not { Reply.Length: > 0 })
        {
            reasons.Add(new("这件建议还没有答复，不能公开。", About, basis, "答复以后再公开。"));
        }
        else if (!result.Ended && acting.Moved.Given.One("feedback") is not null)
        {
            reasons.Add(new("这件建议还没有办结，代表的评价对承办单位保密，不能公开。", "feedback", basis, "请清空“代表反馈”，办结以后用“更正”补上。"));
        }

        if (await IsHeldBackAsync(acting.Db, congress, id))
        {
            reasons.Add(new("代表提交时要求不公开这件建议。", About, basis, "代表改变意见的，请其书面说明后由负责人研究。"));
        }

        if (await Releases(acting.Db, congress, id).AnyAsync(m => m.Id != own && !m.Ended))
        {
            reasons.Add(new("这件建议已经公开或者正在审定。", About, basis, "要改动的，请在原件上“修改”或者“更正”。"));
        }

        return reasons;
    }

    public async Task FollowAsync(Acting acting)
    {
        await PlainFlow.Instance.FollowAsync(acting);
        var root = acting.Family!.Root.Matter;
        if (acting.Moved.Given.One(About) is { } named)
        {
            var about = Guid.Parse(named);
            var matter = await acting.Db.Matters.AsNoTracking().SingleAsync(m => m.Congress == root.Congress && m.Id == about);
            (root.UnitId, root.Subject) = (matter.UnitId, matter.Subject);
        }

        if (acting.Moved.Step.Id == "approve")
        {
            root.OpenedOn = acting.On; // The public reads the newest first.
        }
    }

    public Task<IReadOnlyList<string?>> SearchTextAsync(Acting acting) => PlainFlow.Instance.SearchTextAsync(acting);

    /// <summary>The text, the last reply and, once it is no longer hidden, the deputy's word on it.</summary>
    public async Task<Particulars> AboutAsync(RendaDb db, MatterView about, Step step)
    {
        var root = about.Root;
        if (root.Matter.Procedure != SuggestionFlow.Id)
        {
            return Particulars.Empty;
        }

        var (congress, id) = (root.Matter.Congress, root.Matter.Id);
        var body = await db.Suggestions.Where(s => s.Congress == congress && s.MatterId == id).Select(s => s.Body).SingleAsync();
        var lead = await db.People.Where(p => p.Congress == congress && p.Id == root.Matter.PersonId).Select(p => p.Name).SingleOrDefaultAsync();
        var unit = await db.Units.Where(u => u.Congress == congress && u.Id == root.Matter.UnitId).Select(u => u.Name).SingleOrDefaultAsync();
        var reply = Last(root, "reply", "reply-again")?.One("text");
        var said = root.Matter.Ended ? Last(root, "evaluate") : null;
        (string Field, string? Value)[] found =
        [
            (About, $"{id}"), ("title", root.Matter.Title), ("number", root.Matter.Number), ("lead", lead), ("unit", unit), ("body", body), ("reply", reply),
            ("feedback", said is null ? null : Feedback(root.Procedure, said)),
        ];
        return Particulars.Of([.. found.Where(f => f.Value is not null).Select(f => (f.Field, f.Value!))]);
    }

    /// <summary>What is not answered cannot be made public (see <see cref="RefuseAsync"/>).</summary>
    public bool IsOfferedAbout(MatterView about) => Last(about.Root, "reply", "reply-again") is not null;

    /// <summary>The releases of a suggestion.</summary>
    public static IQueryable<Matter> Releases(RendaDb db, int congress, Guid suggestion) =>
        db.Matters.Where(m => m.Congress == congress && m.Procedure == Id && db.Links.Any(l => l.Congress == congress && l.TargetId == suggestion && l.MatterId == m.Id));

    /// <summary>Whether the deputy asked, with handing it in, that it be kept back. What the whole was kept back for, its parts are.</summary>
    public static async Task<bool> IsHeldBackAsync(RendaDb db, int congress, Guid suggestion) =>
        await db.Records.AsNoTracking().Where(r => r.Congress == congress && r.MatterId == suggestion && (r.Step == "submit" || r.Step == Dividing.Part)).OrderByDescending(r => r.Sequence)
            .Select(r => r.Particulars).FirstOrDefaultAsync() is { } given && RecordJson.ReadParticulars(given).One("confidential") == "yes";

    private static Particulars? Last(Loaded root, params string[] steps) =>
        root.Records.LastOrDefault(r => steps.Contains(r.Step)) is { } record ? RecordJson.ReadParticulars(record.Particulars) : null;

    private static string Feedback(Procedure procedure, Particulars said)
    {
        var marks = procedure.Steps["evaluate"].Asks.First(f => f.Id == "result").Choices;
        return $"办理态度：{Mark("attitude")}；办理结果：{Mark("result")}。";

        string Mark(string field) => said.One(field) is { } mark ? marks.GetValueOrDefault(mark, mark) : "—";
    }
}
