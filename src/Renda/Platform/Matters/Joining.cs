using Renda.Database;
using Renda.Platform.Access;
using Renda.Procedures;

namespace Renda.Platform.Matters;

/// <summary>Who takes a part in a matter by an act: whoever acts, and those its fields name.</summary>
internal static class Joining
{
    public static void Follow(RendaDb db, Family family, Loaded subject, Decision.Moved moved, Actor actor)
    {
        if (moved.Step.As is { } mine && actor.PersonId != Guid.Empty)
        {
            Take(db, family, subject, mine, actor.PersonId, isUnit: false);
        }

        // A field left empty takes nothing from anybody.
        foreach (var field in moved.Step.Asks.Where(f => f.Party is not null && moved.Given[f.Id].Count > 0))
        {
            var isUnit = field.Type is FieldType.Unit or FieldType.Units;
            List<Guid> named = [.. moved.Given[field.Id].Select(Guid.Parse)];
            foreach (var gone in subject.Parties.Where(p => p.Role == field.Party && !named.Contains((p.PersonId ?? p.UnitId)!.Value)).ToList())
            {
                Leave(db, family, subject, gone);
            }

            foreach (var who in named)
            {
                Take(db, family, subject, field.Party!, who, isUnit);
            }
        }
    }

    /// <summary>Gives a part. Who has one in a child has it in the whole too: nobody sees a part without the whole.</summary>
    public static void Take(RendaDb db, Family family, Loaded subject, string role, Guid who, bool isUnit)
    {
        foreach (var member in Both(family, subject).Where(m => m.Parties.All(p => p.Role != role || (p.PersonId ?? p.UnitId) != who)))
        {
            var party = new Party { Congress = member.Matter.Congress, MatterId = member.Matter.Id, Role = role, PersonId = isUnit ? null : who, UnitId = isUnit ? who : null };
            member.Parties.Add(party);
            db.Parties.Add(party);
        }
    }

    private static void Leave(RendaDb db, Family family, Loaded subject, Party gone)
    {
        Remove(db, subject, gone);
        if (subject != family.Root && !family.Children.Any(c => c.Parties.Any(p => Same(p, gone))))
        {
            family.Root.Parties.Where(p => Same(p, gone)).ToList().ForEach(p => Remove(db, family.Root, p));
        }
    }

    private static void Remove(RendaDb db, Loaded member, Party party)
    {
        member.Parties.Remove(party);
        db.Parties.Remove(party);
    }

    private static IEnumerable<Loaded> Both(Family family, Loaded subject) => subject == family.Root ? [subject] : [subject, family.Root];

    private static bool Same(Party one, Party other) => (one.Role, one.PersonId, one.UnitId) == (other.Role, other.PersonId, other.UnitId);
}
