using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Matters;

namespace Renda.Modules.Suggestions.Joint;

/// <summary>Which suggestions stand in a joint handling, and who answers them.</summary>
internal static class JointKeeping
{
    /// <summary>The unit that answers takes its part, and who coordinates it.</summary>
    public static async Task TakePartAsync(Acting acting)
    {
        var (db, root) = (acting.Db, acting.Family!.Root);
        var unit = root.Matter.UnitId!.Value;
        var congress = root.Matter.Congress;
        var coordinator = await db.Units.Where(u => u.Congress == congress && u.Id == unit).Select(u => u.CoordinatorId).SingleAsync()
            ?? await db.Congresses.Where(c => c.Code == congress).Select(c => c.OfficeUnitId).SingleAsync();
        foreach (var party in (Party[])[new() { Congress = congress, MatterId = root.Matter.Id, Role = "lead-unit", UnitId = unit }, new() { Congress = congress, MatterId = root.Matter.Id, Role = "coordinator", UnitId = coordinator }])
        {
            root.Parties.Add(party);
            db.Parties.Add(party);
        }
    }

    public static async Task AddAsync(Acting acting, IReadOnlyList<string> named)
    {
        var root = acting.Family!.Root.Matter;
        foreach (var id in named.Select(IdOf))
        {
            // One that was taken out before comes back.
            if (await acting.Db.JoinedSuggestions.FindAsync(root.Congress, id, root.Id) is { } there)
            {
                (there.Open, there.Left) = (true, null);
            }
            else
            {
                acting.Db.JoinedSuggestions.Add(new JoinedSuggestion { Congress = root.Congress, MatterId = root.Id, SuggestionId = id, Open = true });
            }
        }
    }

    public static void Leave(List<JoinedSuggestion> members, IReadOnlyList<string>? named, string how) =>
        members.Where(m => named is null || named.Any(n => IdOf(n) == m.SuggestionId)).ToList().ForEach(m => m.Leave(how));

    /// <summary>Nobody else acts on them until this is done; always in the same order, so that two who lock several never wait for each other. How many there are.</summary>
    public static async Task<int> LockAsync(RendaDb db, Matter joint)
    {
        List<Guid> members = [.. (await db.JoinedSuggestions.AsNoTracking().Where(j => j.Congress == joint.Congress && j.MatterId == joint.Id && j.Open).Select(j => j.SuggestionId).ToListAsync()).Order()];
        foreach (var member in members)
        {
            await Guards.LockAsync(db, joint.Congress, member);
        }

        return members.Count;
    }

    public static Task<List<JoinedSuggestion>> OpenAsync(RendaDb db, Matter joint) =>
        db.JoinedSuggestions.Where(j => j.Congress == joint.Congress && j.MatterId == joint.Id && j.Open).ToListAsync();

    public static Task<IReadOnlyList<Matter>> MattersAsync(RendaDb db, List<JoinedSuggestion> members) =>
        members.Count == 0 ? Task.FromResult<IReadOnlyList<Matter>>([]) : MattersAsync(db, members[0].Congress, [.. members.Select(m => m.SuggestionId)]);

    public static async Task<IReadOnlyList<Matter>> MattersAsync(RendaDb db, int congress, List<Guid> ids) =>
        [.. (await db.Matters.AsNoTracking().Where(m => m.Congress == congress && ids.Contains(m.Id) && m.ParentId == null).ToListAsync()).OrderBy(m => m.Id)];

    /// <summary>What is no id names nothing; that it is not there is said elsewhere.</summary>
    public static Guid IdOf(string value) => Guid.TryParse(value, out var id) ? id : Guid.Empty;
}
