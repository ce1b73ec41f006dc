namespace Renda.Statutes.Aligning;

/// <summary>Takes the pairs whose scores sum to the most, each article at most once.</summary>
internal static class Assignment
{
    /// <summary>A pair below this is no pair.</summary>
    public const float Least = 0.27f;
    private const float LeastOfBest = 0.4f; // of the best likeness either article has: below that it belongs there, as a part
    private const int Largest = 400; // articles that hang together; more are paired greedily

    public static void Choose(Candidate[] candidates, int[] leftOld, int[] leftNew, Matching matched)
    {
        var (bestOld, bestNew) = (new float[leftOld.Length], new float[leftNew.Length]);
        foreach (var c in candidates)
        {
            bestOld[c.Old] = Math.Max(bestOld[c.Old], c.Likeness);
            bestNew[c.New] = Math.Max(bestNew[c.New], c.Likeness);
        }

        Candidate[] worthy = [.. candidates.Where(c => c.Score >= Least && c.Likeness >= LeastOfBest * Math.Max(bestOld[c.Old], bestNew[c.New]))];
        foreach (var group in Groups(worthy, leftOld.Length, leftNew.Length))
        {
            foreach (var (i, j) in group.Count <= 1 ? [(group[0].Old, group[0].New)] : Best(group))
            {
                matched.Join(leftOld[i], leftNew[j]);
            }
        }
    }

    private static Dictionary<int, List<Candidate>>.ValueCollection Groups(Candidate[] worthy, int oldCount, int newCount)
    {
        var parent = new int[oldCount + newCount];
        for (var i = 0; i < parent.Length; i++)
        {
            parent[i] = i;
        }

        foreach (var c in worthy)
        {
            parent[Root(parent, c.Old)] = Root(parent, oldCount + c.New);
        }

        var groups = new Dictionary<int, List<Candidate>>();
        foreach (var c in worthy)
        {
            var root = Root(parent, c.Old);
            (groups.TryGetValue(root, out var group) ? group : groups[root] = []).Add(c);
        }

        return groups.Values;
    }

    private static int Root(int[] parent, int node)
    {
        while (parent[node] != node)
        {
            node = parent[node] = parent[parent[node]];
        }

        return node;
    }

    private static List<(int Old, int New)> Best(List<Candidate> group)
    {
        int[] rows = [.. group.Select(c => c.Old).Distinct()], columns = [.. group.Select(c => c.New).Distinct()];
        if (rows.Length > Largest || columns.Length > Largest)
        {
            return Greedy(group);
        }

        // Each row may also stay alone: a column of its own that costs nothing.
        var row = rows.Select((old, at) => (old, at)).ToDictionary(p => p.old, p => p.at);
        var column = columns.Select((@new, at) => (@new, at)).ToDictionary(p => p.@new, p => p.at);
        var cost = new float[rows.Length, columns.Length + rows.Length];
        foreach (var c in group)
        {
            cost[row[c.Old], column[c.New]] = -c.Score;
        }

        var chosen = new List<(int, int)>();
        var assigned = Hungarian.Solve(cost);
        for (var r = 0; r < rows.Length; r++)
        {
            if (assigned[r] < columns.Length && cost[r, assigned[r]] < 0)
            {
                chosen.Add((rows[r], columns[assigned[r]]));
            }
        }

        return chosen;
    }

    private static List<(int, int)> Greedy(List<Candidate> group)
    {
        var (old, @new, chosen) = (new HashSet<int>(), new HashSet<int>(), new List<(int, int)>());
        foreach (var c in group.OrderByDescending(c => c.Score).ThenBy(c => c.Old).ThenBy(c => c.New))
        {
            if (!old.Contains(c.Old) && @new.Add(c.New))
            {
                old.Add(c.Old);
                chosen.Add((c.Old, c.New));
            }
        }

        return chosen;
    }
}
