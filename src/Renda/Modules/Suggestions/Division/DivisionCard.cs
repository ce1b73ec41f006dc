using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Rules;

namespace Renda.Modules.Suggestions.Division;

/// <summary>A unit's part of a suggestion handled separately.</summary>
internal sealed record PartLine(Guid Id, string? Number, string? Unit, string Content, string StageId, string Stage);

/// <summary>What the page of a divided suggestion, and that of a part of it, tells of the division.</summary>
/// <param name="Content">What this part's unit handles; null on the whole.</param>
/// <param name="Original">The whole, for those who may see it.</param>
/// <param name="Parts">Those of the parts this person may see, without the one on the page.</param>
internal sealed record DivisionCard(string? Content, (Guid Id, string Name)? Original, IReadOnlyList<PartLine> Parts)
{
    /// <summary>Null where nothing was divided.</summary>
    public static async Task<DivisionCard?> OfAsync(RendaDb db, RuleShelf rules, MatterView suggestion)
    {
        var (actor, root) = (suggestion.Actor, suggestion.Root);
        if (root.Matter.OriginId is null && root.Matter.Stage != Dividing.Divided)
        {
            return null;
        }

        var (origin, own) = (root.Matter.OriginId ?? root.Matter.Id, root.Matter.Id);
        var named = db.Links.Where(l => l.Congress == actor.Congress && l.TargetId == origin).Select(l => l.MatterId);
        var seen = db.Matters.AsNoTracking().VisibleTo(db, actor, SuggestionFlow.Id);
        var parts = await seen.Where(m => m.OriginId == origin && m.Id != own && named.Contains(m.Id)).Select(m => m.Id).ToListAsync();
        var rows = await new Register(db, actor, SuggestionFlow.Id).OfAsync(parts);
        var contents = (await db.Records.AsNoTracking().Where(r => r.Congress == actor.Congress && parts.Contains(r.MatterId) && r.Step == Dividing.Part).Select(r => new { r.MatterId, r.Particulars }).ToListAsync())
            .ToDictionary(r => r.MatterId, r => RecordJson.ReadParticulars(r.Particulars).One("content") ?? "");
        List<PartLine> lines = [];
        foreach (var row in rows.OrderBy(r => r.Number, StringComparer.Ordinal))
        {
            lines.Add(new PartLine(row.Id, row.Number, row.Unit, contents[row.Id], row.Stage, (await rules.VersionAsync(db, row.Version)).Stage(row.Stage).Title));
        }

        var original = own == origin ? null : await seen.Where(m => m.Id == origin).Select(m => m.Number ?? m.Title).SingleOrDefaultAsync();
        return new DivisionCard(
            own == origin ? null : RecordJson.ReadParticulars(root.Records[0].Particulars).One("content"), original is null ? null : (origin, original), lines);
    }
}
