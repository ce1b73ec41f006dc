using System.Xml.Linq;
using Renda.Procedures.Diagrams;

namespace Renda.Procedures.Documents;

/// <summary>An element of a BPMN process with its place in a lane.</summary>
/// <param name="Kind">The name of the element, for instance userTask.</param>
internal sealed record BpmnNode(string Id, string Kind, string Name, string Lane)
{
    public string? Documentation { get; init; }

    /// <summary>What stands in a text annotation below it.</summary>
    public string? Note { get; init; }

    public IReadOnlyList<XAttribute> Attributes { get; init; } = [];

    /// <summary>What follows the flows: an event definition or the marker of several instances.</summary>
    public IReadOnlyList<XElement> Content { get; init; } = [];

    /// <summary>What an event sub-process holds.</summary>
    public BpmnGraph? Inner { get; init; }

    public bool IsEvent => Kind is "startEvent" or "endEvent";

    public bool IsGateway => Kind is "exclusiveGateway" or "parallelGateway";

    public (double Width, double Height, Outline Outline) Size =>
        IsEvent ? (36, 36, Outline.Round) : IsGateway ? (50, 50, Outline.Diamond) : (100, 80, Outline.Rectangle);
}

/// <summary>A sequence flow.</summary>
internal sealed record BpmnFlow(string Id, string From, string To, string? When = null, bool Otherwise = false)
{
    /// <summary>What is written beside it; the whole condition stands in the file.</summary>
    public string? Name => Otherwise ? "其余" : When is { Length: > 18 } ? $"{Plain.Cut(When, 17)}…" : When;
}

/// <summary>Nodes in the order of the work, and the flows between them.</summary>
internal sealed record BpmnGraph(string Id)
{
    private readonly Dictionary<string, int> order = new(StringComparer.Ordinal);

    public List<BpmnNode> Nodes { get; } = [];

    public List<BpmnFlow> Flows { get; } = [];

    public string Add(BpmnNode node)
    {
        order.Add(node.Id, Nodes.Count);
        Nodes.Add(node);
        return node.Id;
    }

    public void Connect(string from, string to, string? when = null, bool otherwise = false) =>
        Flows.Add(new BpmnFlow($"{Id}_flow_{Flows.Count + 1}", from, to, when, otherwise));

    public Link Link(BpmnFlow flow) => new(flow.From, flow.To, order[flow.To] <= order[flow.From]);
}
