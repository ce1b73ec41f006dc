namespace Renda.Procedures.Diagrams;

/// <summary>How often matters went from one stage to another by a step.</summary>
public sealed record Traffic(string From, string To, string Step, int Count);

/// <summary>A procedure as it is really gone through: the arrows of the file with how often each was taken, and those taken beside them.</summary>
public static class FlowGraph
{
    private const int Widest = 5;

    /// <summary>The graph of a procedure with its traffic.</summary>
    /// <param name="stage">The title of a stage the procedure does not have.</param>
    /// <param name="step">The title of a step the procedure does not have.</param>
    public static StageGraph Of(Procedure procedure, IReadOnlyList<Traffic> traffic, Func<string, string> stage, Func<string, string> step)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        var planned = Open(procedure);
        var drawn = traffic.Where(t => t.From.Length > 0 && !(procedure.Steps.TryGetValue(t.Step, out var known) && WideSteps.Has(procedure, known))).ToList();
        var most = drawn.GroupBy(t => (t.From, t.To)).Select(g => g.Sum(t => t.Count)).DefaultIfEmpty(1).Max();
        var strange = drawn.SelectMany(t => new[] { t.From, t.To }).Where(s => planned.Stages.All(p => p.Id != s)).Distinct(StringComparer.Ordinal);
        return new StageGraph(
            [.. planned.Stages, .. strange.Select(s => new DiagramStage(s, stage(s), End: false))],
            [
                .. drawn.GroupBy(t => (t.From, t.To)).Select(g => Edge(procedure, planned, g, most, step)),
                .. planned.Edges.Where(e => !drawn.Exists(t => t.From == e.From && t.To == e.To)).Select(e => e with { Use = "edge-unused" }),
            ],
            planned.Notes);
    }

    // What happens in private is not counted, so it is not drawn.
    private static StageGraph Open(Procedure procedure)
    {
        var whole = StageGraph.Of(procedure);
        return new StageGraph([.. whole.Stages.Where(s => !procedure.Stage(s.Id).Private)], whole.Edges, whole.Notes);
    }

    private static DiagramEdge Edge(Procedure procedure, StageGraph planned, IGrouping<(string From, string To), Traffic> taken, int most, Func<string, string> title)
    {
        var count = taken.Sum(t => t.Count);
        var plan = planned.Edges.FirstOrDefault(e => e.From == taken.Key.From && e.To == taken.Key.To);
        var steps = taken.OrderByDescending(t => t.Count).Select(t => procedure.Steps.TryGetValue(t.Step, out var known) ? known.Title : title(t.Step)).Distinct(StringComparer.Ordinal);
        // The square root keeps rare ways apart that a straight measure would all draw as hair lines.
        var width = 1 + (int)Math.Round((Widest - 1) * Math.Sqrt((double)count / most));
        return new DiagramEdge(
            taken.Key.From, taken.Key.To, $"{count:N0} {string.Join("、", steps)}", plan?.Ordinary ?? false, $"edge-use-{width}{(plan is null ? " edge-outside" : "")}");
    }
}
