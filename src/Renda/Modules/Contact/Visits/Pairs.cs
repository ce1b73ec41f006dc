using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Matters;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;

namespace Renda.Modules.Contact.Visits;

/// <summary>A plan of keeping in touch in a year: who, with whom, how often so far.</summary>
/// <param name="Kind">member: with deputies; voter, ordinary: with voters.</param>
/// <param name="With">Deputies by name; null where it is with voters.</param>
internal sealed record Pair(Guid Plan, string Title, string? Kind, Guid Person, string Name, IReadOnlyList<(Guid Id, string Name)> With, string Stage, bool Ended, int Visits, DateOnly? Last);

/// <summary>Who keeps in touch with whom: the parties of the plans one person may see. There is no second list of pairs (docs/decisions/0014).</summary>
internal sealed class Pairs(RendaDb db, RuleShelf rules, Actor actor)
{
    public const string Member = "member";
    private const string Cancelled = "cancelled";

    /// <summary>The plans of a year, and those still running from before, by name.</summary>
    /// <param name="own">Only those this person has a part in.</param>
    public async Task<IReadOnlyList<Pair>> OfAsync(int year, bool own)
    {
        var (from, until) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var (congress, me) = (actor.Congress, actor.PersonId);
        var plans = db.Matters.AsNoTracking().VisibleTo(db, actor, VisitFlow.Id).Where(m => m.Stage != Cancelled && m.OpenedOn <= until && (m.OpenedOn >= from || !m.Ended));
        plans = own ? plans.Where(m => db.Parties.Any(p => p.Congress == congress && p.MatterId == m.Id && p.PersonId == me)) : plans;
        var matters = await plans.ToListAsync();
        var ids = plans.Select(m => m.Id);
        var parties = (await (
            from p in db.Parties
            where p.Congress == congress && ids.Contains(p.MatterId) && p.PersonId != null
            join who in db.People on new { p.Congress, Id = p.PersonId } equals new { who.Congress, Id = (Guid?)who.Id }
            select new { p.MatterId, p.Role, who.Id, who.Name }).ToListAsync()).ToLookup(p => p.MatterId);
        var visits = (await db.Visits.Where(v => v.Congress == congress && ids.Contains(v.PlanId) && v.On >= from && v.On <= until)
            .GroupBy(v => v.PlanId).Select(g => new { g.Key, Count = g.Count(), Last = g.Max(v => v.On) }).ToListAsync()).ToDictionary(v => v.Key);
        List<Pair> pairs = [];
        foreach (var plan in matters)
        {
            var who = parties[plan.Id].FirstOrDefault(p => p.Role == VisitFlow.Contact);
            var made = visits.GetValueOrDefault(plan.Id);
            if (who is not null)
            {
                pairs.Add(new Pair(
                    plan.Id, plan.Title, plan.Subject, who.Id, who.Name, [.. parties[plan.Id].Where(p => p.Role == VisitFlow.Contacted).Select(p => (p.Id, p.Name)).OrderBy(p => p.Name, StringComparer.Ordinal)],
                    (await rules.VersionAsync(db, plan.Version)).Stage(plan.Stage).Title, plan.Ended, made?.Count ?? 0, made?.Last));
            }
        }

        return [.. pairs.OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Plan)];
    }

    /// <summary>Those in a post on a day, by name: whoever of them is in no pair has nobody.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> HoldersAsync(string post, DateOnly day) =>
    [
        .. (await (
            from p in db.Posts
            where p.Congress == actor.Congress && p.Kind == post && p.From <= day && (p.To == null || p.To >= day)
            join who in db.People on new { p.Congress, Id = p.PersonId } equals new { who.Congress, who.Id }
            select new { who.Id, who.Name }).Distinct().ToListAsync()).OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => (p.Id, p.Name)),
    ];
}
