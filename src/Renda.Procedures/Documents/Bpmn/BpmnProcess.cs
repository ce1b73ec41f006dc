using System.Xml.Linq;
using Renda.Procedures.Diagrams;
using static Renda.Procedures.Documents.BpmnXml;

namespace Renda.Procedures.Documents;

/// <summary>
/// A procedure as a BPMN process: steps are tasks, a stage that leaves a choice is an exclusive gateway, a stage with one way on
/// is the flow itself, and what can be done nearly everywhere is an event sub-process.
/// </summary>
internal sealed class BpmnProcess
{
    private readonly Procedure p;
    private readonly BpmnLimits limits;

    public BpmnProcess(Procedure procedure, Procedure? whole = null)
    {
        p = procedure;
        Id = whole is null ? procedure.Id : Child(whole, procedure.Id);
        (Graph, limits) = (new BpmnGraph(Id), new BpmnLimits(procedure, Flowing));
        foreach (var step in p.Steps.Values.Where(s => s.Begins))
            Begin(step);
        foreach (var stage in p.Stages.Where(s => !s.End))
            Rest(stage);
        foreach (var stage in p.Stages.Where(s => s.End))
            End(stage);
    }

    public string Id { get; }

    public string Title => p.Title;

    public BpmnGraph Graph { get; }

    /// <summary>Event sub-processes: what can be done whatever the stage.</summary>
    public IReadOnlyList<BpmnNode> Anywhere => [.. p.Steps.Values.Where(s => !Flowing(s)).Select(s => BpmnAnywhere.Of(p, s, Id))];

    public string Documentation => string.Join('\n', new[] { p.Note is { } note ? note : "", $"依据：{p.Law}，自 {p.InForce:yyyy-MM-dd} 起适用。" }.Concat(limits.Unplaced).Where(l => l.Length > 0));

    public static string Child(Procedure whole, string child) => $"{whole.Id}_{child}";

    public static BpmnNode Task(Procedure p, Step step, string id) => new(id, "userTask", step.Title, p.Roles[step.By[0]].Title)
    {
        Documentation = string.Join('\n', new[] { $"由{string.Join("、", step.By.Select(r => p.Roles[r].Title))}办。", $"依据：{step.Basis}。", step.Hint ?? "" }.Where(l => l.Length > 0)),
    };

    // A step possible nearly everywhere that goes on to a stage which is no end is an ordinary task: an event sub-process cannot lead back.
    private bool Flowing(Step step) => !WideSteps.Has(p, step) || step.To.Any(d => !p.Stage(d.Stage).End);

    private static bool Stays(Step step) => step.To.Count == 0 || step.To[^1].When is not null;

    private void Begin(Step step)
    {
        var start = Graph.Add(new BpmnNode($"{Id}_start_{step.Id}", "startEvent", "", p.Roles[step.By[0]].Title));
        Graph.Connect(start, Do(step, null));
    }

    private void Rest(Stage stage)
    {
        var steps = Leaving(stage).ToList();
        if (Only(stage) is null)
        {
            var role = stage.Awaits.Count > 0 ? stage.Awaits[0].Role : steps.FirstOrDefault()?.By[0] ?? p.Roles.Keys.First();
            Graph.Add(new BpmnNode(Entry(stage.Id), "exclusiveGateway", stage.Title, p.Roles[role].Title));
        }

        foreach (var step in steps.Where(s => Stays(s) || p.Stages.Last(x => s.From.Contains(x.Id)) == stage))
        {
            var task = Do(step, stage);
            foreach (var from in (Stays(step) ? [stage] : p.Stages.Where(s => step.From.Contains(s.Id))).Where(s => Only(s) is null))
                Graph.Connect(Entry(from.Id), task);
        }
    }

    private string Do(Step step, Stage? stage)
    {
        var id = Named(step, stage);
        Graph.Add(Task(p, step, id) with { Note = limits.Of(step) });
        var at = Open(step, id);
        var ways = step.To.GroupBy(d => d.Stage).Select(g => (Stage: g.Key, When: g.Any(d => d.When is null) ? null : string.Join("，或者", g.Select(d => ConditionText.Of(p, step, d.When!))))).ToList();
        if (Stays(step) && stage is not null && ways.TrueForAll(w => w.Stage != stage.Id))
            ways.Add((stage.Id, null));
        if (ways.Count > 1)
        {
            var choice = Graph.Add(new BpmnNode($"{id}_leads", "exclusiveGateway", "", p.Roles[step.By[0]].Title));
            Graph.Connect(at, choice);
            at = choice;
        }

        foreach (var (to, when) in ways)
            Graph.Connect(at, Entry(to), when, ways.Count > 1 && when is null);
        return id;
    }

    /// <summary>The parallel work a step opens goes its own way beside what follows.</summary>
    private string Open(Step step, string task)
    {
        var opened = step.Opens.Select(o => o.Child).Where(p.Children.ContainsKey).Distinct().ToList();
        if (opened.Count == 0)
            return task;
        var (lane, fork) = (p.Roles[step.By[0]].Title, $"{task}_opens");
        Graph.Connect(task, Graph.Add(new BpmnNode(fork, "parallelGateway", "", lane)));
        foreach (var child in opened)
        {
            var call = Graph.Add(new BpmnNode($"{fork}_{child}", "callActivity", p.Children[child].Title, lane)
            {
                Attributes = [new XAttribute("calledElement", Child(p, child))],
                Content = step.Opens.Any(o => o.Child == child && (o.Each is not null || o.Weekly is not null)) ? [Model("multiInstanceLoopCharacteristics")] : [],
            });
            Graph.Connect(fork, call);
            Graph.Connect(call, Graph.Add(new BpmnNode($"{call}_ended", "endEvent", "", lane)));
        }

        return fork;
    }

    // Where a matter ends, the parallel work that is still open ends with it.
    private void End(Stage stage)
    {
        if (Graph.Flows.Find(f => f.To == Entry(stage.Id)) is { } into)
            Graph.Add(new BpmnNode(Entry(stage.Id), "endEvent", stage.Title, Graph.Nodes.Find(n => n.Id == into.From)!.Lane) { Content = p.Children.Count > 0 ? [Model("terminateEventDefinition")] : [] });
    }

    private IEnumerable<Step> Leaving(Stage stage) => p.Steps.Values.Where(s => s.From.Contains(stage.Id) && Flowing(s));

    /// <summary>The one step that leads on from a stage; null where there is a choice.</summary>
    private Step? Only(Stage stage) => !stage.End && Leaving(stage).ToList() is [var step] && !Stays(step) && step.To.All(d => d.Stage != stage.Id) ? step : null;

    private string Entry(string stage) => Only(p.Stage(stage)) is { } step ? Named(step, null) : $"{Id}_stage_{stage}";

    private string Named(Step step, Stage? stage) => Stays(step) && stage is not null && step.From.Count > 1 ? $"{Id}_step_{step.Id}_{stage.Id}" : $"{Id}_step_{step.Id}";
}
