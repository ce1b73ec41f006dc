using System.Globalization;
using System.Xml.Linq;

namespace Renda.Procedures.Diagrams;

/// <summary>The few shapes the drawings are made of.</summary>
internal static class Svg
{
    public static readonly XNamespace Space = "http://www.w3.org/2000/svg";
    private const double Corner = 5, Head = 8;

    public static XElement Element(string name, params object?[] content) => new(Space + name, content);

    public static XAttribute Is(string name, double value) => new(name, Number(value));

    public static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    public static XElement Text(string text, double x, double y, string anchor = "middle") =>
        Element("text", Is("x", x), Is("y", y), new XAttribute("text-anchor", anchor), Plain.Text(text));

    /// <summary>A line with rounded corners and a head that points the way it goes.</summary>
    public static IEnumerable<XElement> Arrow(IReadOnlyList<Point> corners)
    {
        var points = Bends(corners);
        var (from, tip) = (points[^2], points[^1]);
        var (x, y) = (Math.Sign(tip.X - from.X), Math.Sign(tip.Y - from.Y));
        var line = string.Concat(points.Take(points.Count - 1).Select((p, i) => i == 0 ? $"M{At(p)}" : Turn(points[i - 1], p, points[i + 1])));
        yield return Element("path", new XAttribute("d", $"{line}L{At(new Point(tip.X - (x * Head), tip.Y - (y * Head)))}"));
        var back = new Point(tip.X - (x * Head), tip.Y - (y * Head));
        yield return Element("path", new XAttribute("class", "head"), new XAttribute(
            "d", $"M{At(tip)}L{At(new Point(back.X + (y * Head / 2), back.Y + (x * Head / 2)))}L{At(new Point(back.X - (y * Head / 2), back.Y - (x * Head / 2)))}z"));
    }

    private static string Turn(Point before, Point at, Point after)
    {
        var into = Toward(at, before);
        var on = Toward(at, after);
        return $"L{At(into)}Q{At(at)} {At(on)}";
    }

    private static Point Toward(Point at, Point other)
    {
        var (x, y) = (other.X - at.X, other.Y - at.Y);
        var step = Math.Min(Corner, (Math.Abs(x) + Math.Abs(y)) / 2);
        return new Point(at.X + (Math.Sign(x) * step), at.Y + (Math.Sign(y) * step));
    }

    // Corners that are none are left out, so that every corner is drawn round.
    private static List<Point> Bends(IReadOnlyList<Point> corners)
    {
        var points = new List<Point> { corners[0] };
        for (var i = 1; i < corners.Count - 1; i++)
        {
            if (corners[i] != points[^1] && !((corners[i].X == points[^1].X && corners[i].X == corners[i + 1].X) || (corners[i].Y == points[^1].Y && corners[i].Y == corners[i + 1].Y)))
                points.Add(corners[i]);
        }

        points.Add(corners[^1]);
        return points;
    }

    private static string At(Point p) => $"{Number(p.X)} {Number(p.Y)}";
}
