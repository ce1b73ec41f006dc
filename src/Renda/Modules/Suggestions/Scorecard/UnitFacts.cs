using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Suggestions.Numbers;
using Renda.Platform.Access;

namespace Renda.Modules.Suggestions.Scorecard;

/// <summary>Reads what the records say of the suggestions a unit leads, or all units.</summary>
internal static class UnitFacts
{
    private const string Reply = "reply";
    private const string Contact = "contact";
    private const string Rehandling = "rehandling"; // The stage: in some places the deputy's word leads there, in others the office's.
    private const string AskReturn = "ask-return";

    private static readonly string[] Steps = [Reply, Contact];

    private static readonly string[] Limits = [Reply, "reply-extended"];

    /// <summary>Whether this person may look at the unit: those who oversee suggestions at all, a unit at itself.</summary>
    public static bool Opens(Actor actor, Guid unit) => actor.Oversees(SuggestionFlow.Id) || actor.Units.Contains(unit);

    /// <summary>The newest first.</summary>
    /// <param name="unit">Null for all units.</param>
    public static async Task<List<UnitFact>> ReadAsync(RendaDb db, Actor actor, Guid? unit, Years years)
    {
        var results = await Of(db.HandlingResults.CountedBy(actor)).OrderByDescending(r => r.OpenedOn).ThenByDescending(r => r.MatterId).ToListAsync();
        var counted = Of(db.HandlingResults.Where(r => r.Congress == actor.Congress));
        var clocks = (await (
            from r in counted
            join c in db.Clocks on new { r.Congress, r.MatterId } equals new { c.Congress, c.MatterId }
            where Limits.Contains(c.Limit)
            orderby c.Id
            select new { c.MatterId, c.StartedOn, c.Due }).ToListAsync()).ToLookup(c => c.MatterId);
        var acts = (await (
            from r in counted
            join p in db.Passages on new { r.Congress, r.MatterId } equals new { p.Congress, p.MatterId }
            where Steps.Contains(p.Step) || p.ToStage == Rehandling
            orderby p.Sequence
            select new { p.MatterId, p.Step, p.ToStage, p.On, p.Sequence }).ToListAsync()).ToLookup(p => p.MatterId);
        var returned = (await (
            from r in counted
            join m in db.Matters on new { r.Congress, Id = (Guid?)r.MatterId } equals new { m.Congress, Id = m.ParentId }
            where m.UnitId == r.UnitId
            join p in db.Passages on new { m.Congress, MatterId = m.Id } equals new { p.Congress, p.MatterId }
            where p.Step == AskReturn
            select r.MatterId).Distinct().ToListAsync()).ToHashSet();
        return
        [
            .. from result in results
               let own = acts[result.MatterId].ToList()
               let reply = own.Find(a => a.Step == Reply)
               let last = clocks[result.MatterId].LastOrDefault()
               select new UnitFact(
                   result, last?.StartedOn, last?.Due, reply?.On,
                   own.Exists(a => a.Step == Contact && (reply is null || a.Sequence < reply.Sequence)),
                   returned.Contains(result.MatterId),
                   own.Exists(a => a.ToStage == Rehandling)),
        ];

        IQueryable<HandlingResult> Of(IQueryable<HandlingResult> all) => unit is null ? years.Of(all) : years.Of(all).Where(r => r.UnitId == unit);
    }
}
