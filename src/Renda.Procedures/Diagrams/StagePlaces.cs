namespace Renda.Procedures.Diagrams;

/// <summary>
/// Where each stage stands: as far to the right as steps lead to it, long procedures broken into bands like a text into lines.
/// The ordinary course is the first row of its band, other stages stand below it; those no arrow touches come last.
/// </summary>
internal static class StagePlaces
{
    public const double Width = 88, Height = 40;

    /// <param name="widest">How many columns at most.</param>
    public static IReadOnlyList<Box> Of(StageGraph graph, int widest)
    {
        var linked = graph.Edges.SelectMany(e => new[] { e.From, e.To }).ToHashSet(StringComparer.Ordinal);
        var ranks = Ranks.Of(graph.Stages.Select(s => s.Id), [.. graph.Edges.Select(e => new Link(e.From, e.To, !graph.Onward(e)))]);
        var length = ranks.Where(r => linked.Contains(r.Key)).Select(r => r.Value + 1).DefaultIfEmpty(1).Max();
        var columns = (int)Math.Ceiling(length / Math.Ceiling((double)length / widest));
        var boxes = new List<Box>();
        foreach (var band in graph.Stages.Where(s => linked.Contains(s.Id)).GroupBy(s => ranks[s.Id] / columns).OrderBy(b => b.Key))
            Place(boxes, band.OrderBy(s => graph.Main.Contains(s.Id) ? 0 : 1), s => ranks[s.Id] % columns, graph.Main);
        foreach (var row in graph.Stages.Where(s => !linked.Contains(s.Id)).Chunk(columns))
            Place(boxes, row, s => Array.IndexOf(row, s), []);
        return boxes;
    }

    private static void Place(List<Box> boxes, IEnumerable<DiagramStage> stages, Func<DiagramStage, int> column, IReadOnlyList<string> main)
    {
        var top = boxes.Select(b => b.Row + 1).DefaultIfEmpty(0).Max();
        var below = top;
        foreach (var stage in stages)
        {
            var straight = main.Contains(stage.Id);
            below = straight ? top + 1 : below;
            var row = straight ? top : Enumerable.Range(below, int.MaxValue - below).First(r => !boxes.Exists(b => b.Row == r && b.Column == column(stage)));
            boxes.Add(new Box(stage.Id, column(stage), row, Width, Height, stage.End ? Outline.Round : Outline.Rectangle));
        }
    }
}
