using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Records;
using Renda.Procedures;

namespace Renda.Platform.Matters;

/// <summary>What is checked beside the procedure: one writer at a time, nobody overtaken, nothing unknown.</summary>
internal static class Guards
{
    /// <summary>Keeps other writers off the family until the transaction ends. SQLite has one writer anyway.</summary>
    public static async Task LockAsync(RendaDb db, int congress, Guid matter)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync(
                $"SELECT 1 FROM matters WHERE congress = {congress} AND id = COALESCE((SELECT parent_id FROM matters WHERE congress = {congress} AND id = {matter}), {matter}) FOR UPDATE");
        }
    }

    /// <summary>Keeps the matters an act names as they are until it is done: none may close over a finding that is just being opened.</summary>
    public static async Task LockNamedAsync(RendaDb db, int congress, Decision.Moved moved)
    {
        foreach (var id in Named(moved).Order())
        {
            await LockAsync(db, congress, id);
        }
    }

    /// <summary>The matters an act names.</summary>
    public static IReadOnlyList<Guid> Named(Decision.Moved moved) =>
        [.. moved.Step.Asks.Where(f => f.Type is FieldType.Matter or FieldType.Matters).SelectMany(f => moved.Given[f.Id]).Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).Distinct()];

    /// <summary>Who acted since the person looked.</summary>
    public static async Task<string> WhoWasFirstAsync(RendaDb db, Loaded subject, IReadOnlyList<Record> since)
    {
        List<Guid?> ids = [.. since.Select(r => r.PersonId).Distinct()];
        var names = await db.People.Where(p => p.Congress == subject.Matter.Congress && ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        var acts = since.Select(r =>
            $"{(r.PersonId is { } id && names.TryGetValue(id, out var name) ? name : Casting.PublicRole(subject.Procedure, r.Step)?.Title ?? "命令行")}已于 {r.At.InChina():MM-dd HH:mm} 办理“{subject.Procedure.Steps[r.Step].Title}”");
        return $"您打开页面之后，{string.Join("，", acts)}，您的操作没有执行。";
    }

    /// <summary>Refuses answers to what the step does not ask.</summary>
    public static IEnumerable<Refusal> Unasked(Step step, Particulars given) =>
        from field in given.Values.Keys
        where step.Asks.All(f => f.Id != field)
        select new Refusal($"“{step.Title}”不问“{field}”。", field, null, "请去掉这一项，或者核对它的写法。");

    /// <summary>Refuses people, units and papers that are not here.</summary>
    public static async Task<IReadOnlyList<Refusal>> UnknownAsync(Acting acting)
    {
        List<Refusal> reasons = [];
        var congress = acting.Actor.Congress;
        foreach (var field in acting.Moved.Step.Asks.Where(f => acting.Moved.Given[f.Id].Count > 0))
        {
            var ids = acting.Moved.Given[field.Id].Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).Distinct().ToList();
            var known = field.Type switch
            {
                FieldType.Unit or FieldType.Units => await acting.Db.Units.CountAsync(u => u.Congress == congress && (u.Handles || !field.Handles) && ids.Contains(u.Id)),
                FieldType.Matter or FieldType.Matters => await acting.Db.Matters.VisibleTo(acting.Db, acting.Actor).CountAsync(m => ids.Contains(m.Id) && field.Of.Contains(m.Procedure)),
                FieldType.Person or FieldType.Persons => await acting.Db.People.CountAsync(p => p.Congress == congress && ids.Contains(p.Id)),
                FieldType.Papers => await acting.Db.Papers.CountAsync(p =>
                    p.Congress == congress && ids.Contains(p.Id) && p.UploadedBy == acting.Actor.PersonId && (p.MatterId == null || acting.Subject != null && p.MatterId == acting.Subject.Matter.Id)),
                _ => ids.Count,
            };
            if (known < ids.Count)
            {
                reasons.Add(new Refusal($"“{field.Title}”里有 {ids.Count - known} 项查不到。", field.Id, null, "请重新选择。"));
            }
        }

        return reasons;
    }
}
