using Renda.Statutes.Parsing;

namespace Renda.Statutes.Aligning;

/// <summary>
/// The pairs of neighbouring characters in the articles that are left, each weighed by how rare it is. A pair that stands nearly
/// everywhere is left out: it tells nothing and would cost most.
/// </summary>
internal sealed class Shingles
{
    private const long MostWork = 20_000_000;
    private const int MostOthers = 40;
    private readonly float[] weights;
    private readonly Lists articles;
    private readonly Lists segments;
    private readonly int[] firstSegment;
    private readonly int oldCount;

    private Shingles(Lists articles, Lists segments, int[] firstSegment, float[] weights, int oldCount) =>
        (this.articles, this.segments, this.firstSegment, this.weights, this.oldCount) = (articles, segments, firstSegment, weights, oldCount);

    /// <summary>How many different pairs there are.</summary>
    public int Kinds => weights.Length;

    /// <summary>The different pairs of an old article, by its place among those left.</summary>
    public ReadOnlySpan<int> Old(int i) => articles[i];

    public ReadOnlySpan<int> New(int j) => articles[oldCount + j];

    /// <summary>The segments (款) of an old article: from and until, for <see cref="Segment"/>.</summary>
    public (int From, int Until) OldSegments(int i) => (firstSegment[i], firstSegment[i + 1]);

    public (int From, int Until) NewSegments(int j) => OldSegments(oldCount + j);

    /// <summary>The different pairs of one segment.</summary>
    public ReadOnlySpan<int> Segment(int segment) => segments[segment];

    /// <summary>How much a pair tells; 0 where it stands nearly everywhere.</summary>
    public float Weight(int id) => weights[id];

    /// <summary>The same for likeness: a pair of characters that two articles alone share says more than ten that many have.</summary>
    public float Sharp(int id) => weights[id] * weights[id] * weights[id];

    public static Shingles Of(Folded before, int[] leftOld, Folded after, int[] leftNew)
    {
        var count = leftOld.Length + leftNew.Length;
        var (room, parts) = (0, 0);
        for (var k = 0; k < count; k++)
        {
            var (texts, article) = k < leftOld.Length ? (before, leftOld[k]) : (after, leftNew[k - leftOld.Length]);
            room += texts[article].Length;
            parts += texts.Segments(article);
        }

        var table = new ShingleTable(room);
        var (articles, segments, firstSegment) = (new Lists(room, count), new Lists(room, parts), new int[count + 1]);
        for (var k = 0; k < count; k++)
        {
            var (texts, article) = k < leftOld.Length ? (before, leftOld[k]) : (after, leftNew[k - leftOld.Length]);
            for (var s = 0; s < texts.Segments(article); s++)
            {
                var words = texts.Segment(article, s);
                for (var c = 0; c + 1 < words.Length; c++)
                {
                    if (Numeral.IsNumeral(words[c]) || Numeral.IsNumeral(words[c + 1]))
                    {
                        continue; // 第三十六条, 五万元以上: numbers change most and tell least
                    }

                    var (id, first, again) = table.Meet(((uint)words[c] << 16) | words[c + 1], k, segments.Count, k < leftOld.Length);
                    if (first)
                    {
                        articles.Add(id);
                    }

                    if (!again)
                    {
                        segments.Add(id);
                    }
                }

                segments.End();
            }

            articles.End();
            firstSegment[k + 1] = segments.Count;
        }

        var others = Elsewhere(table, after, leftNew, count);
        return new Shingles(articles, segments, firstSegment, table.Weights(count, others, MostWork), leftOld.Length);
    }

    // Where few articles are left, what is common is told by the others: 应当 and 人民政府 stand in most.
    private static int Elsewhere(ShingleTable table, Folded after, int[] leftNew, int count)
    {
        var step = Math.Max(1, (after.Count - leftNew.Length) / Math.Max(1, MostOthers - count));
        var (left, others) = (leftNew.ToHashSet(), 0);
        for (var j = 0; j < after.Count && count + others < MostOthers; j += step)
        {
            if (!left.Contains(j))
            {
                var words = after[j];
                for (var c = 0; c + 1 < words.Length; c++)
                {
                    table.Elsewhere(((uint)words[c] << 16) | words[c + 1], count + others);
                }

                others++;
            }
        }

        return others;
    }

    // Lists one after the other in one array.
    private sealed class Lists(int room, int count)
    {
        private readonly int[] items = new int[room];
        private readonly int[] ends = new int[count + 1];

        public int Count { get; private set; }

        public ReadOnlySpan<int> this[int list] => items.AsSpan(ends[list]..ends[list + 1]);

        public void Add(int item) => items[ends[Count + 1]++] = item;

        public void End()
        {
            if (++Count < count)
            {
                ends[Count + 1] = ends[Count];
            }
        }
    }
}
