namespace Renda.Modules.Procedures.Flow;

/// <summary>So many days, so often. Small however many matters are counted.</summary>
internal sealed class Histogram(IEnumerable<(int Days, int Count)> days)
{
    private readonly SortedDictionary<int, int> counts = new(days.GroupBy(d => d.Days).ToDictionary(g => g.Key, g => g.Sum(d => d.Count)));

    public int Count => counts.Values.Sum();

    /// <summary>The days within which that share was done (nearest rank).</summary>
    public int Within(double share)
    {
        var (needed, seen) = (Math.Max(1, (int)Math.Ceiling(share * Count)), 0);
        return counts.First(c => (seen += c.Value) >= needed).Key;
    }
}
