using Renda.Procedures;

namespace Renda.Platform.Access;

/// <summary>The procedures somebody oversees by the posts held, the children's included.</summary>
/// <param name="Whole">By procedure: true where no act is hidden from the roles the posts give.</param>
internal sealed record Oversight(IReadOnlyDictionary<string, bool> Whole)
{
    public static readonly Oversight None = new(new Dictionary<string, bool>());

    public static Oversight Of(RuleBook book, string jurisdiction, DateOnly day, IReadOnlyList<HeldPost> posts)
    {
        List<string> kinds = [.. posts.Select(p => p.Kind)];
        var whole = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var procedure in book.LookedAfterBy(jurisdiction, day).Where(p => p.Overseers.Overlaps(kinds)))
        {
            var roles = procedure.Roles.Values.Where(r => r.Party is null && r.Posts.Any(kinds.Contains)).Select(r => r.Id).ToHashSet();
            foreach (var id in procedure.Children.Keys.Prepend(procedure.Id))
            {
                whole[id] = !procedure.Hides(roles) && whole.GetValueOrDefault(id, true);
            }
        }

        return new Oversight(whole);
    }
}
