namespace Renda.Procedures.Diagrams;

/// <summary>A stage as a box of a drawing.</summary>
public sealed record DiagramStage(string Id, string Title, bool End);

/// <summary>A step that leads from one stage to another.</summary>
/// <param name="Ordinary">It is what the stage waits for, or the stage waits for nothing in particular.</param>
/// <param name="Use">How it is marked by how often it was taken (<c>edge-unused</c>, <c>edge-use-3</c>); null where nobody counted.</param>
public sealed record DiagramEdge(string From, string To, string Title, bool Ordinary = true, string? Use = null);

/// <summary>A procedure as boxes and arrows: what is drawn of it, before it has a place on paper.</summary>
public sealed class StageGraph
{
    private readonly Dictionary<string, int> order;

    /// <summary>A graph of these stages in the order they are drawn.</summary>
    /// <param name="edges">Those to unknown stages and to the stage itself are left out; those between the same two become one.</param>
    /// <param name="notes">What is said under the drawing.</param>
    public StageGraph(IReadOnlyList<DiagramStage> stages, IEnumerable<DiagramEdge> edges, IReadOnlyList<string>? notes = null)
    {
        (Stages, Notes) = (stages, notes ?? []);
        order = stages.Select((s, i) => (s.Id, i)).ToDictionary(s => s.Id, s => s.i, StringComparer.Ordinal);
        Edges = [.. edges
            .Where(e => e.From != e.To && order.ContainsKey(e.From) && order.ContainsKey(e.To))
            .GroupBy(e => (e.From, e.To))
            .Select(g => new DiagramEdge(g.Key.From, g.Key.To, string.Join("、", g.Select(e => e.Title).Distinct()), g.Any(e => e.Ordinary), g.Select(e => e.Use).FirstOrDefault(u => u is not null)))];
        Main = stages.Count == 0 ? [] : FindMain();
    }

    /// <summary>The boxes.</summary>
    public IReadOnlyList<DiagramStage> Stages { get; }

    /// <summary>The arrows, one from a stage to another.</summary>
    public IReadOnlyList<DiagramEdge> Edges { get; }

    /// <summary>Steps not drawn as arrows because they can be taken nearly everywhere.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The ordinary course, from the first stage to the end farthest from it.</summary>
    public IReadOnlyList<string> Main { get; }

    /// <summary>The graph of a procedure.</summary>
    public static StageGraph Of(Procedure procedure)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        return new StageGraph(
            [.. procedure.Stages.Select(s => new DiagramStage(s.Id, s.Title, s.End))],
            from step in procedure.Steps.Values
            where !WideSteps.Has(procedure, step)
            from to in step.To
            from stage in procedure.Stages
            where step.From.Contains(stage.Id)
            select new DiagramEdge(stage.Id, to.Stage, step.Title, IsOrdinary(procedure, stage, step)),
            WideSteps.Notes(procedure));
    }

    // What a stage waits for may leave it where it is, such as the yearly look at somebody; then whatever is not grave leads on.
    private static bool IsOrdinary(Procedure procedure, Stage stage, Step step)
    {
        var awaited = stage.Awaits.Select(a => procedure.Steps[a.Step]).Where(s => s.To.Any(d => d.Stage != stage.Id)).ToList();
        return awaited.Count == 0 ? !step.Grave : awaited.Contains(step);
    }

    /// <summary>Whether an arrow leads on, and not back to an earlier stage.</summary>
    public bool Onward(DiagramEdge edge)
    {
        ArgumentNullException.ThrowIfNull(edge);
        return order[edge.To] > order[edge.From];
    }

    // Fewest detours first: a leap nobody waits for is shorter, and not the ordinary course.
    private List<string> FindMain()
    {
        var cost = new Dictionary<string, (int Detours, int Length)>(StringComparer.Ordinal) { [Stages[0].Id] = (0, 0) };
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        while (Edges.FirstOrDefault(e => Cost(e) is { } next && (!cost.TryGetValue(e.To, out var known) || next.CompareTo(known) < 0)) is { } better)
        {
            cost[better.To] = Cost(better)!.Value;
            before[better.To] = better.From;
        }

        var reached = Stages.Where(s => cost.ContainsKey(s.Id)).ToList();
        // MinBy keeps the first of equals, so the order of the file decides.
        var end = (reached.Exists(s => s.End) ? reached.Where(s => s.End) : reached).MinBy(s => (cost[s.Id].Detours, -cost[s.Id].Length))!;
        var line = new List<string>();
        for (string? at = end.Id; at is not null; at = before.GetValueOrDefault(at))
            line.Insert(0, at);
        return line;

        (int Detours, int Length)? Cost(DiagramEdge e) =>
            cost.TryGetValue(e.From, out var from) ? (from.Detours + (e.Ordinary ? 0 : 1), from.Length + 1) : null;
    }
}
