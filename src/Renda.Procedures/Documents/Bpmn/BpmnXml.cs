using System.Xml.Linq;

namespace Renda.Procedures.Documents;

/// <summary>The names BPMN 2.0 gives its elements, and the elements of a process.</summary>
internal static class BpmnXml
{
    public static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static readonly XNamespace Diagram = "http://www.omg.org/spec/BPMN/20100524/DI";
    public static readonly XNamespace Box = "http://www.omg.org/spec/DD/20100524/DC";
    public static readonly XNamespace Line = "http://www.omg.org/spec/DD/20100524/DI";
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public static IEnumerable<XAttribute> Prefixes =>
        new[] { ("bpmn", Bpmn), ("bpmndi", Diagram), ("dc", Box), ("di", Line), ("xsi", Instance) }.Select(p => new XAttribute(XNamespace.Xmlns + p.Item1, p.Item2.NamespaceName));

    public static XElement Model(string name, params object?[] content) => new(Bpmn + name, content);

    public static XElement Process(BpmnProcess process, BpmnPlaces places) => Model(
        "process",
        new XAttribute("id", process.Id), new XAttribute("name", Plain.Text(process.Title)), new XAttribute("isExecutable", false), Documentation(process.Documentation),
        Model("laneSet", new XAttribute("id", $"{process.Id}_lanes"), places.Lanes.Select(Lane)),
        Elements(process.Graph), process.Anywhere.Select(n => Node(n, process.Graph)),
        process.Graph.Nodes.Where(n => n.Note is not null).SelectMany(Annotation));

    private static IEnumerable<XElement> Elements(BpmnGraph graph) => graph.Nodes.Select(n => Node(n, graph)).Concat(graph.Flows.Select(Flow));

    private static XElement Lane(BpmnLane lane) => Model(
        "lane", new XAttribute("id", lane.Id), new XAttribute("name", Plain.Text(lane.Name)), lane.Nodes.Select(n => Model("flowNodeRef", n)));

    private static XElement Node(BpmnNode node, BpmnGraph graph) => Model(
        node.Kind,
        new XAttribute("id", node.Id), node.Name.Length > 0 ? new XAttribute("name", Plain.Text(node.Name)) : null, node.Attributes,
        graph.Flows.Find(f => f.From == node.Id && f.Otherwise) is { } otherwise ? new XAttribute("default", otherwise.Id) : null,
        node.Documentation is { } words ? Documentation(words) : null,
        graph.Flows.Where(f => f.To == node.Id).Select(f => Model("incoming", f.Id)),
        graph.Flows.Where(f => f.From == node.Id).Select(f => Model("outgoing", f.Id)),
        node.Content, node.Inner is { } inner ? Elements(inner) : null);

    private static XElement Flow(BpmnFlow flow) => Model(
        "sequenceFlow",
        new XAttribute("id", flow.Id), flow.Name is { } name ? new XAttribute("name", Plain.Text(name)) : null,
        new XAttribute("sourceRef", flow.From), new XAttribute("targetRef", flow.To),
        flow.When is { } when ? Model("conditionExpression", new XAttribute(Instance + "type", "bpmn:tFormalExpression"), Plain.Text(when)) : null);

    private static IEnumerable<XElement> Annotation(BpmnNode node) =>
    [
        Model("textAnnotation", new XAttribute("id", $"{node.Id}_limit"), Model("text", Plain.Text(node.Note!))),
        Model("association", new XAttribute("id", $"{node.Id}_limits"), new XAttribute("sourceRef", node.Id), new XAttribute("targetRef", $"{node.Id}_limit")),
    ];

    private static XElement Documentation(string words) => Model("documentation", Plain.Text(words));
}
