using Microsoft.AspNetCore.Html;

namespace Renda.Platform.Web;

/// <summary>Draws where a matter stands on its procedure.</summary>
internal static class ProcedureDiagram
{
    /// <param name="name">Names the drawing to a screen reader, for instance 建议办理程序.</param>
    public static IHtmlContent Draw(
        string name,
        IReadOnlyList<DiagramStage> stages,
        IReadOnlyList<DiagramEdge> edges,
        string current,
        IReadOnlyCollection<string> visited)
    {
        var titles = stages.ToDictionary(s => s.Id, s => s.Title, StringComparer.Ordinal);
        var drawing = new DiagramDrawing(new DiagramLayout(stages, edges), titles, current);
        foreach (var edge in drawing.Layout.Edges)
            drawing.Line(edge, Onward(edge, drawing.Layout) && visited.Contains(edge.From) && (visited.Contains(edge.To) || edge.To == current));
        foreach (var stage in stages)
            drawing.Box(stage, State(stage.Id, current, visited));
        return drawing.Finish(name, Describe(titles, current, drawing.Layout));
    }

    /// <summary>The main stages only, for the steps bar; a current stage beside the main line is put in after the last one passed.</summary>
    public static IReadOnlyList<StandingStep> Standing(
        IReadOnlyList<DiagramStage> stages,
        IReadOnlyList<DiagramEdge> edges,
        string current,
        IReadOnlyCollection<string> visited)
    {
        var line = new DiagramLayout(stages, edges).Main.ToList();
        if (!line.Contains(current, StringComparer.Ordinal) && stages.Any(s => s.Id == current))
        {
            var ended = stages.First(s => s.Id == current).End;
            var passed = line.FindLastIndex(visited.Contains);
            // An exit is final: what would have come after it will not.
            if (ended)
                line.RemoveRange(passed + 1, line.Count - passed - 1);
            line.Insert(passed + 1, current);
        }

        return [.. line.Select(id => new StandingStep(stages.First(s => s.Id == id).Title, State(id, current, visited)))];
    }

    // Having been at both ends of a return does not show that it was taken; of an onward step it does.
    private static bool Onward(DiagramEdge edge, DiagramLayout layout) => layout.Column(edge.To) > layout.Column(edge.From);

    private static StandingState State(string stage, string current, IReadOnlyCollection<string> visited) =>
        stage == current ? StandingState.Current
        : visited.Contains(stage) ? StandingState.Done
        : StandingState.Ahead;

    private static string Describe(Dictionary<string, string> titles, string current, DiagramLayout layout)
    {
        var next = layout.Edges.Where(e => e.From == current).Select(e => $"{e.Title}（到{titles[e.To]}）").ToList();
        return $"现在处于{titles.GetValueOrDefault(current, "未知环节")}。"
            + (next.Count == 0 ? "程序到此结束。" : $"下一步可以是：{string.Join("、", next)}。");
    }
}
