using Renda.Platform.Access;
using Renda.Procedures;

namespace Renda.Platform.Matters;

/// <summary>Who plays which role in a matter. The same answer opens a button, guards the act and fills the to-do list.</summary>
internal static class Casting
{
    /// <summary>The roles an actor plays, each with the post that gives it.</summary>
    public static IReadOnlyDictionary<string, HeldPost?> Roles(Loaded of, Actor actor) =>
        Cast(of.Procedure, role => Plays(role, of.Parties, of.Matter.Private, actor));

    /// <summary>The roles an actor can begin a matter in: those whose posts the actor holds.</summary>
    public static IReadOnlyDictionary<string, HeldPost?> Beginning(Procedure procedure, Actor actor) =>
        Cast(procedure, role => actor.Posts.Where(p => role.Posts.Contains(p.Kind)));

    /// <summary>Roles open to the holders of a post anywhere in the congress.</summary>
    public static bool IsCongressWide(Role role) => role.Party is null;

    /// <summary>The role by which a step is the public's own; null where it is somebody's in post.</summary>
    public static Role? PublicRole(Procedure procedure, string step) =>
        procedure.Steps[step].By is [var only] && procedure.Roles[only] is { Posts: [Posts.Public] } role ? role : null;

    private static Dictionary<string, HeldPost?> Cast(Procedure procedure, Func<Role, IEnumerable<HeldPost?>> plays)
    {
        var cast = new Dictionary<string, HeldPost?>(StringComparer.Ordinal);
        foreach (var role in procedure.Roles.Values)
        {
            foreach (var post in plays(role).Take(1))
            {
                cast[role.Id] = post;
            }
        }

        return cast;
    }

    private static IEnumerable<HeldPost?> Plays(Role role, IReadOnlyCollection<Party> parties, bool isDraft, Actor actor)
    {
        if (IsCongressWide(role))
        {
            return actor.Posts.Where(p => role.Posts.Contains(p.Kind));
        }

        var mine = parties.Where(p => p.Role == role.Party).ToList();
        return mine.Any(p => p.PersonId == actor.PersonId)
            ? actor.Posts.Where(post => (Fits(post) || Posts.GoingOn(role.Posts).Contains(post.Kind)) && !(isDraft && post.Kind == Posts.FormerDeputy)) // A draft is nothing begun yet.
            : actor.Posts.Where(post => Fits(post) && mine.Any(p => p.UnitId == post.UnitId));

        bool Fits(HeldPost post) => role.Posts.Count == 0 || role.Posts.Contains(post.Kind);
    }
}
