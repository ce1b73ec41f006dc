namespace Renda.Procedures;

/// <summary>The figures on file, and those any procedure has by itself. Immutable.</summary>
public sealed class FigureBook
{
    /// <summary>No figures.</summary>
    public static readonly FigureBook Empty = new([], []);

    private readonly Dictionary<string, Figure> byKey;

    private FigureBook(IReadOnlyList<Figure> figures, IReadOnlyList<RuleProblem> problems)
    {
        (Figures, Problems) = (figures, problems);
        byKey = figures.ToDictionary(f => f.Key, StringComparer.Ordinal);
    }

    /// <summary>All of them: those on file in the order of the files, then those any procedure has.</summary>
    public IReadOnlyList<Figure> Figures { get; }

    /// <summary>What was wrong with files; none of such a file's figures is there.</summary>
    public IReadOnlyList<RuleProblem> Problems { get; }

    /// <summary>Null where there is none of that key.</summary>
    public Figure? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The figure that once had this key; or null.</summary>
    public Figure? RenamedTo(string key) => Figures.FirstOrDefault(f => f.Once.Contains(key));

    /// <summary>Reads files strictly; what one names must be among the procedures or the other figures.</summary>
    /// <param name="posts">The kinds of post there are.</param>
    public static FigureBook Load(IEnumerable<RuleFile> files, RuleBook book, IReadOnlySet<string> posts)
    {
        List<RuleProblem> problems = [];
        List<(Figure Figure, RuleNode Node)> read = [];
        foreach (var file in files)
        {
            try
            {
                read.AddRange(new FigureReader(book, posts).Read(RuleNode.Parse(file)));
            }
            catch (RuleException e)
            {
                problems.Add(e.Problem);
            }
        }

        Dictionary<string, Figure> named = new(StringComparer.Ordinal);
        foreach (var (figure, node) in read)
        {
            if (!named.TryAdd(figure.Key, figure))
            {
                problems.Add(node.Error($"数字“{figure.Key}”写了两次。").Problem);
            }
        }

        foreach (var (figure, node) in read)
        {
            problems.AddRange(((string?[])[figure.From, figure.Among]).OfType<string>().Select(k => Wrong(k, named, node)).OfType<RuleProblem>());
        }

        var broken = problems.Select(p => p.Path).ToHashSet(StringComparer.Ordinal);
        List<Figure> good = [.. read.Where(r => !broken.Contains(r.Node.Path)).Select(r => r.Figure)];
        good.RemoveAll(f => f.From is { } from && !good.Any(g => g.Key == from));
        return new FigureBook([.. good, .. GeneralFigures.Of(book)], problems);
    }

    // What is worked out from others stands one step above what is counted: so there are no circles.
    private static RuleProblem? Wrong(string key, Dictionary<string, Figure> named, RuleNode node) =>
        !named.TryGetValue(key, out var other) ? node.Error($"数字“{key}”没有定义。").Problem
        : other.From is not null ? node.Error($"“{key}”自己也是由别的数字算出的，这里要写直接统计的数字。").Problem
        : null;
}
