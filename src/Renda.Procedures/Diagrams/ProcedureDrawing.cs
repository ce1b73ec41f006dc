using System.Xml.Linq;

namespace Renda.Procedures.Diagrams;

/// <summary>A procedure and its parallel work as one picture that stands by itself, for instance beside its page on a code-hosting site.</summary>
public static class ProcedureDrawing
{
    private const double Margin = 16, Heading = 34;

    // The ground is painted, so that the words stay readable wherever the picture is put.
    private const string Style = """
        .ground { fill: #fff; stroke: #e0dbd4; }
        text { font: 12px system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; fill: #5d554d; }
        .heading { font-size: 14px; font-weight: 600; fill: #211d1a; }
        .edge text { font-size: 11px; paint-order: stroke; stroke: #fff; stroke-width: 3px; }
        .stage rect { fill: #faf8f5; stroke: #82796f; }
        .stage text { font-size: 13px; fill: #211d1a; }
        .edge path { fill: none; stroke: #82796f; }
        .edge .head { fill: #82796f; stroke: none; }
        @media (prefers-color-scheme: dark) {
          .ground { fill: #211e1b; stroke: #3b3631; }
          text { fill: #b8afa5; }
          .edge text { stroke: #211e1b; }
          .heading, .stage text { fill: #ece7e0; }
          .stage rect { fill: #282420; stroke: #8c8379; }
          .edge path { stroke: #8c8379; }
          .edge .head { fill: #8c8379; }
        }
        """;

    /// <summary>The SVG document, the same for the same procedure.</summary>
    public static string Render(Procedure procedure)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        var parts = procedure.Children.Values.Select(c => (Title: $"子程序：{c.Title}", Drawing: Draw(c)))
            .Prepend((Title: $"{procedure.Title}（{procedure.Jurisdiction}）", Drawing: Draw(procedure))).ToList();
        var width = parts.Max(p => p.Drawing.Width) + (2 * Margin);
        var height = parts.Sum(p => p.Drawing.Height + Heading) + Margin;
        return Svg.Element(
                "svg", Svg.Is("width", width), Svg.Is("height", height), new XAttribute("viewBox", $"0 0 {Svg.Number(width)} {Svg.Number(height)}"), new XAttribute("role", "img"),
                Svg.Element("title", $"{procedure.Title}：环节和步骤"), Svg.Element("style", Style.ReplaceLineEndings("\n")),
                Svg.Element("rect", new XAttribute("class", "ground"), Svg.Is("x", 0.5), Svg.Is("y", 0.5), Svg.Is("width", width - 1), Svg.Is("height", height - 1), Svg.Is("rx", 6)),
                Stacked(parts)).ToString(SaveOptions.None).ReplaceLineEndings("\n") + "\n";
    }

    private static StageDrawing Draw(Procedure procedure) => new(StageGraph.Of(procedure));

    private static IEnumerable<XElement> Stacked(IEnumerable<(string Title, StageDrawing Drawing)> parts)
    {
        var y = 0.0;
        foreach (var (title, drawing) in parts)
        {
            var heading = Svg.Text(title, Margin, y + Heading - 8, "start");
            heading.SetAttributeValue("class", "heading");
            yield return heading;
            yield return Svg.Element("g", new XAttribute("transform", $"translate({Svg.Number(Margin)} {Svg.Number(y + Heading)})"), drawing.Content());
            y += drawing.Height + Heading;
        }
    }
}
