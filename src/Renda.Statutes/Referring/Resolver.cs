namespace Renda.Statutes.Referring;

/// <summary>Finds the node a reference means.</summary>
internal sealed partial class Resolver
{
    private readonly Statute statute;
    private readonly Dictionary<(int Number, int Suffix), Article> articles = [];
    private readonly Dictionary<(int Parent, Part Part, int Number), int> children = [];
    private readonly Dictionary<int, Article> byNode = [];
    private readonly Dictionary<(Part Part, int Number), List<int>> headings = [];
    private readonly string title;

    public Resolver(Statute statute)
    {
        this.statute = statute;
        HasArticles = statute.Nodes.Any(n => n.Part == Part.Article);
        foreach (var article in HasArticles ? statute.Articles : [])
        {
            articles.TryAdd((article.Number, article.Suffix), article);
            byNode.Add(article.Node, article);
        }

        for (var i = 0; i < statute.Nodes.Count; i++)
        {
            var node = statute.Nodes[i];
            if (node.Number > 0)
            {
                children.TryAdd((node.Parent, node.Part, node.Number), i);
                if (node.IsHeading)
                {
                    (headings.TryGetValue((node.Part, node.Number), out var same) ? same : headings[(node.Part, node.Number)] = []).Add(i);
                }
            }
        }

        title = Naming.Core(statute.Title);
        Amended = statute.Title.LastIndexOf('》') is > 0 and var end ? Naming.Marked(statute.Title.AsSpan(0, end + 1)) : null;
    }

    public bool HasArticles { get; }

    /// <summary>What a decision amends, by its title.</summary>
    public string? Amended { get; }

    public bool IsOwn(string name) => title.Length > 0 && Naming.Core(name) == title;

    /// <summary>The place and the first and last node meant; -1 where this text has none.</summary>
    public (Place From, int Target, int End) Resolve(IReadOnlyList<Step> steps, int node)
    {
        var (target, end, lost) = (-1, -1, false);
        foreach (var step in steps)
        {
            // A text that is one 编 of a code has no heading that says so.
            if (!lost && !(step is { Sign: '本', Level: < Level.Article } && Up(node, PartOf(step.Level)) < 0 && steps.Count > 1))
            {
                (target, end) = step.Sign == '第' ? Ordinal(step, target, node) : Relative(step, node);
                lost = target < 0;
            }
        }

        // What is not there is told as it was said, but from the node where that is 前 or 本.
        return lost ? (Said(steps, Around(steps[0], node)), -1, -1) : (PlaceOf(target), target, end);
    }

    private Place Around(Step first, int node) => first.Level < Level.Article || (first.Sign == '第' && first.Level == Level.Article) ? new Place()
        : PlaceOf(node) is var place && first.Level <= Level.Paragraph ? new Place(Article: place.Article, Suffix: place.Suffix) : place with { Item = 0, Subitem = 0 };

    private int Up(int node, Part part)
    {
        while (node >= 0 && statute.Nodes[node].Part != part)
        {
            node = statute.Nodes[node].Parent;
        }

        return node;
    }

    private int Child(int parent, Part part, int number) => parent < 0 ? -1 : children.GetValueOrDefault((parent, part, number), -1);

    private static Part PartOf(Level level) => level switch
    {
        Level.Article => Part.Article,
        Level.Paragraph => Part.Paragraph,
        Level.Item => Part.Item,
        Level.Subitem => Part.Subitem,
        _ => Part.Book + (level - Level.Book),
    };

    private (int Target, int End) Ordinal(Step step, int within, int node)
    {
        var part = PartOf(step.Level);
        var found = step.Level switch
        {
            Level.Article => articles.TryGetValue((step.Number, step.Suffix), out var article) ? article.Node : -1,
            Level.Paragraph => Child(within >= 0 ? within : Up(node, Part.Article), part, step.Number),
            Level.Item => within >= 0 ? Item(within, step.Number) : Item(Up(node, Part.Paragraph), step.Number) is >= 0 and var near ? near : Item(Up(node, Part.Article), step.Number),
            Level.Subitem => Child(within >= 0 ? within : Up(node, Part.Item), part, step.Number),
            _ => Heading(part, step.Number, within, node),
        };
        return (found, found);
    }

    // 第三条第二项 of an article of several 款: the first of them that has such a 项.
    private int Item(int within, int number)
    {
        if (within < 0 || statute.Nodes[within].Part != Part.Article || Child(within, Part.Item, number) is >= 0)
        {
            return Child(within, Part.Item, number);
        }

        for (var (n, end) = (within + 1, byNode[within].End); n < end; n++)
        {
            if (statute.Nodes[n].Part == Part.Item && statute.Nodes[n].Number == number)
            {
                return n;
            }
        }

        return -1;
    }

    private int Heading(Part part, int number, int within, int node)
    {
        // 本编第三章, else one under the same heading, else the nearest before, else the first.
        for (var above = within >= 0 ? within : node; above >= 0; above = within >= 0 ? -1 : statute.Nodes[above].Parent)
        {
            if (Child(above, part, number) is >= 0 and var found)
            {
                return found;
            }
        }

        if (within >= 0 || !headings.TryGetValue((part, number), out var all))
        {
            return -1;
        }

        var next = all.BinarySearch(node);
        return all[Math.Max(0, (next < 0 ? ~next : next) - 1)];
    }

    private (int Target, int End) Relative(Step step, int node)
    {
        var part = PartOf(step.Level);
        var here = Up(node, part);
        if (here < 0 || step.Sign == '本')
        {
            return (here, here);
        }

        if (step.Level == Level.Article)
        {
            var index = byNode[here].Index;
            return index - step.Number >= 0 ? (statute.Articles[index - step.Number].Node, statute.Articles[index - 1].Node) : (-1, -1);
        }

        var own = statute.Nodes[here];
        var first = own.Number - step.Number > 0 ? Child(own.Parent, part, own.Number - step.Number) : -1;
        return (first, first < 0 ? -1 : Child(own.Parent, part, own.Number - 1));
    }
}
