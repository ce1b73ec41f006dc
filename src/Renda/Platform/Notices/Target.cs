using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Platform.Notices;

/// <summary>Whom something waits for: a person, a unit, or whoever holds one of the posts.</summary>
/// <param name="Within">The matter or the part it waits in.</param>
internal sealed record Target(Guid Within, Guid? Person, Guid? Unit, IReadOnlyList<string> Posts)
{
    /// <summary>Those who can stop a limit: whom the matter waits for with a step that does, otherwise those who take the first such step.</summary>
    public static IReadOnlyList<Target> Of(Family family, Loaded member, TimeLimit limit)
    {
        List<(Loaded In, string Role)> roles =
        [
            .. Awaited(family, member).Where(a => limit.Until.Contains(a.Step)).Select(a => (member, a.Role)),
            .. from child in member == family.Root ? family.Children : []
               from awaited in Awaited(family, child)
               where limit.Until.Contains($"{child.Matter.Part ?? child.Procedure.Id}.{awaited.Step}")
               select (child, awaited.Role),
        ];
        if (roles.Count == 0)
        {
            // A promise runs on while the deputy is asked what to think of the reply: it stays the unit's.
            roles.AddRange(limit.Until.Where(member.Procedure.Steps.ContainsKey).Take(1).SelectMany(s => member.Procedure.Steps[s].By).Select(r => (member, r)));
        }

        return [.. (roles.Count > 0 ? roles : Awaited(family, member).Select(a => (member, a.Role))).SelectMany(r => In(r.Item1, r.Item2))];
    }

    /// <summary>Everybody with a part that the matter or parallel work in it waits for; where it is about one part, those of that part.</summary>
    public static IReadOnlyList<Target> Parties(Family family, Loaded subject) =>
        [.. (subject == family.Root ? family.All : [subject]).SelectMany(m => Awaited(family, m).Where(a => m.Procedure.Roles[a.Role].Party is not null).SelectMany(a => In(m, a.Role)))];

    /// <summary>The office that looks after the procedure: its first role that is nobody's part and no personal post. Null where there is none.</summary>
    public static Target? Keeping(Loaded root) =>
        root.Procedure.Roles.Values.FirstOrDefault(r => r.Party is null && r.Posts.Count > 0 && !r.Posts.All(Access.Posts.Personal.Contains)) is { } role
            ? new Target(root.Matter.Id, null, null, role.Posts)
            : null;

    private static IEnumerable<Awaited> Awaited(Family family, Loaded member) => member.Matter.Ended ? [] : member.Procedure.Awaiting(family.State(member));

    private static IEnumerable<Target> In(Loaded member, string id)
    {
        var role = member.Procedure.Roles[id];
        return role.Party is null
            ? [new Target(member.Matter.Id, null, null, role.Posts)]
            : member.Parties.Where(p => p.Role == role.Party).Select(p => new Target(member.Matter.Id, p.PersonId, p.UnitId, role.Posts));
    }
}
