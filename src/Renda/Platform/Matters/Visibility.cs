using Renda.Database;
using Renda.Platform.Access;

namespace Renda.Platform.Matters;

/// <summary>Which matters a person may see. Every read of matters goes through here; what is not visible does not exist.</summary>
internal static class Visibility
{
    /// <summary>Those one has a part in, and those of the procedures one oversees that are not private.</summary>
    public static IQueryable<Matter> VisibleTo(this IQueryable<Matter> matters, RendaDb db, Actor actor)
    {
        var here = matters.Where(m => m.Congress == actor.Congress);
        List<string> overseen = [.. actor.Overseen];
        var mine = Mine(db, actor);
        return overseen.Count == 0
            ? here.Where(m => mine.Any(p => p.Congress == m.Congress && p.MatterId == m.Id))
            : here.Where(m => (!m.Private && overseen.Contains(m.Procedure)) || mine.Any(p => p.Congress == m.Congress && p.MatterId == m.Id));
    }

    /// <summary>Those of one procedure: what is the same for all its rows is decided before the query, so that it stays one range of an index.</summary>
    public static IQueryable<Matter> VisibleTo(this IQueryable<Matter> matters, RendaDb db, Actor actor, string procedure)
    {
        var here = matters.Where(m => m.Congress == actor.Congress && m.Procedure == procedure);
        var mine = Mine(db, actor);
        return actor.Oversees(procedure)
            ? here.Where(m => !m.Private || mine.Any(p => p.Congress == m.Congress && p.MatterId == m.Id))
            : here.Where(m => mine.Any(p => p.Congress == m.Congress && p.MatterId == m.Id));
    }

    /// <summary>The same, of a matter already read.</summary>
    public static bool Sees(this Actor actor, Loaded loaded) =>
        (!loaded.Matter.Private && actor.Oversees(loaded.Matter.Procedure)) || loaded.Parties.Any(actor.Is);

    /// <summary>Whether a part in a matter is this person's own or that of a unit they work for.</summary>
    public static bool Is(this Actor actor, Party party) =>
        party.PersonId == actor.PersonId || (party.UnitId is { } unit && actor.Units.Contains(unit));

    private static IQueryable<Party> Mine(RendaDb db, Actor actor)
    {
        var person = actor.PersonId;
        var units = actor.Units;
        return units.Count == 0
            ? db.Parties.Where(p => p.PersonId == person)
            : db.Parties.Where(p => p.PersonId == person || units.Contains(p.UnitId!.Value));
    }
}
