using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Procedures;

namespace Renda.Platform.Figures;

/// <summary>What a figure can be counted by: unit, time, stage, or anything that was given.</summary>
internal sealed record Dimension(string Id, string Title, FigureField? Field = null)
{
    private static readonly Dimension[] Plain = [new("unit", "单位"), new("year", "年度"), new("month", "月份"), new("stage", "环节")];

    public bool IsTime => Id is "year" or "month";

    /// <summary>Null where the figure cannot be counted so.</summary>
    public static Dimension? Find(RuleBook book, FigureBook figures, Figure figure, string id)
    {
        var counted = figure.From is { } from ? figures.Find(from) ?? figure : figure;
        var fields = new FigureFields(book, [.. counted.Of]);
        return Plain.FirstOrDefault(d => d.Id == id)
            ?? (fields.Find(id, counted.Acts) is { } field ? new Dimension(id, fields.Title(id), field) : null);
    }

    /// <summary>Those that make a short table: the plain ones and the fields of choices.</summary>
    public static IReadOnlyList<Dimension> Of(RuleBook book, FigureBook figures, Figure figure)
    {
        var counted = figure.From is { } from ? figures.Find(from) ?? figure : figure;
        var fields = new FigureFields(book, [.. counted.Of]);
        return [.. Plain, .. fields.Chosen.Select(f => new Dimension(f, fields.Title(f), fields.Find(f, counted.Acts)))];
    }

    public IQueryable<Behind> Of(RendaDb db, int congress, IQueryable<Behind> rows) => Id switch
    {
        "unit" => rows.Select(b => new Behind { MatterId = b.MatterId, Sequence = b.Sequence, On = b.On, Value = b.Value, WholeId = b.WholeId, Began = b.Began, Under = b.UnitId == null ? "" : b.UnitId.ToString() }),
        "year" => rows.Select(b => new Behind { MatterId = b.MatterId, Sequence = b.Sequence, On = b.On, Value = b.Value, WholeId = b.WholeId, Began = b.Began, Under = b.On.Year.ToString() }),
        "month" => rows.Select(b => new Behind { MatterId = b.MatterId, Sequence = b.Sequence, On = b.On, Value = b.Value, WholeId = b.WholeId, Began = b.Began, Under = (b.On.Year * 100 + b.On.Month).ToString() }),
        "stage" => rows.Select(b => new Behind { MatterId = b.MatterId, Sequence = b.Sequence, On = b.On, Value = b.Value, WholeId = b.WholeId, Began = b.Began, Under = b.Stage }),
        _ => rows.Select(Values.Of(db, congress, Field!).Shape((b, under) => new Behind { MatterId = b.MatterId, Sequence = b.Sequence, On = b.On, Value = b.Value, WholeId = b.WholeId, Began = b.Began, Under = under })),
    };

    /// <summary>What the values are called.</summary>
    public async Task<IReadOnlyDictionary<string, string>> TitlesAsync(RendaDb db, int congress, RuleBook book, Figure figure, IReadOnlyList<string> values)
    {
        var fields = new FigureFields(book, [.. figure.Of]);
        if (Id == "stage")
        {
            return fields.Stages;
        }

        if (IsTime)
        {
            return values.Where(v => v.Length > 0).ToDictionary(v => v, v => v.Length == 6 ? $"{v[..4]}年{v[4..].TrimStart('0')}月" : $"{v}年", StringComparer.Ordinal);
        }

        if (Field is { } field && fields.Choices(field.Id) is { } choices)
        {
            return choices;
        }

        List<Guid> ids = [.. values.Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];
        var units = await db.Units.Where(u => u.Congress == congress && ids.Contains(u.Id)).Select(u => new { u.Id, u.Name }).ToListAsync();
        var people = Id == "unit" ? [] : await db.People.Where(p => p.Congress == congress && ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync();
        var named = units.Concat(people).ToDictionary(n => n.Id, n => n.Name);
        return values.Where(v => Guid.TryParse(v, out var id) && named.ContainsKey(id)).ToDictionary(v => v, v => named[Guid.Parse(v)], StringComparer.Ordinal);
    }
}
