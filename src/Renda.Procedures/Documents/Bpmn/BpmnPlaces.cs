using Renda.Procedures.Diagrams;

namespace Renda.Procedures.Documents;

/// <summary>Whose work it is: a lane with the nodes and rows it holds.</summary>
internal sealed record BpmnLane(string Id, string Name, IReadOnlyList<string> Nodes, int First, int Last);

/// <summary>Where the nodes of a process stand: in the column of their turn, in the lane of who acts. A limit stands below its task.</summary>
internal sealed class BpmnPlaces
{
    private const double NoteWidth = 130, NoteLetter = 13, NoteLine = 16;
    private static readonly Spacing Spacing = new(Before: 18, After: 78, Pitch: 9, Above: 16, Below: 16, Rise: 12, Beside: 10);
    private readonly List<Box> boxes = [];
    private readonly List<BpmnLane> lanes = [];

    public BpmnPlaces(BpmnGraph graph)
    {
        Graph = graph;
        var links = graph.Flows.Select(graph.Link).Distinct().ToList();
        var ranks = Ranks.Of(graph.Nodes.Select(n => n.Id), links);
        foreach (var lane in graph.Nodes.GroupBy(n => n.Lane))
            Fill(lane.Key, [.. lane], ranks);
        Layout = new Layout(boxes, links, Spacing);
    }

    public BpmnGraph Graph { get; }

    public Layout Layout { get; }

    public IReadOnlyList<BpmnLane> Lanes => lanes;

    public static string NoteOf(string node) => $"{node}_limit";

    private void Fill(string lane, IReadOnlyList<BpmnNode> nodes, Dictionary<string, int> ranks)
    {
        var first = boxes.Select(b => b.Row + 1).DefaultIfEmpty(0).Max();
        foreach (var node in nodes)
        {
            var column = ranks[node.Id];
            var row = Enumerable.Range(first, int.MaxValue - first).First(r => !Taken(r, column) && (node.Note is null || !Taken(r + 1, column)));
            boxes.Add(new Box(node.Id, column, row, node.Size.Width, node.Size.Height, node.Size.Outline));
            if (node.Note is { } note)
                boxes.Add(new Box(NoteOf(node.Id), column, row + 1, NoteWidth, note.Split('\n').Sum(l => Lettering.Wrap(l, NoteLetter, NoteWidth - 10).Count) * NoteLine + 10));
        }

        lanes.Add(new BpmnLane($"{Graph.Id}_lane_{lanes.Count + 1}", lane, [.. nodes.Select(n => n.Id)], first, boxes.Max(b => b.Row)));
    }

    private bool Taken(int row, int column) => boxes.Exists(b => b.Row == row && b.Column == column);
}
