using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Matters;

/// <summary>A kind of work as it is open to one person.</summary>
/// <param name="Begins">The ways this person can begin a matter.</param>
/// <param name="HasList">There may be matters for this person to see.</param>
internal sealed record Work(Procedure Procedure, IReadOnlyList<(string Title, string Href)> Begins, bool HasList)
{
    /// <summary>All there is for this person; what one can neither begin nor see is not among it.</summary>
    public static async Task<IReadOnlyList<Work>> OfAsync(RendaDb db, RuleShelf rules, Addresses addresses, Actor actor, DateOnly today)
    {
        var mine = await MineAsync(db, actor);
        return
        [
            .. from procedure in rules.Book.LookedAfterBy(actor.Jurisdiction, today)
               let begins = Ways(rules, addresses, actor, procedure.Id, today)
               let listed = actor.Oversees(procedure.Id) || mine.Contains(procedure.Id)
               where listed || begins.Count > 0
               select new Work(procedure, begins, listed),
        ];
    }

    /// <summary>Null where there is nothing for this person under that id.</summary>
    public static async Task<Work?> FindAsync(RendaDb db, RuleShelf rules, Addresses addresses, Actor actor, string procedure, DateOnly today) =>
        (await OfAsync(db, rules, addresses, actor, today)).FirstOrDefault(w => w.Procedure.Id == procedure);

    /// <summary>The steps by which this person can begin a matter today.</summary>
    public static IEnumerable<Step> Beginning(Procedure procedure, Actor actor)
    {
        var roles = Casting.Beginning(procedure, actor);
        return procedure.Steps.Values.Where(s => s.Begins && s.By.Any(roles.ContainsKey));
    }

    private static List<(string Title, string Href)> Ways(RuleShelf rules, Addresses addresses, Actor actor, string procedure, DateOnly today) =>
        rules.Book.Find(procedure, actor.Jurisdiction, today).Procedure is not { } text ? [] :
        [
            .. from step in Beginning(text, actor)
               let href = addresses.Begin(procedure, step.Id)
               where href is not null
               select (step.Title, href),
        ];

    // Asked of the procedures that were ever begun: each is one look into an index, however long the lists are.
    private static async Task<HashSet<string>> MineAsync(RendaDb db, Actor actor)
    {
        var viewers = actor.Viewers;
        return (await db.RuleVersions.Select(v => v.Procedure).Distinct()
            .Where(p => db.Listings.Any(l => l.Congress == actor.Congress && viewers.Contains(l.Viewer) && l.Procedure == p)).ToListAsync()).ToHashSet(StringComparer.Ordinal);
    }
}
