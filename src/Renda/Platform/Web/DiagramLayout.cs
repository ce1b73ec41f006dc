namespace Renda.Platform.Web;

internal sealed record DiagramStage(string Id, string Title, bool End);

/// <summary>A step that leads from one stage to another.</summary>
internal sealed record DiagramEdge(string From, string To, string Title);

/// <summary>
/// Where each stage of a procedure stands on the drawing: the ordinary course is one line,
/// every other stage hangs below it in a lane of its own, and returns arch above it.
/// </summary>
internal sealed class DiagramLayout
{
    private readonly Dictionary<string, double> columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> lanes = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<DiagramStage> stages;

    public DiagramLayout(IReadOnlyList<DiagramStage> stages, IReadOnlyList<DiagramEdge> edges)
    {
        this.stages = stages;
        var known = stages.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        Edges = [.. edges
            .Where(e => e.From != e.To && known.Contains(e.From) && known.Contains(e.To))
            .GroupBy(e => (e.From, e.To))
            .Select(g => new DiagramEdge(g.Key.From, g.Key.To, string.Join("、", g.Select(e => e.Title).Distinct())))];
        Main = stages.Count == 0 ? [] : FindMain();
        PlaceMain();
        PlaceAside();
        AssignLanes();
        Arches = PackArches();
    }

    /// <summary>Steps between two different stages, one per pair.</summary>
    public IReadOnlyList<DiagramEdge> Edges { get; }

    /// <summary>The ordinary course, from the first stage to the end farthest from it.</summary>
    public IReadOnlyList<string> Main { get; }

    /// <summary>Steps along the main line that return or leap, each with its height above it.</summary>
    public IReadOnlyDictionary<DiagramEdge, int> Arches { get; }

    public int Lanes => lanes.Values.DefaultIfEmpty(0).Max();

    public double LastColumn => columns.Values.DefaultIfEmpty(0).Max();

    public double Column(string stage) => columns[stage];

    /// <summary>0 on the main line, 1 and more below it.</summary>
    public int Lane(string stage) => lanes[stage];

    private List<string> FindMain()
    {
        var (distance, before) = Reach(stages[0].Id);
        var reached = stages.Where(s => distance.ContainsKey(s.Id)).ToList();
        // MaxBy keeps the first of equals, so the order of the file decides.
        var end = (reached.Exists(s => s.End) ? reached.Where(s => s.End) : reached).MaxBy(s => distance[s.Id])!;
        var line = new List<string>();
        for (string? at = end.Id; at is not null; at = before.GetValueOrDefault(at))
            line.Insert(0, at);
        return line;
    }

    private (Dictionary<string, int> Distance, Dictionary<string, string?> Before) Reach(string start)
    {
        var distance = new Dictionary<string, int>(StringComparer.Ordinal) { [start] = 0 };
        var before = new Dictionary<string, string?>(StringComparer.Ordinal) { [start] = null };
        var queue = new Queue<string>([start]);
        while (queue.TryDequeue(out var at))
        {
            foreach (var edge in Edges.Where(e => e.From == at && distance.TryAdd(e.To, distance[at] + 1)))
            {
                before[edge.To] = at;
                queue.Enqueue(edge.To);
            }
        }

        return (distance, before);
    }

    private void PlaceMain()
    {
        for (var i = 0; i < Main.Count; i++)
        {
            columns[Main[i]] = i;
            lanes[Main[i]] = 0;
        }
    }

    /// <summary>Half a column to the right of the stage it is entered from, so that lines from the main line pass beside boxes.</summary>
    private void PlaceAside()
    {
        var queue = new Queue<string>(Main);
        while (queue.TryDequeue(out var at))
        {
            var beside = Math.Floor(columns[at]) == columns[at] ? columns[at] + 0.5 : columns[at] + 1;
            foreach (var edge in Edges.Where(e => e.From == at && columns.TryAdd(e.To, beside)))
                queue.Enqueue(edge.To);
        }

        foreach (var stage in stages)
            columns.TryAdd(stage.Id, 0.5);
    }

    private void AssignLanes()
    {
        var taken = new List<List<(double From, double To)>>();
        foreach (var stage in stages.Where(s => !lanes.ContainsKey(s.Id)).OrderBy(s => Span(s.Id).Width))
            lanes[stage.Id] = 1 + FirstFree(taken, Span(stage.Id).From, Span(stage.Id).To);
    }

    private (double From, double To, double Width) Span(string stage)
    {
        var touched = Edges.Where(e => e.From == stage || e.To == stage)
            .SelectMany(e => new[] { columns[e.From], columns[e.To] })
            .Append(columns[stage] - 0.4).Append(columns[stage] + 0.4).ToList();
        return (touched.Min(), touched.Max(), touched.Max() - touched.Min());
    }

    private Dictionary<DiagramEdge, int> PackArches()
    {
        var taken = new List<List<(double From, double To)>>();
        return Edges
            .Where(e => lanes[e.From] == 0 && lanes[e.To] == 0 && columns[e.To] != columns[e.From] + 1)
            .OrderBy(e => Math.Abs(columns[e.From] - columns[e.To]))
            .ToDictionary(e => e, e => 1 + FirstFree(
                taken, Math.Min(columns[e.From], columns[e.To]) + 0.1, Math.Max(columns[e.From], columns[e.To]) - 0.1));
    }

    private static int FirstFree(List<List<(double From, double To)>> taken, double from, double to)
    {
        var row = taken.FindIndex(r => r.TrueForAll(t => to < t.From || from > t.To));
        if (row < 0)
        {
            row = taken.Count;
            taken.Add([]);
        }

        taken[row].Add((from, to));
        return row;
    }
}
