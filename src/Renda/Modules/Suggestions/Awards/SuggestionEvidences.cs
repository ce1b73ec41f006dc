using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Suggestions.Numbers;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Records;

namespace Renda.Modules.Suggestions.Awards;

/// <summary>Finds candidates among the suggestions handed to units, and reads what the records say of them.</summary>
internal sealed class SuggestionEvidences(RendaDb db, Actor actor, Figures figures)
{
    /// <summary>The most that are listed at once; more are found by narrowing.</summary>
    public const int Most = 200;

    private readonly Facts facts = new(db, actor, figures.Solved.Reply!);

    /// <summary>All that keep to what was asked for.</summary>
    public IQueryable<HandlingResult> Of(Asking asking, Years years, IReadOnlyCollection<Guid> nominated)
    {
        var found = years.Of(db.HandlingResults.CountedBy(actor));
        found = asking.Unit is { } unit ? found.Where(r => r.UnitId == unit) : found;
        found = asking.Subject is { Length: > 0 } subject ? found.Where(r => r.Subject == subject) : found;
        found = asking.Fresh == true && nominated.Count > 0 ? found.Where(r => !nominated.Contains(r.MatterId)) : found;
        return Narrowing.All.Where(n => asking.Has.Contains(n.Id)).Aggregate(found, (all, n) => all.Where(n.Holds(facts)));
    }

    /// <summary>The first of them in the order asked for.</summary>
    public async Task<List<SuggestionEvidence>> ReadAsync(IQueryable<HandlingResult> found, Criterion by, int most)
    {
        // By the day alone there is nothing to work out for each.
        var ordered = by == Criterion.All[0] ? found.OrderByDescending(r => r.OpenedOn) : found.OrderBy(by.Rank(facts)).ThenByDescending(r => r.OpenedOn);
        List<SuggestionEvidence> read = [];
        foreach (var some in (await ordered.ThenByDescending(r => r.MatterId).Take(most).ToListAsync()).Chunk(Most))
        {
            read.AddRange(await ReadAsync(some));
        }

        return read;
    }

    /// <summary>Those of these that are candidates, in the same order.</summary>
    public async Task<List<SuggestionEvidence>> OfAsync(IReadOnlyList<Guid> ids)
    {
        var found = (await ReadAsync(await db.HandlingResults.CountedBy(actor).Where(r => ids.Contains(r.MatterId)).ToListAsync())).ToDictionary(e => e.Id);
        return [.. ids.Where(found.ContainsKey).Select(i => found[i])];
    }

    private async Task<IEnumerable<SuggestionEvidence>> ReadAsync(IReadOnlyList<HandlingResult> results)
    {
        var (congress, ids) = (actor.Congress, results.Select(r => r.MatterId).ToList());
        var rows = (await new Register(db, actor, SuggestionFlow.Id).OfAsync(ids)).ToDictionary(r => r.Id);
        var cosigners = await facts.Cosigners.Where(p => p.Congress == congress && ids.Contains(p.MatterId)).GroupBy(p => p.MatterId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var again = (await facts.Rehandled.Where(p => p.Congress == congress && ids.Contains(p.MatterId)).Select(p => p.MatterId).Distinct().ToListAsync()).ToHashSet();
        var handedIn = (await db.Records.AsNoTracking().Where(r => r.Congress == congress && ids.Contains(r.MatterId) && r.Step == "submit").OrderBy(r => r.Sequence).Select(r => new { r.MatterId, r.Particulars }).ToListAsync()).ToLookup(r => r.MatterId, r => r.Particulars);
        var evidence = (await EvidenceAsync(ids)).ToLookup(e => e.Suggestion);
        return from result in results
               where rows.ContainsKey(result.MatterId)
               let said = handedIn[result.MatterId].LastOrDefault()
               select new SuggestionEvidence(
                   result, rows[result.MatterId], cosigners.GetValueOrDefault(result.MatterId), again.Contains(result.MatterId),
                   said is not null && RecordJson.ReadParticulars(said).One("confidential") == "yes", [.. evidence[result.MatterId]]);
    }

    // As far as this person sees them: what one cannot see one cannot name.
    private async Task<List<EvidenceLink>> EvidenceAsync(List<Guid> ids) =>
        await (from l in db.Links.AsNoTracking()
               where l.Congress == actor.Congress && ids.Contains(l.TargetId)
               join m in db.Matters.VisibleTo(db, actor) on new { l.Congress, Id = l.MatterId } equals new { m.Congress, m.Id }
               where m.ParentId == null && Facts.Kinds.Contains(m.Procedure) && !Facts.Void.Contains(m.Stage) && (m.Procedure != Facts.KeySuggestion || m.Number != null)
               orderby m.Procedure, m.Id
               select new EvidenceLink(l.TargetId, m.Id, m.Procedure, m.Title)).ToListAsync();
}
