using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Platform.Figures;

/// <summary>Works figures out: the number, and the rows behind it.</summary>
internal sealed class Reckoner(RendaDb db, RuleShelf rules, IEnumerable<IFigureSource> sources, TimeProvider time)
{
    /// <summary>Those somebody may ask for.</summary>
    public IEnumerable<Figure> FiguresFor(Actor actor) => sources.SelectMany(s => s.Figures).Concat(rules.Figures.Figures).Where(f => MayAsk(actor, f));

    public static bool MayAsk(Actor actor, Figure figure) => figure.Posts.Count == 0 || actor.Has(figure.Posts);

    public Figure? Find(string key) => sources.SelectMany(s => s.Figures).FirstOrDefault(f => f.Key == key) ?? rules.Figures.Find(key);

    public async Task<Reckoned> ReckonAsync(int congress, Figure figure, Period period)
    {
        if (figure.From is not null)
        {
            List<Reckoned> parts = [];
            foreach (var (part, days) in Parts(figure, period))
            {
                parts.Add(await ReckonAsync(congress, part, days));
            }

            return new Reckoned(figure, period, Combine(figure.Measure, [.. parts.Select(p => p.Value)]), parts.Sum(p => p.Records));
        }

        var rows = Rows(congress, figure, period);
        if (figure.Measure == FigureMeasure.Count)
        {
            var count = await rows.CountAsync();
            return new Reckoned(figure, period, count, count);
        }

        var values = await rows.Select(b => new Told(b.Value, b.WholeId, b.On, b.Began)).ToListAsync();
        return new Reckoned(figure, period, Measure(figure.Measure, values), values.Count);
    }

    /// <summary>The figure under each value of what it is counted by, in that order or the largest first.</summary>
    public async Task<IReadOnlyList<ReckonedUnder>> ReckonAsync(int congress, Figure figure, Period period, Dimension by)
    {
        if (figure.From is { } from)
        {
            var one = (await ReckonAsync(congress, Find(from)!, period, by)).ToDictionary(u => u.Under, StringComparer.Ordinal);
            var other = await ReckonAsync(congress, Find(figure.Among ?? from)!, figure.Among is null ? period.YearBefore : period, by);
            return [.. other.Select(o => o with { Value = figure.Measure == FigureMeasure.Share ? Percent(one.GetValueOrDefault(o.Under)?.Value ?? 0, o.Value) : Percent((one.GetValueOrDefault(o.Under)?.Value ?? 0) - o.Value, o.Value) })];
        }

        var rows = by.Of(db, congress, Rows(congress, figure, period));
        List<(string Under, decimal? Value, int Records)> found = figure.Measure == FigureMeasure.Count
            ? [.. (await rows.GroupBy(b => b.Under).Select(g => new { g.Key, Count = g.Count() }).ToListAsync()).Select(g => (g.Key ?? "", (decimal?)g.Count, g.Count))]
            : [.. (await rows.Select(b => new { b.Under, Told = new Told(b.Value, b.WholeId, b.On, b.Began) }).ToListAsync())
                .GroupBy(b => b.Under ?? "", StringComparer.Ordinal).Select(g => (g.Key, Measure(figure.Measure, [.. g.Select(b => b.Told)]), g.Count()))];
        var titles = await by.TitlesAsync(db, congress, rules.Book, figure, [.. found.Select(f => f.Under)]);
        var told = found.Select(f => new ReckonedUnder(f.Under, titles.GetValueOrDefault(f.Under, f.Under.Length == 0 ? "没有填写" : f.Under), f.Value, f.Records));
        return by.IsTime ? [.. told.OrderBy(u => u.Under, StringComparer.Ordinal)] : [.. told.OrderByDescending(u => u.Value).ThenBy(u => u.Title, StringComparer.Ordinal)];
    }

    /// <summary>The rows of a figure that is counted, not worked out from others.</summary>
    public IQueryable<Behind> Rows(int congress, Figure figure, Period period) =>
        sources.FirstOrDefault(s => s.Figures.Any(f => f.Key == figure.Key)) is { } source
            ? source.Behind(db, congress, figure, period)
            : new FigureQuery(db, congress, time.Today()).Of(figure, period);

    /// <summary>What the rows behind a figure are counted as: for one worked out from others, those in their periods.</summary>
    public IReadOnlyList<(Figure Figure, Period Period)> Parts(Figure figure, Period period) => figure.From is not { } from ? [(figure, period)]
        : [(Find(from)!, period), figure.Among is { } among ? (Find(among)!, period) : (Find(from)!, period.YearBefore)];

    /// <summary>The number from what it is worked out from.</summary>
    public static decimal? Combine(FigureMeasure measure, IReadOnlyList<decimal?> parts) => measure switch
    {
        FigureMeasure.Share => Percent(parts[0], parts[1]),
        FigureMeasure.Change => Percent(parts[0] - parts[1], parts[1]),
        _ => parts[0],
    };

    private static decimal? Percent(decimal? part, decimal? whole) => whole is null or 0 ? null : part * 100 / whole;

    public static decimal? Measure(FigureMeasure measure, IReadOnlyList<Told> rows) => measure switch
    {
        FigureMeasure.Distinct => rows.SelectMany(r => All(r.Value).Select(v => (r.WholeId, v))).Distinct().Count(),
        FigureMeasure.Sum => rows.Sum(r => Number(r.Value) ?? 0),
        FigureMeasure.Run => Run([.. rows.Select(r => Number(r.Value)).OfType<decimal>()]),
        FigureMeasure.Days => rows.Count == 0 ? null : Median([.. rows.Select(r => (decimal)(r.On.DayNumber - (r.Began ?? r.On).DayNumber)).Order()]),
        _ => rows.Count,
    };

    private static List<string> All(string? json) => json is null ? [] : JsonSerializer.Deserialize<List<string>>(json)!;

    private static decimal? Number(string? text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static decimal Run(HashSet<decimal> values)
    {
        var run = 0;
        for (var value = values.Count == 0 ? 0 : values.Max(); values.Contains(value); value--)
        {
            run++;
        }

        return run;
    }

    private static decimal Median(List<decimal> ordered) => ordered.Count % 2 == 1 ? ordered[ordered.Count / 2] : (ordered[(ordered.Count / 2) - 1] + ordered[ordered.Count / 2]) / 2;
}

/// <summary>What measuring needs of a row.</summary>
internal sealed record Told(string? Value, Guid? WholeId, DateOnly On, DateOnly? Began);
