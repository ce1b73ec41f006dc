using Renda.Database;
using Renda.Platform.Access;

namespace Renda.Platform.Matters;

/// <summary>Which matters a person may see. Every read of matters goes through here; what is not visible does not exist.</summary>
internal static class Visibility
{
    public static IQueryable<Matter> VisibleTo(this IQueryable<Matter> matters, RendaDb db, Actor actor)
    {
        var here = matters.Where(m => m.Congress == actor.Congress);
        var person = actor.PersonId;
        var units = actor.Units;
        return actor.SeesAll
            ? here.Where(m => !m.Private || db.Parties.Any(p => p.Congress == m.Congress && p.MatterId == m.Id && p.PersonId == person))
            : units.Count == 0
                ? here.Where(m => db.Parties.Any(p => p.Congress == m.Congress && p.MatterId == m.Id && p.PersonId == person))
                : here.Where(m => db.Parties.Any(p => p.Congress == m.Congress && p.MatterId == m.Id
                    && (p.PersonId == person || units.Contains(p.UnitId!.Value))));
    }
}
