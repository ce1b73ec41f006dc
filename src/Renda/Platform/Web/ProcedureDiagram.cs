using System.Xml.Linq;
using Microsoft.AspNetCore.Html;
using Renda.Procedures.Diagrams;

namespace Renda.Platform.Web;

/// <summary>Shows where a matter stands on its procedure.</summary>
internal static class ProcedureDiagram
{
    private const int LongestLine = 10;
    private const int Near = 3;

    /// <param name="name">Names the drawing to a screen reader, for instance 建议办理程序.</param>
    public static IHtmlContent Draw(string name, StageGraph graph, string current, IReadOnlyCollection<string> visited) =>
        Framed(name, new StageDrawing(graph, new DiagramMarks(current, visited)).Document(name, Describe(graph, current)));

    /// <summary>A procedure with no matter in it; the tables beside it say the same in words.</summary>
    public static IHtmlContent Draw(string name, StageGraph graph) =>
        Framed(name, new StageDrawing(graph).Document(name, $"{graph.Stages.Count} 个环节，详见图旁的表。"));

    private static HtmlString Framed(string name, XElement drawing)
    {
        var frame = new XElement(
            "div", new XAttribute("class", "diagram"), new XAttribute("tabindex", "0"), new XAttribute("role", "region"),
            new XAttribute("aria-label", $"{name}（可左右滚动）"), drawing);
        return new HtmlString(frame.ToString(SaveOptions.DisableFormatting));
    }

    /// <summary>The main stages only, for the steps bar; a current stage beside the main line is put in after the last one passed.</summary>
    public static IReadOnlyList<StandingStep> Standing(StageGraph graph, string current, IReadOnlyCollection<string> visited)
    {
        var line = graph.Main.ToList();
        if (!line.Contains(current, StringComparer.Ordinal) && graph.Stages.FirstOrDefault(s => s.Id == current) is { } beside)
        {
            var passed = line.FindLastIndex(visited.Contains);
            // An exit is final: what would have come after it will not.
            if (beside.End)
                line.RemoveRange(passed + 1, line.Count - passed - 1);
            line.Insert(passed + 1, current);
        }

        return Folded([.. line.Select(id => new StandingStep(graph.Stages.First(s => s.Id == id).Title, State(id, current, visited)))]);
    }

    // Of a long line what is near, and where it leads.
    private static List<StandingStep> Folded(List<StandingStep> line)
    {
        var at = line.FindIndex(s => s.State == StandingState.Current);
        if (line.Count <= LongestLine || at < 0)
        {
            return line;
        }

        var (from, to) = (Math.Max(0, at - Near), Math.Min(line.Count - 1, at + Near));
        return
        [
            .. from > 1 ? [new StandingStep($"前 {from} 个环节", StandingState.Done)] : line[..from],
            .. line[from..(to + 1)],
            .. line.Count - to > 3 ? [new StandingStep($"中间 {line.Count - to - 2} 个环节", StandingState.Ahead), line[^1]] : line[(to + 1)..],
        ];
    }

    private static StandingState State(string stage, string current, IReadOnlyCollection<string> visited) =>
        stage == current ? StandingState.Current
        : visited.Contains(stage) ? StandingState.Done
        : StandingState.Ahead;

    private static string Describe(StageGraph graph, string current)
    {
        var titles = graph.Stages.ToDictionary(s => s.Id, s => s.Title, StringComparer.Ordinal);
        var next = graph.Edges.Where(e => e.From == current).Select(e => $"{e.Title}（到{titles[e.To]}）").ToList();
        return $"现在处于{titles.GetValueOrDefault(current, "未知环节")}。"
            + (next.Count > 0 ? $"下一步可以是：{string.Join("、", next)}。" : graph.Stages.FirstOrDefault(s => s.Id == current) is { End: false } ? "" : "程序到此结束。");
    }
}
