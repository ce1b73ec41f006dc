using Renda.Statutes.Aligning;
using Renda.Statutes.Parsing;

namespace Renda.Statutes.Referring;

/// <summary>What a place of the old text is in the new one.</summary>
internal sealed class Successors(Statute old, Statute @new, IReadOnlyList<Link> links)
{
    private const double LeastLikeness = 0.4;
    private readonly ILookup<int, Article?> articles = links.Where(l => l.Old is not null).ToLookup(l => l.Old!.Node, l => l.New);
    private readonly Dictionary<int, Article> oldArticles = old.Articles.ToDictionary(a => a.Node);
    private readonly Resolver here = new(@new);

    /// <summary>Null where the reference says in the new text what it said in the old.</summary>
    public BrokenReference? Judge(Reference was, Reference now)
    {
        var (first, last) = (Of(was.Target), was.To is null ? null : Of(was.TargetEnd));
        if (first is null || (was.To is not null && last is null))
        {
            return null; // A heading: nothing is known of it.
        }

        if (first.Count == 0 || last is { Count: 0 })
        {
            return new BrokenReference(now, was.From, BreakKind.Deleted, []);
        }

        var (from, to) = (first[0], last is null ? -1 : last[0]);
        if (from < 0 || (last is not null && to < 0))
        {
            return new BrokenReference(now, was.From, BreakKind.Unsure, []);
        }

        if (first.Count > 1)
        {
            if (now.Relative && first.Contains(now.Target))
            {
                return null;
            }

            return new BrokenReference(now, was.From, BreakKind.Split, [.. first.Where(n => n >= 0).Select(n => Say(n, now, was))]);
        }

        if (now.Target == from && (last is null || now.TargetEnd == to))
        {
            return null;
        }

        return new BrokenReference(now, was.From, BreakKind.Renumbered, [last is null ? Say(from, now, was) : $"{Say(from, now, was)}至{here.PlaceOf(to)}"]);
    }

    // As it is said in the article the words stand in: 本条第二款, else with the article's number. What was not said is not added.
    private string Say(int node, Reference now, Reference was)
    {
        var place = here.PlaceOf(node);
        var own = here.PlaceOf(now.Node);
        place = place is { Item: > 0, Subitem: 0 } && !was.Words(old).Contains('款', StringComparison.Ordinal) && Meant(node) ? place with { Paragraph = 0 } : place;
        return (place.Article, place.Suffix) == (own.Article, own.Suffix) && place.Paragraph > 0 ? $"本条{place with { Article = 0, Suffix = 0 }}" : place.ToString();
    }

    // 第三条第二项 said without its 款 means this one.
    private bool Meant(int node)
    {
        var place = here.PlaceOf(node);
        return here.Resolve([new Step(Level.Article, '第', place.Article, place.Suffix, 0), new Step(Level.Item, '第', place.Item, 0, 0)], node).Target == node;
    }

    /// <summary>The nodes it became: none where it is gone, -1 where nobody knows; null for a heading.</summary>
    private List<int>? Of(int node)
    {
        var article = node;
        while (article >= 0 && old.Nodes[article].Part != Part.Article)
        {
            article = old.Nodes[article].Parent;
        }

        if (article < 0 || !oldArticles.ContainsKey(article))
        {
            return null;
        }

        var became = articles[article].Where(a => a is not null).Select(a => a!.Node).ToList();
        if (node == article)
        {
            return became;
        }

        // Of several articles those that have the words; if none has, nobody knows.
        List<int> parts = [.. became.Select(a => Within(node, a)).Where(n => n >= 0)];
        return became.Count == 0 ? [] : parts.Count == 0 ? [-1] : parts;
    }

    private int Within(int node, int newArticle)
    {
        var oldParent = old.Nodes[node].Parent;
        var newParent = old.Nodes[oldParent].Part == Part.Article ? newArticle : Within(oldParent, newArticle);
        if (newParent < 0)
        {
            return -1;
        }

        var part = old.Nodes[node].Part;
        var (before, after) = (Among(old, oldParent, part), Among(@new, newParent, part));
        var words = Blank.Squeeze(old.Words(node));
        var same = after.Where(n => Blank.Squeeze(@new.Words(n)) == words).ToList();
        var place = before.IndexOf(node);
        if (same.Count == 1)
        {
            return same[0];
        }

        // As many as before: the one in its place. Else the one that is alike, where one is.
        return before.Count == after.Count && place >= 0 ? after[place] : same.Count > 1 && place < after.Count && same.Contains(after[place]) ? after[place] : Alike(words, after);
    }

    private int Alike(string words, List<int> among)
    {
        var pairs = Pairs(words);
        var (best, likeness, second) = (-1, 0.0, 0.0);
        foreach (var n in among)
        {
            var other = Pairs(Blank.Squeeze(@new.Words(n)));
            var share = pairs.Count + other.Count == 0 ? 0 : 2.0 * pairs.Count(other.Contains) / (pairs.Count + other.Count);
            (best, likeness, second) = share > likeness ? (n, share, likeness) : (best, likeness, Math.Max(second, share));
        }

        return likeness >= LeastLikeness && likeness >= 1.5 * second ? best : -1;
    }

    private static HashSet<(char, char)> Pairs(string words) => [.. Enumerable.Range(0, Math.Max(0, words.Length - 1)).Select(i => (words[i], words[i + 1]))];

    private static List<int> Among(Statute statute, int parent, Part part)
    {
        var found = new List<int>();
        for (var n = parent + 1; parent >= 0 && n < statute.Nodes.Count && statute.Nodes[n].Part is Part.Paragraph or Part.Item or Part.Subitem or Part.Table or Part.Quoted; n++)
        {
            if (statute.Nodes[n].Parent == parent && statute.Nodes[n].Part == part)
            {
                found.Add(n);
            }
        }

        return found;
    }
}
