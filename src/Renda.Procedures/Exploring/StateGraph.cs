namespace Renda.Procedures;

/// <summary>The states found, each with the act that first led to it, and which lead where.</summary>
internal sealed class StateGraph
{
    /// <summary>Nothing has begun.</summary>
    public const int First = 0;

    // Where every state that goes wrong still leads on, so many are compared to print a short path.
    private const int Compared = 100;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<(int From, string Act)> reached = [(First, "")];
    private readonly List<int> ending = [];

    /// <summary>Which state leads to which.</summary>
    public ActGraph Graph { get; } = new();

    /// <summary>How many there are.</summary>
    public int Count => reached.Count;

    /// <summary>The number of the state with this key, and whether it is new.</summary>
    public (int State, bool Fresh) Lead(int from, string key)
    {
        if (numbers.TryGetValue(key, out var known))
        {
            return (known, false);
        }

        var state = numbers[key] = reached.Count;
        reached.Add((from, ""));
        return (state, true);
    }

    /// <summary>Names the act that first led to a state, and says whether nothing follows.</summary>
    public void Tell(int state, string act, bool ended)
    {
        reached[state] = (reached[state].From, act);
        if (ended)
        {
            ending.Add(state);
        }
    }

    /// <summary>The way to a state that no end can be reached from, as a counterexample: to one that leads nowhere if there is one.</summary>
    public string? Stuck() => Worst(Graph, Enumerable.Range(First, Count), ending) is { } worst ? Path(worst) : null;

    /// <summary>Of states that cannot reach an end, the one that leads to the fewest others; null where all can.</summary>
    public static int? Worst(ActGraph graph, IEnumerable<int> states, IEnumerable<int> ends)
    {
        var safe = graph.Reaching(ends);
        List<int> unsafeStates = [.. states.Where(s => !safe.Contains(s))];
        return unsafeStates.Count == 0 ? null
            : unsafeStates.Exists(s => !graph.Leaves(s)) ? unsafeStates.Find(s => !graph.Leaves(s))
            : unsafeStates.TakeLast(Compared).MinBy(s => graph.Onward(s).Count);
    }

    /// <summary>The acts that first led to a state.</summary>
    public string Path(int state)
    {
        List<string> acts = [];
        for (var at = state; at != First; at = reached[at].From)
        {
            acts.Add(reached[at].Act);
        }

        acts.Reverse();
        return acts.Count == 0 ? "一开始就走不下去" : string.Join(" → ", acts);
    }
}
