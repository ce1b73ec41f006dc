namespace Renda.Procedures.Diagrams;

/// <summary>
/// Boxes in a grid and the lines between them, with their measures. Columns and rows are as wide and high as their largest box
/// needs; the channels between them as their lines need. The drawing and the BPMN file are both laid out here.
/// </summary>
internal sealed class Layout
{
    private readonly Dictionary<string, Box> boxes;
    private readonly Routes routes;
    private readonly Spacing spacing;
    private readonly double[] columns;
    private readonly double[] rows;
    private readonly double[] widths;
    private readonly double[] heights;

    public Layout(IReadOnlyList<Box> boxes, IReadOnlyList<Link> links, Spacing spacing)
    {
        this.boxes = boxes.ToDictionary(b => b.Id, StringComparer.Ordinal);
        this.spacing = spacing;
        routes = new Routes(boxes, links);
        widths = Largest(boxes, b => b.Column, b => b.Width);
        heights = Largest(boxes, b => b.Row, b => b.Height);
        columns = Starts(widths, c => Channel(true, c));
        rows = Starts(heights, r => Channel(false, r));
    }

    /// <summary>With the channel to the right of the last column.</summary>
    public double Width => columns[^1];

    /// <summary>With the channel below the last row.</summary>
    public double Height => rows[^1];

    public Area this[string id] => boxes[id] is var box ? new Area(
        columns[box.Column] + ((widths[box.Column] - box.Width) / 2), rows[box.Row] + ((heights[box.Row] - box.Height) / 2), box.Width, box.Height) : null!;

    /// <summary>Where a row begins with the channel above it.</summary>
    public double Top(int row) => row == heights.Length ? Height : rows[row] - Channel(false, row);

    /// <summary>The corners of a line, from box to box.</summary>
    public IReadOnlyList<Point> Route(Link link)
    {
        var runs = routes.Of(link);
        var (start, end) = Ports(link, runs.Count == 0 ? 0 : spacing.Beside);
        List<Point> points = [start];
        foreach (var run in runs)
            points.Add(run.Down ? new Point(X(run, link), points[^1].Y) : new Point(points[^1].X, Y(run, link)));
        if (runs.Count > 0)
            points.Add(runs[^1].Down ? new Point(points[^1].X, end.Y) : new Point(end.X, points[^1].Y));
        points.Add(end);
        return points;
    }

    private (Point Start, Point End) Ports(Link link, double beside)
    {
        var (from, to) = (this[link.From], this[link.To]);
        var (inFrom, inTo) = (boxes[link.From].Inset(beside), boxes[link.To].Inset(beside));
        return link.Back
            ? (new Point(from.MiddleX + beside, from.Y + Above(link.From, inFrom)), new Point(to.MiddleX - beside, to.Y + Above(link.To, inTo)))
            : (new Point(from.Right - inFrom, from.MiddleY + beside), new Point(to.X + inTo, to.MiddleY - beside));
    }

    // The top of a long box with round ends is flat.
    private double Above(string id, double inset) => boxes[id] is { Outline: Outline.Round } box && box.Width > box.Height ? 0 : inset;

    private double X(Run run, Link link) => columns[run.Channel] - Channel(true, run.Channel) + spacing.Before + (routes.Track(run, link) * spacing.Pitch);

    private double Y(Run run, Link link) => rows[run.Channel] - spacing.Below - (routes.Track(run, link) * spacing.Rise);

    private double Channel(bool down, int channel)
    {
        var tracks = routes.Tracks(down, channel);
        if (tracks == 0 && (channel == 0 || channel == (down ? widths : heights).Length))
            return 0;
        var between = Math.Max(0, tracks - 1);
        return down ? spacing.Before + spacing.After + (between * spacing.Pitch) : spacing.Above + spacing.Below + (between * spacing.Rise);
    }

    private static double[] Largest(IReadOnlyList<Box> boxes, Func<Box, int> place, Func<Box, double> size) =>
        [.. Enumerable.Range(0, boxes.Select(place).DefaultIfEmpty(-1).Max() + 1).Select(i => boxes.Where(b => place(b) == i).Select(size).DefaultIfEmpty(0).Max())];

    // One more than there are: the last says where the channel behind them ends.
    private static double[] Starts(double[] sizes, Func<int, double> channel)
    {
        var starts = new double[sizes.Length + 1];
        starts[0] = channel(0);
        for (var i = 0; i < sizes.Length; i++)
            starts[i + 1] = starts[i] + sizes[i] + channel(i + 1);
        return starts;
    }
}
