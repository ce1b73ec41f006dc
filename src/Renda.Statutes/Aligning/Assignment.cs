namespace Renda.Statutes.Aligning;

/// <summary>Takes the pairs whose scores sum to the most, each article at most once.</summary>
internal static class Assignment
{
    /// <summary>A pair below this is no pair.</summary>
    public const float Least = 0.25f;
    private const int Largest = 400; // articles that hang together; more are paired greedily

    public static void Choose(Candidate[] candidates, int[] leftOld, int[] leftNew, Matching matched)
    {
        Candidate[] worthy = [.. candidates.Where(c => c.Score >= Least)];
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
        var assigned = Hungarian(cost);
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

    // Shortest augmenting paths with potentials (Jonker and Volgenant); rows ≤ columns. Gives each row its column.
    private static int[] Hungarian(float[,] cost)
    {
        var (rows, columns) = (cost.GetLength(0), cost.GetLength(1));
        var (u, v, rowOf, way) = (new float[rows + 1], new float[columns + 1], new int[columns + 1], new int[columns + 1]);
        var (least, used) = (new float[columns + 1], new bool[columns + 1]);
        for (var r = 1; r <= rows; r++)
        {
            rowOf[0] = r;
            var at = 0;
            Array.Fill(least, float.MaxValue);
            Array.Clear(used);
            do
            {
                used[at] = true;
                var (i, delta, next) = (rowOf[at], float.MaxValue, 0);
                for (var j = 1; j <= columns; j++)
                {
                    if (used[j])
                    {
                        continue;
                    }

                    var reduced = cost[i - 1, j - 1] - u[i] - v[j];
                    if (reduced < least[j])
                    {
                        (least[j], way[j]) = (reduced, at);
                    }

                    if (least[j] < delta)
                    {
                        (delta, next) = (least[j], j);
                    }
                }

                for (var j = 0; j <= columns; j++)
                {
                    if (used[j])
                    {
                        u[rowOf[j]] += delta;
                        v[j] -= delta;
                    }
                    else
                    {
                        least[j] -= delta;
                    }
                }

                at = next;
            }
            while (rowOf[at] != 0);

            for (; at != 0; at = way[at])
            {
                rowOf[at] = rowOf[way[at]];
            }
        }

        var assigned = new int[rows];
        for (var j = 1; j <= columns; j++)
        {
            if (rowOf[j] > 0)
            {
                assigned[rowOf[j] - 1] = j - 1;
            }
        }

        return assigned;
    }
}
