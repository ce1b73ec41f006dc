using System.Runtime.InteropServices;
using Renda.Statutes.Parsing;

namespace Renda.Statutes.Aligning;

/// <summary>The words of articles without space, signs in one width: what two versions are compared by.</summary>
internal sealed class Folded
{
    private readonly char[] text;
    private readonly int[] starts; // of articles, by segment
    private readonly int[] segments; // in text

    public Folded(IReadOnlyList<Article> articles)
    {
        starts = new int[articles.Count + 1];
        var (room, most) = (0, 1);
        foreach (var article in articles)
        {
            room += article.Words.Length;
            most += article.End - article.Node;
        }

        text = new char[room];
        segments = new int[most + 1];
        var (at, segment) = (0, 0);
        for (var i = 0; i < articles.Count; i++)
        {
            var article = articles[i];
            for (var n = article.Node; n < article.End; n++)
            {
                var node = article.Statute.Nodes[n];
                if (node.Part is Part.Paragraph or Part.Table or Part.Quoted && at > segments[segment])
                {
                    segments[++segment] = at;
                }

                foreach (var c in article.Statute.Text.AsSpan(n == article.Node ? node.Body..node.BodyEnd : node.Label..node.BodyEnd))
                {
                    if (!Blank.Is(c))
                    {
                        text[at++] = Fold(c);
                    }
                }
            }

            segments[++segment] = at;
            starts[i + 1] = segment;
        }
    }

    public int Count => starts.Length - 1;

    public ReadOnlySpan<char> this[int article] => text.AsSpan(segments[starts[article]]..segments[starts[article + 1]]);

    /// <summary>How many 款 an article has, each with its 项.</summary>
    public int Segments(int article) => starts[article + 1] - starts[article];

    public ReadOnlySpan<char> Segment(int article, int which) => text.AsSpan(segments[starts[article] + which]..segments[starts[article] + which + 1]);

    public ulong Hash(int article)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in this[article])
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return hash;
    }

    // （） and (), ： and :, １ and 1 are the same words.
    private static char Fold(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        '〈' => '<',
        '〉' => '>',
        '“' or '”' or '＂' => '"',
        '‘' or '’' => '\'',
        _ => c,
    };
}

/// <summary>Articles whose words are the same: the first with the first, the second with the second.</summary>
internal static class Identical
{
    public static Matching Match(Folded before, Folded after)
    {
        var matching = new Matching(new int[before.Count], new int[after.Count]);
        Array.Fill(matching.ByOld, -1);
        Array.Fill(matching.ByNew, -1);
        var waiting = new Dictionary<ulong, (int First, int Last)>(before.Count);
        var next = new int[before.Count];
        for (var i = 0; i < before.Count; i++)
        {
            ref var queue = ref CollectionsMarshal.GetValueRefOrAddDefault(waiting, before.Hash(i), out var known);
            next[i] = -1;
            if (known && queue.First >= 0)
            {
                next[queue.Last] = i;
            }
            else
            {
                queue.First = i;
            }

            queue.Last = i;
        }

        for (var j = 0; j < after.Count; j++)
        {
            ref var queue = ref CollectionsMarshal.GetValueRefOrNullRef(waiting, after.Hash(j));
            if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref queue) && queue.First >= 0 && before[queue.First].SequenceEqual(after[j]))
            {
                matching.Join(queue.First, j);
                queue.First = next[queue.First];
            }
        }

        return matching;
    }
}
