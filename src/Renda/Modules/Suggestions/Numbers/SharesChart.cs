using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.Html;

namespace Renda.Modules.Suggestions.Numbers;

/// <summary>The three figures of the largest units or subjects as bars, one under the other. The table beside it says the same in numbers.</summary>
internal static class SharesChart
{
    /// <summary>More would not be looked at; the table has them all.</summary>
    private const int Most = 12;

    private const int Width = 360, Label = 120, Bar = 8, Gap = 3, Group = (3 * (Bar + Gap)) + 10, Room = Width - Label - 46;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static IHtmlContent Draw(IReadOnlyList<Tally> rows)
    {
        var shown = rows.Take(Most).ToList();
        var height = 24 + (shown.Count * Group);
        var drawing = new XElement(
            Svg + "svg", new XAttribute("class", "chart"), new XAttribute("viewBox", $"0 0 {Width} {height}"), new XAttribute("role", "img"),
            new XAttribute("aria-label", $"满意、解决、承诺兑现各占百分之几{(rows.Count > Most ? $"，件数最多的 {Most} 个" : "")}；数字见下表"),
            Legend(), shown.Select((row, i) => Row(row, 24 + (i * Group))));
        return new HtmlString(drawing.ToString(SaveOptions.DisableFormatting));
    }

    private static IEnumerable<XElement> Legend() => ((string[])["满意", "解决", "承诺兑现"]).SelectMany((title, i) => (XElement[])
    [
        Rectangle(i, Label + (i * 70), 4, Bar),
        Text(title, Label + (i * 70) + 12, 12, "start"),
    ]);

    private static IEnumerable<XElement> Row(Tally row, int top)
    {
        yield return Text(Short(row.Title), Label - 8, top + 20, "end");
        foreach (var (share, i) in row.Shares.Select((s, i) => (s, i)))
        {
            var (y, width) = (top + (i * (Bar + Gap)), (int)Math.Round(Room * (share.Rate ?? 0) / 100));
            yield return Rectangle(i, Label, y, Math.Max(1, width));
            yield return Text(share.Said, Label + Math.Max(1, width) + 4, y + Bar, "start");
        }
    }

    private static XElement Rectangle(int series, int x, int y, int width) => new(
        Svg + "rect", new XAttribute("class", $"series-{series + 1}"), At("x", x), At("y", y), At("width", width), At("height", Bar));

    private static XElement Text(string text, int x, int y, string anchor) => new(
        Svg + "text", At("x", x), At("y", y), new XAttribute("text-anchor", anchor), text);

    private static XAttribute At(string name, int value) => new(name, value.ToString(CultureInfo.InvariantCulture));

    private static string Short(string title) => title.Length <= 11 ? title : $"{title[..10]}…";
}
