using System.Globalization;
using System.Xml.Linq;
using Renda.Procedures.Diagrams;

namespace Renda.Procedures.Documents;

/// <summary>The picture of the processes: diagram interchange, one pool below the other.</summary>
internal sealed class BpmnPlane(XAttribute element)
{
    private const double Head = 30, Apart = 50, Padding = 20;
    private readonly XElement plane = new(BpmnXml.Diagram + "BPMNPlane", new XAttribute("id", "plane"), element);
    private double top;

    public XElement Diagram() => new(BpmnXml.Diagram + "BPMNDiagram", new XAttribute("id", "diagram"), plane);

    public void Pool(string participant, BpmnPlaces places, IReadOnlyList<BpmnNode> anywhere)
    {
        var (layout, inner) = (places.Layout, anywhere.Select(n => (Node: n, Places: new BpmnPlaces(n.Inner!))).ToList());
        var strip = inner.Select(i => i.Places.Layout.Height + (2 * Padding)).DefaultIfEmpty(0).Max();
        var width = Math.Max(layout.Width, inner.Sum(i => i.Places.Layout.Width + (2 * Padding)) + Padding) + (2 * Padding);
        Shape(participant, new Area(0, top, width + (2 * Head), layout.Height + strip), new XAttribute("isHorizontal", true));
        foreach (var lane in places.Lanes)
            Shape(lane.Id, new Area(Head, top + layout.Top(lane.First), width + Head, layout.Top(lane.Last + 1) - layout.Top(lane.First)), new XAttribute("isHorizontal", true));
        Graph(places, (2 * Head) + Padding, top);
        top += layout.Height;
        var left = (2 * Head) + Padding;
        foreach (var (node, within) in inner)
        {
            var area = new Area(left, top + (Padding / 2), within.Layout.Width + Padding, within.Layout.Height + Padding);
            Shape(node.Id, area, new XAttribute("isExpanded", true));
            Graph(within, area.X + (Padding / 2), area.Y + Padding);
            left = area.Right + Padding;
        }

        top += strip + Apart;
    }

    private void Graph(BpmnPlaces places, double x, double y)
    {
        foreach (var node in places.Graph.Nodes)
        {
            var area = Moved(places.Layout[node.Id], x, y);
            Shape(node.Id, area, node.Kind == "exclusiveGateway" ? new XAttribute("isMarkerVisible", true) : null, Beneath(node, area));
            if (node.Note is null)
                continue;
            var note = Moved(places.Layout[BpmnPlaces.NoteOf(node.Id)], x, y);
            Shape(BpmnPlaces.NoteOf(node.Id), note);
            Edge($"{node.Id}_limits", [new Point(area.MiddleX, area.Bottom), new Point(note.MiddleX, note.Y)]);
        }

        var written = new Dictionary<(Point Tip, string Name), double>();
        foreach (var flow in places.Graph.Flows)
        {
            var route = places.Layout.Route(places.Graph.Link(flow)).Select(p => new Point(p.X + x, p.Y + y)).ToList();
            Edge(flow.Id, route, flow.Name is { } name ? Beside(name, route[^1], written) : null);
        }
    }

    private static Area Moved(Area area, double x, double y) => new(area.X + x, area.Y + y, area.Width, area.Height);

    private static XElement? Beneath(BpmnNode node, Area area) =>
        node.Name.Length > 0 && (node.IsEvent || node.IsGateway) ? Label(new Area(area.MiddleX - 45, area.Bottom + 3, 90, 14)) : null;

    // Over the last piece of the line, where the arrow arrives; what other lines that join there say stands above.
    private static XElement Beside(string name, Point tip, Dictionary<(Point Tip, string Name), double> written)
    {
        var height = Lettering.Wrap(name, 11, 66).Count * 13;
        if (!written.TryGetValue((tip, name), out var y))
            written[(tip, name)] = y = written.Where(w => w.Key.Tip == tip).Select(w => w.Value).DefaultIfEmpty(tip.Y).Min() - height - 3;
        return Label(new Area(tip.X - 76, y, 66, height));
    }

    private static XElement Label(Area area) => new(BpmnXml.Diagram + "BPMNLabel", Bounds(area));

    private void Shape(string of, Area area, params object?[] content) => plane.Add(new XElement(
        BpmnXml.Diagram + "BPMNShape", new XAttribute("id", $"{of}_shape"), new XAttribute("bpmnElement", of),
        content.OfType<XAttribute>(), Bounds(area), content.OfType<XElement>()));

    private void Edge(string of, IEnumerable<Point> points, XElement? label = null) => plane.Add(new XElement(
        BpmnXml.Diagram + "BPMNEdge", new XAttribute("id", $"{of}_edge"), new XAttribute("bpmnElement", of),
        points.Select(p => new XElement(BpmnXml.Line + "waypoint", Is("x", p.X), Is("y", p.Y))), label));

    private static XElement Bounds(Area area) => new(BpmnXml.Box + "Bounds", Is("x", area.X), Is("y", area.Y), Is("width", area.Width), Is("height", area.Height));

    private static XAttribute Is(string name, double value) => new(name, Math.Round(value, 1).ToString(CultureInfo.InvariantCulture));
}
