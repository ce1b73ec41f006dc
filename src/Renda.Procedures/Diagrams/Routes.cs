namespace Renda.Procedures.Diagrams;

/// <summary>A piece of a line inside a channel: down beside a column, or across above a row.</summary>
/// <param name="From">In columns or rows: 2.5 is the middle of the third, 2 the channel before it.</param>
internal sealed record Run(bool Down, int Channel, double From, double To);

/// <summary>Which channels each line takes. No channel holds a box, so no line crosses one.</summary>
internal sealed class Routes
{
    private readonly Dictionary<string, Box> boxes;
    private readonly HashSet<(int Row, int Column)> taken;
    private readonly Dictionary<(bool Down, int Channel), Dictionary<(string To, bool Back), int>> tracks = [];

    public Routes(IReadOnlyList<Box> boxes, IReadOnlyList<Link> links)
    {
        this.boxes = boxes.ToDictionary(b => b.Id, StringComparer.Ordinal);
        taken = [.. boxes.Select(b => (b.Row, b.Column))];
        var runs = links.SelectMany(l => Of(l).Select(r => (Net: (l.To, l.Back), Run: r)));
        foreach (var channel in runs.GroupBy(r => (r.Run.Down, r.Run.Channel)))
            tracks[channel.Key] = Pack(channel);
    }

    /// <summary>The channels of a line; none where it goes straight across.</summary>
    public IReadOnlyList<Run> Of(Link link)
    {
        var (a, b) = (boxes[link.From], boxes[link.To]);
        return link.Back ? Back(a, b)
            : a.Row == b.Row && a.Column < b.Column && Clear(a.Row, a.Column, b.Column) ? []
            : Onward(a, b);
    }

    /// <summary>How many lines run beside each other in a channel.</summary>
    public int Tracks(bool down, int channel) => tracks.TryGetValue((down, channel), out var nets) ? nets.Values.Max() + 1 : 0;

    /// <summary>The place of a line among those of a channel. Lines to the same box join.</summary>
    public int Track(Run run, Link link) => tracks[(run.Down, run.Channel)][(link.To, link.Back)];

    private static Run[] Onward(Box a, Box b)
    {
        var (from, to) = (a.Row + 0.5, b.Row + 0.5);
        if (b.Column == a.Column + 1)
            return [new Run(true, b.Column, from, to)];
        var across = a.Row > b.Row ? b.Row + 1 : b.Row;
        return [new Run(true, a.Column + 1, from, across), new Run(false, across, a.Column + 1, b.Column), new Run(true, b.Column, across, to)];
    }

    private static Run[] Back(Box a, Box b)
    {
        var (from, to) = (a.Column + 0.5, b.Column + 0.5);
        if (a.Row == b.Row)
            return [new Run(false, a.Row, from, to)];
        var down = a.Column > b.Column ? b.Column + 1 : b.Column;
        return [new Run(false, a.Row, from, down), new Run(true, down, a.Row, b.Row), new Run(false, b.Row, down, to)];
    }

    private bool Clear(int row, int from, int to) => !Enumerable.Range(from + 1, to - from - 1).Any(c => taken.Contains((row, c)));

    // Short lines lie nearest to the boxes; each takes the first track where it meets no other.
    private static Dictionary<(string To, bool Back), int> Pack(IEnumerable<((string To, bool Back) Net, Run Run)> runs)
    {
        var packed = new Dictionary<(string To, bool Back), int>();
        var rows = new List<List<(double From, double To)>>();
        var nets = runs.GroupBy(r => r.Net, r => r.Run)
            .Select(g => (g.Key, From: g.Min(r => Math.Min(r.From, r.To)), To: g.Max(r => Math.Max(r.From, r.To))));
        foreach (var (net, from, to) in nets.OrderBy(n => n.To - n.From))
        {
            var row = rows.FindIndex(t => t.TrueForAll(o => to < o.From || from > o.To));
            if (row < 0)
            {
                row = rows.Count;
                rows.Add([]);
            }

            rows[row].Add((from, to));
            packed[net] = row;
        }

        return packed;
    }
}
