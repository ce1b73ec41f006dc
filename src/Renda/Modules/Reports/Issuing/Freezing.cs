using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Figures;
using Renda.Procedures;

namespace Renda.Modules.Reports.Issuing;

/// <summary>The rows behind a figure with the hashes of their records, the newest first.</summary>
internal sealed class Freezing(RendaDb db, Reckoner reckoner)
{
    public IQueryable<FrozenRow> Rows(int congress, Figure figure, Period period) =>
        from b in reckoner.Rows(congress, figure, period)
        orderby b.On descending, b.MatterId descending, b.Sequence descending
        // Where a matter is counted and not an act, the record is the latest by the end of the period.
        let sequence = b.Sequence > 0 ? b.Sequence : db.Records.Where(r => r.Congress == congress && r.MatterId == b.MatterId && r.On <= period.To).Max(r => (int?)r.Sequence) ?? 0
        select new FrozenRow(
            b.MatterId, sequence, b.On,
            db.Records.Where(r => r.Congress == congress && r.MatterId == b.MatterId && r.Sequence == sequence).Select(r => r.Hash).FirstOrDefault() ?? "",
            b.Value, b.WholeId, b.Began);
}
