using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Renda.Platform.Web;

/// <summary>
/// Writes the SVG of a laid-out procedure. Raw markup, because Razor takes the text element of SVG for its own;
/// everything that comes from data is therefore encoded here.
/// </summary>
internal sealed class DiagramDrawing(DiagramLayout layout, IReadOnlyDictionary<string, string> titles, string current)
{
    private const double Half = 44, Rise = 20, Pitch = 124, LanePitch = 58, ArchPitch = 26, Margin = 14, Corner = 6;

    // Lines leave a box right of its middle and arrive left of it, so that the two never run into one.
    private const double Beside = 6;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder lines = new();
    private readonly StringBuilder next = new();
    private readonly StringBuilder boxes = new();

    public DiagramLayout Layout => layout;

    public void Line(DiagramEdge edge, bool taken)
    {
        var open = edge.From == current;
        var said = Encoder.Encode($"{titles[edge.From]} → {titles[edge.To]}：{edge.Title}");
        // The ways out of the current stage are drawn last, over the others.
        (open ? next : lines).Append(Text(
            $"<g class=\"edge{(open ? " edge-next" : taken ? " edge-taken" : "")}\"><title>{said}</title>{Route(edge)}</g>"));
    }

    public void Box(DiagramStage stage, StandingState state)
    {
        var (x, y) = (X(stage.Id), Y(stage.Id));
        boxes.Append(Text(
            $"<g class=\"stage stage-{state.ToString().ToLowerInvariant()}\"><title>{Encoder.Encode(stage.Title)}</title><rect x=\"{x - Half}\" y=\"{y - Rise}\" width=\"{2 * Half}\" height=\"{2 * Rise}\" rx=\"{(stage.End ? Rise : 4)}\"/>"));
        var rows = Rows(stage.Title);
        for (var i = 0; i < rows.Count; i++)
            boxes.Append(Label(rows[i], x, y + 5 + ((i - ((rows.Count - 1) / 2.0)) * 16)));
        boxes.Append("</g>");
    }

    public IHtmlContent Finish(string name, string description)
    {
        var (width, height) = (Right + Margin, Top + Rise + (layout.Lanes * LanePitch) + Margin);
        var (title, story) = (Encoder.Encode(name), Encoder.Encode(description));
        return new HtmlString(Text(
            $"""
            <div class="diagram" tabindex="0" role="region" aria-label="{title}（可左右滚动）"><svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{title}。{story}" width="{width}" height="{height}" viewBox="0 0 {width} {height}"><title>{title}</title><desc>{story}</desc>{lines}{next}{boxes}</svg></div>
            """));
    }

    private string Route(DiagramEdge edge)
    {
        if (layout.Arches.TryGetValue(edge, out var height))
            return Arch(edge, height);
        return (layout.Lane(edge.From), layout.Lane(edge.To)) switch
        {
            (0, 0) => Path($"M{X(edge.From) + Half} {Top}", X(edge.To) - Half, Top, 'r'),
            (0, _) => Down(edge),
            (_, 0) => Up(edge),
            _ => Across(edge),
        };
    }

    /// <summary>A return or a leap along the main line.</summary>
    private string Arch(DiagramEdge edge, int height)
    {
        var way = Math.Sign(X(edge.To) - X(edge.From));
        var (x1, x2) = (X(edge.From) + (way * Beside), X(edge.To) - (way * Beside));
        var roof = Top - Rise - 6 - (height * ArchPitch) + Corner;
        var room = (int)(Math.Abs(x2 - x1) / 12) - 2;
        return Path($"M{x1} {Top - Rise}V{roof + Corner}q0 {-Corner} {way * Corner} {-Corner}H{x2 - (way * Corner)}q{way * Corner} 0 {way * Corner} {Corner}", x2, Top - Rise, 'd')
            + Label(edge.Title.Length > room ? $"{edge.Title[..(room - 1)]}…" : edge.Title, (x1 + x2) / 2, roof - 5);
    }

    /// <summary>From the main line down into a lane, where lines to the same stage join.</summary>
    private string Down(DiagramEdge edge)
    {
        var way = Math.Sign(X(edge.To) - X(edge.From));
        var y = Y(edge.To);
        return Path($"M{X(edge.From) + Beside} {Top + Rise}V{y - Corner}q0 {Corner} {way * Corner} {Corner}", X(edge.To) - (way * Half), y, way > 0 ? 'r' : 'l');
    }

    /// <summary>From a lane back up to the main line.</summary>
    private string Up(DiagramEdge edge)
    {
        var way = Math.Sign(X(edge.To) - X(edge.From));
        var x = X(edge.To) - Beside;
        return Path($"M{X(edge.From) + (way * Half)} {Y(edge.From)}H{x - (way * Corner)}q{way * Corner} 0 {way * Corner} {-Corner}", x, Top + Rise, 'u');
    }

    /// <summary>Between two lanes: down from the middle of one, into the side or the top of the other.</summary>
    private string Across(DiagramEdge edge)
    {
        var (x1, y1, x2, y2) = (X(edge.From), Y(edge.From), X(edge.To), Y(edge.To));
        var way = Math.Sign(y2 - y1);
        return Path($"M{x1} {y1 + (way * Rise)}C{x1} {y1 + (way * 40)} {x2} {y2 - (way * 44)} {x2} {y2 - (way * (Rise + 5))}", x2, y2 - (way * Rise), way > 0 ? 'd' : 'u');
    }

    /// <summary>A line to its tip, with an arrow head that points the way it goes.</summary>
    private static string Path(FormattableString data, double x, double y, char way)
    {
        var (line, head) = way switch
        {
            'r' => ($"H{x - 5}", "l-8 -4v8z"),
            'l' => ($"H{x + 5}", "l8 -4v8z"),
            'd' => ($"V{y - 5}", "l-4 -8h8z"),
            _ => ($"V{y + 5}", "l-4 8h8z"),
        };
        return Text($"<path d=\"{Text(data)}{line}\"/><path class=\"head\" d=\"M{x} {y}{head}\"/>");
    }

    private static string Label(string text, double x, double y) =>
        Text($"<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\">{Encoder.Encode(text)}</text>");

    /// <summary>A title of more than six characters takes two rows.</summary>
    private static IReadOnlyList<string> Rows(string title)
    {
        if (title.Length <= 6)
            return [title];
        var half = (title.Length + 1) / 2;
        return half <= 6 ? [title[..half], title[half..]] : [title[..6], $"{title[6..11]}…"];
    }

    private double X(string stage) => Margin + Half + (layout.Column(stage) * Pitch);

    private double Y(string stage) => Top + (layout.Lane(stage) * LanePitch);

    private double Right => Margin + (2 * Half) + (layout.LastColumn * Pitch);

    private double Top => Margin + Rise + (layout.Arches.Count == 0 ? 0 : 8 + (layout.Arches.Values.Max() * ArchPitch));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
