namespace Renda.Statutes.Aligning;

/// <summary>Takes the pairs whose scores sum to the most, each article at most once.</summary>
internal static class Assignment
{
    private const float Least = -0.5f; // a pair less likely than this is none
    private const float LeastLikeness = 0.05f; // and one that shares less, however alone both stand
    private const int Largest = 400; // articles that hang together; more are paired greedily

    /// <summary>What is matched, and the pairs chosen beside; the matching given stays as it is.</summary>
    public static Matching Choose(Candidate[] candidates, int[] leftOld, int[] leftNew, Matching matched)
    {
        var chosen = new Matching([.. matched.ByOld], [.. matched.ByNew]);
        Candidate[] worthy = [.. candidates.Where(c => c.Score > Least && c.Likeness > LeastLikeness)];
        foreach (var group in Groups(worthy, leftOld.Length, leftNew.Length))
        {
            foreach (var (i, j) in group.Count <= 1 ? [(group[0].Old, group[0].New)] : Best(group))
            {
                chosen.Join(leftOld[i], leftNew[j]);
            }
        }

        return chosen;
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
            cost[row[c.Old], column[c.New]] = Least - c.Score;
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
