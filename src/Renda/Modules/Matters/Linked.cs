using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Matters;

/// <summary>Another matter that this one names, or that names this one.</summary>
internal sealed record Linked(Guid Id, string Href, string? Number, string Title, string Procedure, string Stage, bool Ended)
{
    /// <summary>The most a page shows; the newest of them.</summary>
    private const int Most = 100;

    /// <summary>What the acts name that this person sees.</summary>
    public static async Task<IReadOnlyList<Linked>> FromAsync(RendaDb db, RuleShelf rules, Addresses addresses, MatterView view)
    {
        var named = (from act in view.Timeline()
                     let asked = act.Member.Procedure.Steps[act.Record.Step].Asks.Where(IsMatter).ToList()
                     where asked.Count > 0
                     let given = RecordJson.ReadParticulars(act.Record.Particulars)
                     from field in asked
                     from value in given[field.Id]
                     where Guid.TryParse(value, out _)
                     select Guid.Parse(value)).ToHashSet();
        var ids = view.Family.All.Select(m => m.Matter.Id).ToList();
        var targets = db.Links.Where(l => l.Congress == view.Actor.Congress && ids.Contains(l.MatterId)).Select(l => l.TargetId);
        var found = named.Count == 0 ? []
            : await db.Matters.AsNoTracking().VisibleTo(db, view.Actor).Where(m => named.Contains(m.Id) && targets.Contains(m.Id)).OrderByDescending(m => m.Id).Take(Most).ToListAsync();
        return await ShownAsync(db, rules, addresses, view.Actor, found);
    }

    /// <summary>What names this matter, where this person sees the act that does.</summary>
    public static async Task<IReadOnlyList<Linked>> ToAsync(RendaDb db, RuleShelf rules, Addresses addresses, MatterView view)
    {
        var (actor, id) = (view.Actor, view.Root.Matter.Id);
        var naming = await (
            from l in db.Links.AsNoTracking()
            where l.Congress == actor.Congress && l.TargetId == id
            join m in db.Matters.AsNoTracking().VisibleTo(db, actor) on new { l.Congress, Id = l.MatterId } equals new { m.Congress, m.Id }
            orderby m.Id descending
            select m).Take(Most).ToListAsync();
        List<Guid> ids = [.. naming.Select(m => m.Id)];
        var acts = ids.Count == 0 ? []
            : await db.Records.AsNoTracking().Where(r => r.Congress == actor.Congress && ids.Contains(r.MatterId) && r.Particulars.Contains(id.ToString())).ToListAsync();
        List<Matter> found = [];
        foreach (var matter in naming)
        {
            var procedure = await rules.VersionAsync(db, matter.Version);
            if (matter.ParentId is null && acts.Any(a => a.MatterId == matter.Id && IsOpen(procedure, a)))
            {
                found.Add(matter);
            }
            else if (await MatterView.LoadAsync(db, rules, actor, matter.Id) is { } other && acts.Any(a => a.MatterId == matter.Id && other.Timeline().Any(x => x.Record.Hash == a.Hash)))
            {
                found.Add(other.Root.Matter);
            }
        }

        return await ShownAsync(db, rules, addresses, actor, [.. found.DistinctBy(m => m.Id)]);
    }

    // Whoever sees the matter sees this act of it; what is a draft's or hidden from somebody is looked at more closely.
    private static bool IsOpen(Procedure procedure, Record record) =>
        procedure.Steps[record.Step].HiddenFrom.Count == 0 && !procedure.Stage(record.Stage).Private;

    private static bool IsMatter(Field field) => field.Type is FieldType.Matter or FieldType.Matters;

    private static async Task<IReadOnlyList<Linked>> ShownAsync(RendaDb db, RuleShelf rules, Addresses addresses, Actor actor, List<Matter> matters)
    {
        List<Linked> shown = [];
        foreach (var matter in matters)
        {
            var procedure = await rules.VersionAsync(db, matter.Version);
            var stage = procedure.Stage(actor.SeesThrough(procedure.Id) ? matter.Stage : matter.ShownStage);
            shown.Add(new Linked(matter.Id, addresses.Matter(matter.Procedure, matter.Id), matter.Number, matter.Title, procedure.Title, stage.Title, matter.Ended));
        }

        return shown;
    }
}
