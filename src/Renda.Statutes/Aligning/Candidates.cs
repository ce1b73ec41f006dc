using System.Runtime.InteropServices;

namespace Renda.Statutes.Aligning;

/// <summary>An old and a new article that may belong together, by their places among those left.</summary>
/// <param name="Likeness">0 to 1: how much of the words they share, rare ones counting most.</param>
/// <param name="Score">Likeness, among what else each is like, and place: above 0 more likely one article than not.</param>
[StructLayout(LayoutKind.Auto)]
internal record struct Candidate(int Old, int New, float Likeness, float Score);

/// <summary>The pairs of articles worth weighing.</summary>
internal static class Candidates
{
    private const int Most = 12; // kept for an article
    private const float Least = 0.02f;

    public static Candidate[] Of(Shingles shingles, int[] leftOld, int[] leftNew)
    {
        var postings = Postings(shingles, leftOld.Length, out var from);
        var oldWeights = Totals(leftOld.Length, shingles.Old, shingles);
        var found = new List<Candidate>(leftNew.Length * Most);
        var (shared, touched, row) = (new float[leftOld.Length], new List<int>(), new List<Candidate>());
        for (var j = 0; j < leftNew.Length; j++)
        {
            var weight = 0f;
            foreach (var id in shingles.New(j))
            {
                var tells = shingles.Sharp(id);
                weight += tells;
                for (var p = tells > 0 ? from[id] : from[id + 1]; p < from[id + 1]; p++)
                {
                    if (shared[postings[p]] == 0)
                    {
                        touched.Add(postings[p]);
                    }

                    shared[postings[p]] += tells;
                }
            }

            foreach (var i in touched)
            {
                if (shared[i] / MathF.Sqrt(oldWeights[i] * weight) is var likeness and > Least)
                {
                    row.Add(new Candidate(i, j, likeness, 0));
                }

                shared[i] = 0;
            }

            touched.Clear();
            if (row.Count > Most)
            {
                row.Sort(static (a, b) => b.Likeness.CompareTo(a.Likeness));
                row.RemoveRange(Most, row.Count - Most);
            }

            found.AddRange(row);
            row.Clear();
        }

        return [.. found];
    }

    private static float[] Totals(int count, Func<int, ReadOnlySpan<int>> pairs, Shingles shingles)
    {
        var totals = new float[count];
        for (var i = 0; i < count; i++)
        {
            foreach (var id in pairs(i))
            {
                totals[i] += shingles.Sharp(id);
            }
        }

        return totals;
    }

    private static int[] Postings(Shingles shingles, int oldCount, out int[] from)
    {
        from = new int[shingles.Kinds + 2];
        for (var i = 0; i < oldCount; i++)
        {
            foreach (var id in shingles.Old(i))
            {
                from[id + 2]++;
            }
        }

        for (var id = 2; id < from.Length; id++)
        {
            from[id] += from[id - 1];
        }

        var postings = new int[from[^1]];
        for (var i = 0; i < oldCount; i++)
        {
            foreach (var id in shingles.Old(i))
            {
                postings[from[id + 1]++] = i;
            }
        }

        return postings;
    }
}
