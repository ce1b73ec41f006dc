using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Platform.Figures;

/// <summary>The rows a figure counts. The number, the list behind it and what a report freezes are this one query.</summary>
internal sealed class FigureQuery(RendaDb db, int congress, DateOnly today)
{
    public IQueryable<Behind> Of(Figure figure, Period period)
    {
        var rows = figure.Rows switch
        {
            FigureRows.Acts => Passed(figure, period).Select(p => new Behind { MatterId = p.MatterId, Sequence = p.Sequence, On = p.On, Stage = p.ToStage, UnitId = p.UnitId }),
            FigureRows.Opened => Opened(figure, period),
            FigureRows.Closed => Passed(figure, period).Where(p => figure.In.Contains(p.ToStage) && p.FromStage != p.ToStage)
                .Select(p => new Behind { MatterId = p.MatterId, Sequence = p.Sequence, On = p.On, Stage = p.ToStage, UnitId = p.UnitId }),
            FigureRows.Standing => period.To >= today ? StandingNow(figure) : StoodThen(figure, period.To),
            _ => Overdue(figure, period),
        };
        foreach (var (field, values) in figure.Where.Select(w => (w.Field, w.Values)))
        {
            rows = rows.Where(Values.Of(db, congress, field).Shape((b, value) => values.Contains(value)));
        }

        return Measured(rows, figure);
    }

    private IQueryable<Passage> Passed(Figure figure, Period period) =>
        db.Passages.AsNoTracking().Where(p => p.Congress == congress && figure.Of.Contains(p.Procedure) && figure.Acts.Contains(p.Step) && p.On >= period.From && p.On <= period.To);

    private IQueryable<Behind> Opened(Figure figure, Period period) =>
        db.Matters.AsNoTracking().Where(m => m.Congress == congress && figure.Of.Contains(m.Procedure) && m.OpenedOn >= period.From && m.OpenedOn <= period.To && !m.Private)
            .Select(m => new Behind { MatterId = m.Id, Sequence = 0, On = m.OpenedOn, Stage = m.Stage, UnitId = m.UnitId });

    private IQueryable<Behind> StandingNow(Figure figure) =>
        db.Matters.AsNoTracking().Where(m => m.Congress == congress && figure.Of.Contains(m.Procedure) && figure.In.Contains(m.Stage) && !m.Private)
            .Select(m => new Behind { MatterId = m.Id, Sequence = 0, On = m.OpenedOn, Stage = m.Stage, UnitId = m.UnitId });

    // The latest act by that day led there, or left it there.
    private IQueryable<Behind> StoodThen(Figure figure, DateOnly day) =>
        db.Passages.AsNoTracking().Where(p => p.Congress == congress && figure.Of.Contains(p.Procedure) && figure.In.Contains(p.ToStage) && p.On <= day
                && !db.Passages.Any(q => q.Congress == congress && q.MatterId == p.MatterId && q.Sequence > p.Sequence && q.On <= day))
            .Select(p => new Behind { MatterId = p.MatterId, Sequence = p.Sequence, On = p.On, Stage = p.ToStage, UnitId = p.UnitId });

    private IQueryable<Behind> Overdue(Figure figure, Period period) =>
        from c in db.Clocks.AsNoTracking()
        where c.Congress == congress && figure.Of.Contains(c.Procedure) && figure.Limits.Contains(c.Limit)
            && c.Due >= period.From && c.Due <= period.To && !c.Replaced && !c.Provisional && !c.Soft
            && (c.StoppedOn == null ? c.Due < today : c.StoppedOn > c.Due)
        join m in db.Matters.AsNoTracking() on new { c.Congress, c.MatterId } equals new { m.Congress, MatterId = m.Id }
        where !m.Private
        select new Behind { MatterId = c.MatterId, Sequence = 0, On = c.Due, Stage = m.Stage, UnitId = m.UnitId };

    private IQueryable<Behind> Measured(IQueryable<Behind> rows, Figure figure)
    {
        if (figure.Field is { } field)
        {
            rows = rows.Select(Values.Of(db, congress, field, all: figure.Measure == FigureMeasure.Distinct).Shape((b, value) =>
                new Behind { MatterId = b.MatterId, Sequence = b.Sequence, On = b.On, Stage = b.Stage, UnitId = b.UnitId, Value = value }));
        }

        return figure.PerWhole || figure.Measure == FigureMeasure.Days
            ? from b in rows
              join m in db.Matters.AsNoTracking() on new { Congress = congress, b.MatterId } equals new { m.Congress, MatterId = m.Id }
              select new Behind { MatterId = b.MatterId, Sequence = b.Sequence, On = b.On, Stage = b.Stage, UnitId = b.UnitId, Value = b.Value, WholeId = m.ParentId, Began = m.OpenedOn }
            : rows;
    }
}
