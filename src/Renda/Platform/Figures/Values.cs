using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Procedures;

namespace Renda.Platform.Figures;

/// <summary>What was given to a field, seen from a row: in its own act, or as last given in its matter or in the whole.</summary>
internal static class Values
{
    /// <param name="all">All values as JSON, instead of the first.</param>
    public static Expression<Func<Behind, string?>> Of(RendaDb db, int congress, FigureField field, bool all = false)
    {
        var place = Given.PlaceOf(db, field.Id, all);
        IQueryable<RecordRow> records = db.Records.AsNoTracking().Where(r => r.Congress == congress).Select(r => new RecordRow
        {
            MatterId = r.MatterId,
            Sequence = r.Sequence,
            Value = all ? Given.All(r.Particulars, place) : Given.First(r.Particulars, place),
        });
        return field.Source switch
        {
            FigureSource.Act => b => records.Where(r => r.MatterId == b.MatterId && r.Sequence == b.Sequence).Select(r => r.Value).FirstOrDefault(),
            FigureSource.Matter => b => records.Where(r => r.MatterId == b.MatterId && r.Value != null).OrderByDescending(r => r.Sequence).Select(r => r.Value).FirstOrDefault(),
            _ => b => records.Where(r => r.MatterId == db.Matters.Where(m => m.Congress == congress && m.Id == b.MatterId).Select(m => m.ParentId).FirstOrDefault() && r.Value != null)
                .OrderByDescending(r => r.Sequence).Select(r => r.Value).FirstOrDefault(),
        };
    }

    /// <summary>A shape of a row and such a value, as one expression the database can be asked.</summary>
    public static Expression<Func<Behind, T>> Shape<T>(this Expression<Func<Behind, string?>> value, Expression<Func<Behind, string?, T>> shape)
    {
        var body = new Replacing(shape.Parameters[1], value.Body).Visit(new Replacing(shape.Parameters[0], value.Parameters[0]).Visit(shape.Body));
        return Expression.Lambda<Func<Behind, T>>(body, value.Parameters);
    }

    private sealed class RecordRow
    {
        public Guid MatterId { get; init; }

        public int Sequence { get; init; }

        public string? Value { get; init; }
    }

    private sealed class Replacing(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
