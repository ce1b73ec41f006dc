namespace Renda.Statutes.Aligning;

/// <summary>Which chapters belong together: articles that surely do speak for theirs.</summary>
internal sealed class Chapters
{
    private const float LeastVote = 0.15f;
    private const float Unknown = 0.5f; // where a text has no chapters
    private readonly int[] old;
    private readonly int[] @new;
    private readonly Dictionary<(int Old, int New), float> votes = [];
    private readonly Dictionary<int, float> ofOld = [];
    private readonly Dictionary<int, float> ofNew = [];

    private Chapters(Statute old, Statute @new) => (this.old, this.@new) = (Heads(old), Heads(@new));

    public static Chapters Of(Statute old, Statute @new, Matching matched, IEnumerable<(int Old, int New, float Likeness)> best)
    {
        var chapters = new Chapters(old, @new);
        for (var i = 0; i < matched.ByOld.Length; i++)
        {
            if (matched.ByOld[i] >= 0)
            {
                chapters.Vote(i, matched.ByOld[i], 1);
            }
        }

        foreach (var (i, j, likeness) in best)
        {
            if (likeness > LeastVote)
            {
                chapters.Vote(i, j, Math.Min(1, 2 * likeness));
            }
        }

        return chapters;
    }

    /// <summary>0 to 1: how much of the smaller of their chapters went into the other.</summary>
    public float Together(int i, int j)
    {
        var (a, b) = (old[i], @new[j]);
        return a < 0 || b < 0 ? Unknown : (votes.GetValueOrDefault((a, b)) + 0.3f) / (Math.Min(ofOld.GetValueOrDefault(a), ofNew.GetValueOrDefault(b)) + 1);
    }

    private void Vote(int i, int j, float weight)
    {
        var (a, b) = (old[i], @new[j]);
        votes[(a, b)] = votes.GetValueOrDefault((a, b)) + weight;
        ofOld[a] = ofOld.GetValueOrDefault(a) + weight;
        ofNew[b] = ofNew.GetValueOrDefault(b) + weight;
    }

    // The 编, 分编 or 章 an article stands in; a 节 is too small to tell by.
    private static int[] Heads(Statute statute)
    {
        var (heads, head, article) = (new int[statute.Articles.Count], -1, 0);
        for (var n = 0; n < statute.Nodes.Count && article < heads.Length; n++)
        {
            head = statute.Nodes[n].Part is Part.Book or Part.Division or Part.Chapter ? n : head;
            if (statute.Articles[article].Node == n)
            {
                heads[article++] = head;
            }
        }

        return heads;
    }
}
