namespace Renda.Procedures;

/// <summary>The states found, each with the act that first led to it, and which lead where.</summary>
internal sealed class StateGraph
{
    /// <summary>Nothing has begun.</summary>
    public const int First = 0;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<(int From, string Act)> reached = [(First, "")];
    private readonly List<List<int>> before = [[]];
    private readonly List<int> ending = [];

    /// <summary>How many there are.</summary>
    public int Count => reached.Count;

    /// <summary>One state leads to another; the other's number where it was not known.</summary>
    public int? Lead(int from, string key)
    {
        if (numbers.TryGetValue(key, out var known))
        {
            before[known].Add(from);
            return null;
        }

        numbers[key] = reached.Count;
        reached.Add((from, ""));
        before.Add([from]);
        return reached.Count - 1;
    }

    /// <summary>Names the act that led to a state, and says whether nothing follows.</summary>
    public void Tell(int state, string act, bool ended)
    {
        reached[state] = (reached[state].From, act);
        if (ended)
        {
            ending.Add(state);
        }
    }

    /// <summary>The way to a state that no end can be reached from, as a counterexample.</summary>
    public string? Stuck()
    {
        var safe = new HashSet<int>(ending);
        var queue = new Queue<int>(ending);
        while (queue.TryDequeue(out var state))
        {
            foreach (var source in before[state].Where(safe.Add))
            {
                queue.Enqueue(source);
            }
        }

        return Enumerable.Range(First, Count).Where(s => !safe.Contains(s)).Select(Path).FirstOrDefault();
    }

    private string Path(int state)
    {
        List<string> acts = [];
        for (var at = state; at != First; at = reached[at].From)
        {
            acts.Insert(0, reached[at].Act);
        }

        return acts.Count == 0 ? "一开始就走不下去" : string.Join(" → ", acts);
    }
}
