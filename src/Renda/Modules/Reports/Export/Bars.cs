using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.Html;
using Renda.Modules.Reports.Markup;

namespace Renda.Modules.Reports.Export;

/// <summary>A figure by what it is counted by, as bars one under the other. The table beside it says the same in numbers.</summary>
internal static class Bars
{
    private const int Most = 24;
    private const int Width = 400, Label = 130, Bar = 12, Gap = 6, Room = Width - Label - 50;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static IHtmlContent Draw(WorkedFigure figure) => new HtmlString(Drawing(figure).ToString(SaveOptions.DisableFormatting));

    public static XElement Drawing(WorkedFigure figure)
    {
        var rows = figure.Under.Take(Most).ToList();
        var most = rows.Select(r => Math.Abs(r.Value ?? 0)).DefaultIfEmpty(0).Max();
        return new XElement(
            Svg + "svg", new XAttribute("class", "chart"), new XAttribute("viewBox", $"0 0 {Width} {(rows.Count * (Bar + Gap)) + Gap}"), new XAttribute("role", "img"),
            new XAttribute("aria-label", $"{figure.Title}，按{figure.By}{(figure.Under.Count > Most ? $"，最多的 {Most} 个" : "")}；数字见下表"),
            rows.SelectMany((row, i) => Row(row, Gap + (i * (Bar + Gap)), most)));
    }

    private static IEnumerable<XElement> Row(WorkedUnder row, int top, decimal most)
    {
        var width = most == 0 ? 1 : Math.Max(1, (int)Math.Round(Room * Math.Abs(row.Value ?? 0) / most));
        yield return Text(row.Title.Length <= 11 ? row.Title : $"{row.Title[..10]}…", Label - 8, top + 10, "end");
        yield return new XElement(Svg + "rect", new XAttribute("class", "series-1"), At("x", Label), At("y", top), At("width", width), At("height", Bar));
        yield return Text(row.Said, Label + width + 4, top + 10, "start");
    }

    private static XElement Text(string text, int x, int y, string anchor) => new(Svg + "text", At("x", x), At("y", y), new XAttribute("text-anchor", anchor), text);

    private static XAttribute At(string name, int value) => new(name, value.ToString(CultureInfo.InvariantCulture));
}
