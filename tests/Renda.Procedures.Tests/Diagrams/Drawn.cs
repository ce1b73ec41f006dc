using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Renda.Procedures.Diagrams;

namespace Renda.Procedures.Tests.Diagrams;

/// <summary>A drawing read back from its SVG.</summary>
internal sealed partial record Drawn(IReadOnlyList<DrawnBox> Boxes, IReadOnlyList<DrawnLine> Lines)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static Drawn Of(StageGraph graph)
    {
        var groups = new StageDrawing(graph).Document("图", "").Descendants(Svg + "g").Where(g => g.Element(Svg + "title") is not null).ToList();
        return new Drawn(
            [.. groups.Where(g => g.Element(Svg + "rect") is not null).Select(Box)],
            [.. groups.Where(g => g.Element(Svg + "path") is not null).Select(g => new DrawnLine(
                Title(g), Points(g.Elements(Svg + "path").First()), Points(g.Elements(Svg + "path").Last())[0]))]);
    }

    /// <summary>Two pieces lie on each other for more than a point.</summary>
    public static bool RunOn(((double X, double Y) A, (double X, double Y) B) p, ((double X, double Y) A, (double X, double Y) B) q) =>
        (Same(p.A.X, p.B.X) && Same(q.A.X, q.B.X) && Same(p.A.X, q.A.X) && Shared(p.A.Y, p.B.Y, q.A.Y, q.B.Y) > 1)
        || (Same(p.A.Y, p.B.Y) && Same(q.A.Y, q.B.Y) && Same(p.A.Y, q.A.Y) && Shared(p.A.X, p.B.X, q.A.X, q.B.X) > 1);

    public static double Shared(double a, double b, double c, double d) => Math.Min(Math.Max(a, b), Math.Max(c, d)) - Math.Max(Math.Min(a, b), Math.Min(c, d));

    private static bool Same(double a, double b) => Math.Abs(a - b) < 0.5;

    private static DrawnBox Box(XElement group)
    {
        double Of(string name) => (double)group.Element(Svg + "rect")!.Attribute(name)!;
        return new DrawnBox(Title(group), Of("x"), Of("y"), Of("x") + Of("width"), Of("y") + Of("height"));
    }

    private static string Title(XElement group) => group.Element(Svg + "title")!.Value;

    // The control points of the rounded corners are the corners themselves.
    private static IReadOnlyList<(double X, double Y)> Points(XElement path) =>
    [
        .. Number().Matches((string)path.Attribute("d")!).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture)).Chunk(2).Select(p => (p[0], p[1])),
    ];

    [GeneratedRegex(@"-?\d+(\.\d+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}

internal sealed record DrawnLine(string Title, IReadOnlyList<(double X, double Y)> Points, (double X, double Y) Tip)
{
    public string From => Title.Split(" → ")[0];

    public string To => Title.Split(" → ")[1].Split('：')[0];

    public IEnumerable<((double X, double Y) A, (double X, double Y) B)> Pieces => Points.Zip(Points.Skip(1).Append(Tip));
}

internal sealed record DrawnBox(string Title, double X, double Y, double Right, double Bottom)
{
    public bool Overlaps(DrawnBox other) => Drawn.Shared(X, Right, other.X, other.Right) > 0 && Drawn.Shared(Y, Bottom, other.Y, other.Bottom) > 0;

    // Lines meet the round ends of a last stage a little inside its frame.
    public bool IsCrossed(((double X, double Y) A, (double X, double Y) B) piece) =>
        Drawn.Shared(X + 4, Right - 4, piece.A.X, piece.B.X) >= 0 && Drawn.Shared(Y + 1, Bottom - 1, piece.A.Y, piece.B.Y) >= 0;

    public bool Touches((double X, double Y) at) =>
        at.X > X - 1 && at.X < Right + 1 && at.Y > Y - 1 && at.Y < Bottom + 1 && (at.X < X + 4 || at.X > Right - 4 || at.Y < Y + 1 || at.Y > Bottom - 1);
}
