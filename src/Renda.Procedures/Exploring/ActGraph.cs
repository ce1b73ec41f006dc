namespace Renda.Procedures;

/// <summary>Which state leads to which, and by which acts.</summary>
internal sealed class ActGraph
{
    private readonly Dictionary<int, HashSet<(int To, string Act)>> onward = [];
    private readonly Dictionary<int, HashSet<int>> back = [];

    public void Add(int from, int to, string act)
    {
        if (Of(onward, from).Add((to, act)))
        {
            Of(back, to).Add(from);
        }
    }

    /// <summary>The states from which one of these can be reached, and these themselves.</summary>
    public HashSet<int> Reaching(IEnumerable<int> ends) => Spread(ends, s => back.GetValueOrDefault(s) ?? []);

    /// <summary>The states that can be reached from this one, and itself.</summary>
    public HashSet<int> Onward(int state) => Spread([state], s => Acts(s).Select(a => a.To));

    /// <summary>Whether some act of this kind can still happen in one of these states or later.</summary>
    public bool Meets(IEnumerable<int> states, Func<string, bool> kind) =>
        Spread(states, s => Acts(s).Select(a => a.To)).Any(s => Acts(s).Any(a => kind(a.Act)));

    /// <summary>Whether anything leads on to another state.</summary>
    public bool Leaves(int state) => Acts(state).Any(a => a.To != state);

    private HashSet<(int To, string Act)> Acts(int state) => onward.GetValueOrDefault(state) ?? [];

    private static HashSet<T> Of<T>(Dictionary<int, HashSet<T>> all, int state) => all.TryGetValue(state, out var known) ? known : all[state] = [];

    private static HashSet<int> Spread(IEnumerable<int> from, Func<int, IEnumerable<int>> next)
    {
        HashSet<int> seen = [.. from];
        var queue = new Queue<int>(seen);
        while (queue.TryDequeue(out var state))
        {
            foreach (var other in next(state).Where(seen.Add))
            {
                queue.Enqueue(other);
            }
        }

        return seen;
    }
}
