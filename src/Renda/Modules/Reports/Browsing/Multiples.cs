using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Figures;
using Renda.Procedures;

namespace Renda.Modules.Reports.Browsing;

/// <summary>A unit's months in the scale all units share.</summary>
/// <param name="Months">In order, from the first month of the period to its last.</param>
/// <param name="Most">The highest of all units.</param>
internal sealed record Multiple(string Title, IReadOnlyList<(string Month, decimal Value)> Months, decimal Most)
{
    private const int Width = 160, Height = 60;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public IHtmlContent Draw()
    {
        var step = (double)Width / Months.Count;
        var said = string.Join("，", Months.Where(m => m.Value != 0).Select(m => $"{m.Month} {Reckoned.Say(FigureMeasure.Sum, m.Value)}"));
        return new HtmlString(new XElement(
            Svg + "svg", new XAttribute("class", "chart"), new XAttribute("viewBox", $"0 0 {Width} {Height}"), new XAttribute("role", "img"), new XAttribute("aria-label", $"{Title}：{said}"),
            Months.Select((m, i) => (m.Value, At: i * step)).Where(m => m.Value > 0).Select(m =>
            {
                var height = (double)(m.Value / Most) * (Height - 4);
                return new XElement(Svg + "rect", new XAttribute("class", "series-1"), Of("x", m.At), Of("y", Height - height), Of("width", Math.Max(1, step - 1)), Of("height", height));
            }),
            new XElement(Svg + "rect", new XAttribute("class", "series-2"), Of("x", 0), Of("y", Height - 1), Of("width", Width), Of("height", 1))).ToString(SaveOptions.DisableFormatting));
    }

    private static XAttribute Of(string name, double value) => new(name, value.ToString("0.##", CultureInfo.InvariantCulture));
}

/// <summary>The same figure for each unit, month by month: who differs is seen at a glance.</summary>
internal sealed class Multiples(RendaDb db, Reckoner reckoner)
{
    private const int MostUnits = 24;
    private const int MostMonths = 60;
    private const int MostTerms = 6;

    public async Task<IReadOnlyList<Multiple>> OfAsync(int congress, Figure figure, Period period)
    {
        var months = Enumerable.Range(0, MostMonths).Select(i => new DateOnly(period.From.Year, period.From.Month, 1).AddMonths(i)).TakeWhile(m => m <= period.To).ToList();
        if (figure.Measure != FigureMeasure.Count || months.Count < 2)
        {
            return [];
        }

        var counted = await reckoner.Rows(congress, figure, period).GroupBy(b => new { b.UnitId, b.On.Year, b.On.Month }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        var units = counted.Where(c => c.Key.UnitId is not null).GroupBy(c => c.Key.UnitId!.Value).OrderByDescending(g => g.Sum(c => c.Count)).Take(MostUnits).ToList();
        List<Guid> ids = [.. units.Select(u => u.Key)];
        var names = await db.Units.Where(u => u.Congress == congress && ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name);
        var most = units.SelectMany(u => u).Select(c => c.Count).DefaultIfEmpty(0).Max();
        return [.. units.Select(u => new Multiple(names.GetValueOrDefault(u.Key, "—"), [.. months.Select(m => ($"{m.Year}年{m.Month}月", (decimal)u.Where(c => c.Key.Year == m.Year && c.Key.Month == m.Month).Sum(c => c.Count)))], most))];
    }

    /// <summary>The same figure for each congress (届), year by year: the latest ones, the oldest of them first.</summary>
    public async Task<IReadOnlyList<Multiple>> OfTermsAsync(int congress, Figure figure, DateOnly today)
    {
        var terms = await db.Terms.AsNoTracking().Where(t => t.Congress == congress && t.From <= today).OrderByDescending(t => t.Number).Take(MostTerms).Select(t => new { t.Number, t.From, t.To }).ToListAsync();
        if (figure.Measure != FigureMeasure.Count || terms.Count < 2)
        {
            return [];
        }

        List<(string Title, List<(string Year, decimal Value)> Years)> told = [];
        foreach (var term in terms.OrderBy(t => t.Number))
        {
            var last = term.To is { } to && to < today ? to : today;
            var counted = await reckoner.Rows(congress, figure, new Period(term.From, last)).GroupBy(b => b.On.Year).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
            told.Add(($"第{term.Number}届，共 {counted.Values.Sum()}", [.. Enumerable.Range(term.From.Year, last.Year - term.From.Year + 1).Select(y => ($"{y}年", (decimal)counted.GetValueOrDefault(y)))]));
        }

        var most = told.SelectMany(t => t.Years).Select(y => y.Value).DefaultIfEmpty(0).Max();
        return [.. told.Select(t => new Multiple(t.Title, t.Years, most))];
    }
}
