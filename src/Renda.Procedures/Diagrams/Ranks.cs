namespace Renda.Procedures.Diagrams;

/// <summary>How many lines lead on to a box at most: the column it stands in.</summary>
internal static class Ranks
{
    /// <param name="order">So that every line that does not lead back goes from an earlier to a later one.</param>
    public static Dictionary<string, int> Of(IEnumerable<string> order, IReadOnlyList<Link> links)
    {
        var onward = links.Where(l => !l.Back).ToLookup(l => l.From, StringComparer.Ordinal);
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var id in order)
        {
            var rank = ranks.TryAdd(id, 0) ? 0 : ranks[id];
            foreach (var link in onward[id])
                ranks[link.To] = Math.Max(ranks.GetValueOrDefault(link.To), rank + 1);
        }

        return ranks;
    }
}
