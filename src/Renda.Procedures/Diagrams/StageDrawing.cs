using System.Xml.Linq;

namespace Renda.Procedures.Diagrams;

/// <summary>Where a matter stands: the stage it is in and those it has been in.</summary>
public sealed record DiagramMarks(string Current, IReadOnlyCollection<string> Visited);

/// <summary>Writes the SVG of a procedure. Colours are the page's: the elements only carry classes.</summary>
public sealed class StageDrawing
{
    private const double Small = 11, NoteHeight = 20, Margin = 2, Plainly = 13, Head = 8, Apart = 10, Page = 1050;
    private static readonly Spacing Spacing = new(Before: 12, After: 56, Pitch: 7, Above: 18, Below: 10, Rise: 16, Beside: 9);

    private static readonly int[] Columns = [6, 5, 4, 3];

    private readonly StageGraph graph;
    private readonly DiagramMarks? marks;
    private readonly Layout layout;
    private readonly Dictionary<string, string> titles;
    private readonly List<Area> written = [];
    private readonly HashSet<(Link Joined, string Title)> said = [];

    /// <summary>Lays out a graph.</summary>
    /// <param name="marks">Null draws the procedure itself, with no matter in it.</param>
    public StageDrawing(StageGraph graph, DiagramMarks? marks = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        (this.graph, this.marks) = (graph, marks);
        titles = graph.Stages.ToDictionary(s => s.Id, s => s.Title, StringComparer.Ordinal);
        List<Link> links = [.. graph.Edges.Select(Link)];
        // Many lines side by side take room as well: as many columns as fit on a page.
        var fitting = Columns.Select(c => new Layout(StagePlaces.Of(graph, c), links, Spacing)).ToList();
        layout = fitting.Find(l => l.Width <= Page) ?? fitting[^1];
        Notes = [.. graph.Notes.SelectMany(n => Lettering.Wrap(n, Plainly, Math.Max(layout.Width - 8, 400)))];
    }

    /// <summary>How wide it is.</summary>
    public double Width => Math.Max(layout.Width, Notes.Select(n => Lettering.Width(n, Plainly)).DefaultIfEmpty(0).Max() + 8) + (2 * Margin);

    /// <summary>How high it is, with what is said under it.</summary>
    public double Height => layout.Height + (2 * Margin) + (Notes.Count * NoteHeight) + (Notes.Count > 0 ? Apart : 0);

    private IReadOnlyList<string> Notes { get; }

    /// <summary>The drawing as a document of its own.</summary>
    /// <param name="name">Names it to a screen reader, for instance 建议办理程序.</param>
    public XElement Document(string name, string description) => Svg.Element(
        "svg",
        new XAttribute("role", "img"), new XAttribute("aria-label", Plain.Text($"{name}。{description}")),
        Svg.Is("width", Width), Svg.Is("height", Height), new XAttribute("viewBox", $"0 0 {Svg.Number(Width)} {Svg.Number(Height)}"),
        Svg.Element("title", Plain.Text(name)), Svg.Element("desc", Plain.Text(description)), Content());

    /// <summary>The drawing without a frame. The ways out of the current stage come over the other lines, words over all lines.</summary>
    internal XElement Content() => Svg.Element(
        "g", new XAttribute("transform", $"translate({Margin} {Margin})"),
        Ordered.Select(e => Edge(e, Line(e))), graph.Stages.Select(Stage), Ordered.Select(e => Label(e) is { } label ? Edge(e, [label]) : null),
        Notes.Select((n, i) => Svg.Text(n, 4, layout.Height + Apart + ((i + 1) * NoteHeight) - 6, "start")));

    private IEnumerable<DiagramEdge> Ordered => graph.Edges.OrderBy(e => e.From == marks?.Current);

    private Link Link(DiagramEdge edge) => new(edge.From, edge.To, !graph.Onward(edge));

    private XElement Edge(DiagramEdge edge, IEnumerable<XElement> content) =>
        Svg.Element("g", new XAttribute("class", $"edge{(edge.From == marks?.Current ? " edge-next" : Taken(edge) ? " edge-taken" : edge.Use is { } use ? $" {use}" : "")}"), content);

    private IEnumerable<XElement> Line(DiagramEdge edge) =>
        Svg.Arrow(layout.Route(Link(edge))).Prepend(Svg.Element("title", Plain.Text($"{titles[edge.From]} → {titles[edge.To]}：{edge.Title}")));

    // Having been at both ends of a return does not show that it was taken; of an onward step it does.
    private bool Taken(DiagramEdge edge) =>
        marks is not null && graph.Onward(edge) && marks.Visited.Contains(edge.From) && (marks.Visited.Contains(edge.To) || edge.To == marks.Current);

    // On the longest level piece of the line that has no words on it yet. Lines that join say the same but once.
    private XElement? Label(DiagramEdge edge)
    {
        if (!said.Add((Link(edge) with { From = "" }, edge.Title)))
            return null;
        var route = layout.Route(Link(edge));
        var level = route.Zip(route.Skip(1)).Where(p => p.First.Y == p.Second.Y).OrderByDescending(p => Math.Abs(p.First.X - p.Second.X));
        return level.Select(p => Write(edge.Title, p.First, p.Second, p.Second == route[^1] ? Head : 0)).FirstOrDefault(t => t is not null);
    }

    private XElement? Write(string title, Point a, Point b, double head)
    {
        var text = Lettering.Fit(title, Small, Math.Abs(a.X - b.X) - head - 2);
        var (middle, width) = ((a.X + b.X - head) / 2, Lettering.Width(text, Small));
        var area = new Area(middle - (width / 2), a.Y - Small - 3, width, Small);
        if (text.Length == 0 || written.Exists(w => w.X < area.Right && area.X < w.Right && w.Y < area.Bottom && area.Y < w.Bottom))
            return null;
        written.Add(area);
        return Svg.Text(text, middle, a.Y - 4);
    }

    private XElement Stage(DiagramStage stage)
    {
        var area = layout[stage.Id];
        var rows = Lettering.Title(stage.Title);
        return Svg.Element(
            "g", new XAttribute("class", $"stage{State(stage.Id)}"), Svg.Element("title", Plain.Text(stage.Title)),
            Svg.Element("rect", Svg.Is("x", area.X), Svg.Is("y", area.Y), Svg.Is("width", area.Width), Svg.Is("height", area.Height), Svg.Is("rx", stage.End ? area.Height / 2 : 4)),
            rows.Select((r, i) => Svg.Text(r, area.MiddleX, area.MiddleY + 5 + ((i - ((rows.Count - 1) / 2.0)) * 16))));
    }

    private string State(string stage) =>
        marks is null ? "" : stage == marks.Current ? " stage-current" : marks.Visited.Contains(stage) ? " stage-done" : " stage-ahead";
}
