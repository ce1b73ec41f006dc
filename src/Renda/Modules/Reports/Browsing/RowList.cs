using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Reports.Browsing;

/// <summary>A row behind a number as somebody may know it.</summary>
/// <param name="Title">Null where this person may not see the matter.</param>
/// <param name="Changed">What became of it since it was frozen.</param>
internal sealed record SeenRow(DateOnly On, string? Kind, string? Title, string? Number, string? Step, string? Href, string? Changed = null);

/// <summary>Tells of rows what a person may see: the count is for all, the matter for those who may see it.</summary>
internal sealed class RowList(RendaDb db, RuleShelf rules, Addresses addresses)
{
    public const int PageSize = 50;

    public async Task<IReadOnlyList<SeenRow>> SeenAsync(Actor actor, IReadOnlyList<(Guid MatterId, int Sequence, DateOnly On)> rows)
    {
        List<Guid> ids = [.. rows.Select(r => r.MatterId).Distinct()];
        var parts = await db.Matters.AsNoTracking().Where(m => m.Congress == actor.Congress && ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id);
        // A part is never seen without the whole it belongs to.
        List<Guid> wholes = [.. ids, .. parts.Values.Select(m => m.ParentId).OfType<Guid>().Distinct()];
        var seen = await db.Matters.AsNoTracking().VisibleTo(db, actor).Where(m => wholes.Contains(m.Id)).ToDictionaryAsync(m => m.Id);
        var steps = await db.Passages.AsNoTracking().Where(p => p.Congress == actor.Congress && ids.Contains(p.MatterId)).Select(p => new { p.MatterId, p.Sequence, p.Step, p.Hidden }).ToListAsync();
        var taken = steps.ToDictionary(s => (s.MatterId, s.Sequence));
        var texts = rules.Book.Procedures.SelectMany(p => p.Whole()).GroupBy(p => p.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        return
        [
            .. rows.Select(r =>
            {
                if (!parts.TryGetValue(r.MatterId, out var matter) || !seen.ContainsKey(matter.Id) || (matter.ParentId is { } parent && !seen.ContainsKey(parent)))
                {
                    return new SeenRow(r.On, null, null, null, null, null);
                }

                var whole = matter.ParentId is { } id ? seen[id] : matter;
                var text = texts.GetValueOrDefault(matter.Procedure);
                var step = taken.GetValueOrDefault((r.MatterId, r.Sequence)) is { Hidden: false } s ? text?.Steps.GetValueOrDefault(s.Step)?.Title : null;
                return new SeenRow(r.On, text?.Title, matter == whole ? matter.Title : $"{whole.Title}：{matter.Title}", matter.Number ?? whole.Number, step, addresses.Matter(whole.Procedure, whole.Id));
            }),
        ];
    }
}
