using System.Globalization;
using Renda.Platform.Figures;

namespace Renda.Modules.Reports.Browsing;

/// <summary>Where a page of the rows behind a figure begins.</summary>
internal sealed record RowCursor(DateOnly On, Guid MatterId, int Sequence)
{
    public static string Write(DateOnly on, Guid matter, int sequence) => string.Create(CultureInfo.InvariantCulture, $"{on:yyyyMMdd}-{matter:N}-{sequence}");

    /// <summary>Null for the first page, and for what is no cursor.</summary>
    public static RowCursor? Read(string? text) =>
        text?.Split('-') is [var day, var id, var number]
        && DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
        && Guid.TryParseExact(id, "N", out var matter)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? new RowCursor(on, matter, sequence) : null;

    public static IQueryable<Behind> After(IQueryable<Behind> rows, RowCursor? after)
    {
        if (after is (var on, var matter, var sequence))
        {
            rows = rows.Where(b => b.On <= on && (b.On < on || b.MatterId.CompareTo(matter) < 0 || (b.MatterId == matter && b.Sequence < sequence)));
        }

        return rows.OrderByDescending(b => b.On).ThenByDescending(b => b.MatterId).ThenByDescending(b => b.Sequence);
    }
}
