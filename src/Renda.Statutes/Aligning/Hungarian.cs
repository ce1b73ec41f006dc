namespace Renda.Statutes.Aligning;

/// <summary>The assignment of least cost, by shortest augmenting paths with potentials (Jonker and Volgenant 1987).</summary>
internal static class Hungarian
{
    /// <summary>The column of each row; there are at least as many columns as rows.</summary>
    public static int[] Solve(float[,] cost)
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
