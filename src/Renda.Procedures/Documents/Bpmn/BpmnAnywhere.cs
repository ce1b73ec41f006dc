using System.Xml.Linq;
using static Renda.Procedures.Documents.BpmnXml;

namespace Renda.Procedures.Documents;

/// <summary>A step that can be taken in most stages, as an event sub-process: it ends the matter, or is done beside it.</summary>
internal static class BpmnAnywhere
{
    public static BpmnNode Of(Procedure p, Step step, string process)
    {
        var id = $"{process}_anywhere_{step.Id}";
        var graph = new BpmnGraph(id);
        var start = graph.Add(new BpmnNode($"{id}_start", "startEvent", "", "")
        {
            Attributes = [new XAttribute("isInterrupting", step.To.Count > 0)],
            Content = [Model("messageEventDefinition")],
        });
        var task = graph.Add(BpmnProcess.Task(p, step, $"{process}_step_{step.Id}") with { Lane = "" });
        graph.Connect(start, task);
        Lead(graph, p, step, task);
        return new BpmnNode(id, "subProcess", step.Title, "") { Attributes = [new XAttribute("triggeredByEvent", true)], Inner = graph };
    }

    private static void Lead(BpmnGraph graph, Procedure p, Step step, string task)
    {
        var ends = step.To.GroupBy(d => d.Stage).ToList();
        var at = ends.Count > 1 ? graph.Add(new BpmnNode($"{task}_leads", "exclusiveGateway", "", "")) : task;
        if (at != task)
            graph.Connect(task, at);
        if (ends.Count == 0)
            graph.Connect(at, graph.Add(new BpmnNode($"{task}_done", "endEvent", "", "")));
        foreach (var end in ends)
        {
            var when = end.Any(d => d.When is null) ? null : string.Join("，或者", end.Select(d => ConditionText.Of(p, step, d.When!)));
            graph.Connect(at, graph.Add(new BpmnNode($"{task}_to_{end.Key}", "endEvent", p.Stage(end.Key).Title, "")), when, ends.Count > 1 && when is null);
        }
    }
}
