using System.Linq.Expressions;
using Renda.Database;
using Renda.Modules.Suggestions.Numbers;
using Renda.Platform.Access;
using Renda.Platform.Matters;

namespace Renda.Modules.Suggestions.Awards;

/// <summary>One thing the records say, by which a person may order the candidates. There is no order by all of them together: weighing is for people.</summary>
/// <param name="Order">What comes first, in words.</param>
/// <param name="Rank">The smallest first.</param>
internal sealed record Criterion(string Id, string Title, string Order, Func<Facts, Expression<Func<HandlingResult, int>>> Rank)
{
    /// <summary>Where one criterion leaves two alike.</summary>
    public const string Ties = "并列的，提交晚的在前，同日提交的按登记先后，后登记的在前";

    public static readonly IReadOnlyList<Criterion> All =
    [
        new("day", "提交日期", "晚的在前", _ => r => 0),
        new("attitude", "办理态度的评价", "依次为满意、基本满意、不满意、未反馈、待评价",
            _ => r => r.Attitude == "satisfied" ? 0 : r.Attitude == "basically" ? 1 : r.Attitude == "dissatisfied" ? 2 : r.Attitude == HandlingResult.Silent ? 3 : 4),
        new("result", "办理结果的评价", "依次为满意、基本满意、不满意、未反馈、待评价",
            _ => r => r.Result == "satisfied" ? 0 : r.Result == "basically" ? 1 : r.Result == "dissatisfied" ? 2 : r.Result == HandlingResult.Silent ? 3 : 4),
        new("solved", "是否解决", "已经解决或者部分解决的在前", f => r => r.Reply == f.Solved ? 0 : r.Reply != "" ? 1 : 2),
        new("kept", "承诺", "依次为已兑现、未兑现、已终止、没有承诺",
            _ => r => r.Promise == HandlingResult.Kept ? 0 : r.Promise == HandlingResult.Open ? 1 : r.Promise == HandlingResult.Dropped ? 2 : 3),
        new("key", "重点督办", "列为重点督办的在前", f => r => f.Key.Contains(r.MatterId) ? 0 : 1),
        new("cosigners", "联名代表人数", "多的在前", f => r => -f.Cosigners.Count(p => p.Congress == r.Congress && p.MatterId == r.MatterId)),
        new("opinions", "源于群众意见", "件数多的在前", f => r => -f.Opinions.Count(l => l.Congress == r.Congress && l.TargetId == r.MatterId)),
        new("rehandled", "是否重新办理", "没有重新办理的在前", f => r => f.Rehandled.Any(p => p.Congress == r.Congress && p.MatterId == r.MatterId) ? 1 : 0),
    ];

    public static Criterion Find(string? id) => All.FirstOrDefault(c => c.Id == id) ?? All[0];
}

/// <summary>A condition a person may narrow the candidates by.</summary>
internal sealed record Narrowing(string Id, string Title, Func<Facts, Expression<Func<HandlingResult, bool>>> Holds)
{
    public static readonly IReadOnlyList<Narrowing> All =
    [
        new("attitude", "态度满意", _ => r => r.Attitude == "satisfied"),
        new("result", "结果满意", _ => r => r.Result == "satisfied"),
        new("solved", "已经解决或者部分解决", f => r => r.Reply == f.Solved),
        new("kept", "承诺已兑现", _ => r => r.Promise == HandlingResult.Kept),
        new("key", "重点督办", f => r => f.Key.Contains(r.MatterId)),
        new("opinions", "源于群众意见", f => r => f.Opinions.Any(l => l.Congress == r.Congress && l.TargetId == r.MatterId)),
        new("cosigned", "有联名", f => r => f.Cosigners.Any(p => p.Congress == r.Congress && p.MatterId == r.MatterId)),
        new("once", "没有重新办理", f => r => !f.Rehandled.Any(p => p.Congress == r.Congress && p.MatterId == r.MatterId)),
        new("closed", "已办结", _ => r => r.Ended),
    ];
}

/// <summary>Where the facts of a suggestion lie that are not in its result, as far as a person sees them.</summary>
/// <param name="Solved">The kind of reply that says it is solved, in the rules in force.</param>
internal sealed class Facts(RendaDb db, Actor actor, string solved)
{
    public const string KeySuggestion = "key-suggestion";
    public const string Promise = "promise";
    public const string Opinion = "voter-opinion";

    /// <summary>What is named as evidence, each with the stages in which it no longer stands for anything.</summary>
    public static readonly IReadOnlyList<string> Kinds = [KeySuggestion, Promise, Opinion];
    public static readonly IReadOnlyList<string> Void = ["not-chosen", "removed", "annulled", "withdrawn", "set-aside"];

    public string Solved => solved;

    /// <summary>Those the chairs' meeting has decided to have urged on: from then on it has a number.</summary>
    public IQueryable<Guid> Key { get; } =
        from m in db.Matters.VisibleTo(db, actor, KeySuggestion)
        where m.Number != null && !Void.Contains(m.Stage)
        join l in db.Links on new { m.Congress, MatterId = m.Id } equals new { l.Congress, l.MatterId }
        select l.TargetId;

    public IQueryable<Party> Cosigners => db.Parties.Where(p => p.Role == "cosigner");

    public IQueryable<Link> Opinions { get; } = Naming(db, db.Matters.VisibleTo(db, actor, Opinion));

    public IQueryable<Passage> Rehandled => db.Passages.Where(p => p.ToStage == "rehandling");

    private static IQueryable<Link> Naming(RendaDb db, IQueryable<Matter> seen) =>
        db.Links.Where(l => seen.Any(m => m.Congress == l.Congress && m.Id == l.MatterId && !Void.Contains(m.Stage)));
}
