using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Platform.Notices;

/// <summary>Somebody to be told, by a post held today.</summary>
/// <param name="Unit">The unit told through them; null where it is a matter of their own, which is nothing for the group of any unit.</param>
internal sealed record Recipient(Guid Person, Guid? Unit);

/// <summary>Whom a rung names, as the posts are held today. What is looked up once serves the whole round.</summary>
internal sealed class Recipients(RendaDb db, RuleShelf rules, DateOnly today)
{
    private readonly Dictionary<(int Congress, Guid? Unit, Guid? Person, string Kinds), IReadOnlyList<(Recipient Who, string Kind)>> held = [];
    private readonly Dictionary<(int, Guid), Actor> actors = [];

    /// <summary>Those who may see the matter, or the part of it the target stands in; each person once.</summary>
    /// <param name="sees">What else they must be able to see.</param>
    public async Task<IReadOnlyList<Recipient>> OfAsync(Family family, IReadOnlyList<Target> targets, IReadOnlyList<string> to, Func<MatterView, bool> sees)
    {
        List<Recipient> found = [];
        foreach (var (recipient, of) in await NamedAsync(family, targets, to))
        {
            if (found.All(f => f.Person != recipient.Person) && MatterView.Of(family, await ActorAsync(family.Root.Matter.Congress, recipient.Person), of) is { } view && sees(view))
            {
                found.Add(recipient);
            }
        }

        return found;
    }

    private async Task<List<(Recipient Who, Guid Of)>> NamedAsync(Family family, IReadOnlyList<Target> targets, IReadOnlyList<string> to)
    {
        List<(Recipient, Guid)> named = [];
        var root = family.Root;
        foreach (var place in to)
        {
            Target[] whole = Target.Keeping(root) is { } keeping ? [keeping] : [];
            named.AddRange(place switch
            {
                ReminderPlaces.Awaited => await OfAsync(root.Matter.Congress, targets, heads: false),
                ReminderPlaces.AwaitedHead => await OfAsync(root.Matter.Congress, targets, heads: true),
                ReminderPlaces.Keeping => await OfAsync(root.Matter.Congress, whole, heads: false),
                ReminderPlaces.KeepingHead => await OfAsync(root.Matter.Congress, whole, heads: true),
                _ => [.. (await HeldAsync(root.Matter.Congress, null, null, [place])).Select(h => (h.Who, root.Matter.Id))],
            });
        }

        return named;
    }

    private async Task<IReadOnlyList<(Recipient, Guid)>> OfAsync(int congress, IReadOnlyList<Target> targets, bool heads)
    {
        List<(Recipient, Guid)> found = [];
        foreach (var target in targets)
        {
            var all = await HeldAsync(congress, target.Unit, target.Person, target.Person is null ? target.Posts : [.. Posts.GoingOn([.. target.Posts])]);
            var some = target.Person is not null ? (heads ? [] : all) : [.. all.Where(h => Posts.Heads.Contains(h.Kind) == heads)];
            // A unit without a clerk has its head do the work.
            found.AddRange((some.Count == 0 && !heads ? all : some).Select(h => (h.Who, target.Within)));
        }

        return found;
    }

    private async Task<IReadOnlyList<(Recipient Who, string Kind)>> HeldAsync(int congress, Guid? unit, Guid? person, IReadOnlyList<string> kinds)
    {
        var key = (congress, unit, person, string.Join(' ', kinds));
        if (held.TryGetValue(key, out var known))
        {
            return known;
        }

        var posts = db.Posts.AsNoTracking().Where(p => p.Congress == congress && p.From <= today && (p.To == null || p.To >= today));
        posts = unit is null ? posts : posts.Where(p => p.UnitId == unit);
        posts = person is null ? posts : posts.Where(p => p.PersonId == person);
        // A part without posts is a person's own, or that of all who work for the unit.
        posts = kinds.Count > 0 ? posts.Where(p => kinds.Contains(p.Kind)) : unit is null ? posts : posts.Where(p => !Posts.Personal.Contains(p.Kind));
        var rows = await posts.OrderBy(p => p.Id).Select(p => new { p.PersonId, p.UnitId, p.Kind }).ToListAsync();
        return held[key] = [.. rows.Select(r => (new Recipient(r.PersonId, person is not null || Posts.Personal.Contains(r.Kind) ? null : r.UnitId), r.Kind))];
    }

    private async Task<Actor> ActorAsync(int congress, Guid person) =>
        actors.TryGetValue((congress, person), out var known) ? known : actors[(congress, person)] = await CurrentActor.OfPersonAsync(db, rules, congress, person, today);
}
