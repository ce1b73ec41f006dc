using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;

namespace Renda.Modules.Supervision.Due;

/// <summary>Something with a due date that waits for a unit.</summary>
internal sealed class DueItem
{
    public required int Congress { get; init; }

    public required Guid Id { get; init; }

    public required Guid RootId { get; init; }

    public required Guid UnitId { get; init; }

    /// <summary>It is the unit's part in another one's work (协办).</summary>
    public required bool Assisting { get; init; }

    /// <summary>Its own, or that of the whole where the part has none.</summary>
    public required DateOnly Due { get; init; }

    public required string Procedure { get; init; }

    public required string Version { get; init; }

    public required string Stage { get; init; }

    public required string Member { get; init; }

    public required string Step { get; init; }

    public string? Number { get; init; }

    public required string Title { get; init; }
}

internal static class DueItems
{
    public const string Lead = "lead";
    public const string Assisting = "assisting";

    /// <summary>What waits for units in matters the person may see: for those who oversee the procedure or hand it out, all units';
    /// for those who work for a unit, its own.</summary>
    public static IQueryable<DueItem> SeenBy(RendaDb db, Actor actor, DateOnly until)
    {
        var (congress, units, overseen, hands) = (actor.Congress, actor.Units, actor.Overseen.ToList(), actor.Has(Posts.Dispatcher));
        var waiting = db.Waitings.Where(w => w.Congress == congress && w.UnitId != null && (!w.Dated || w.DueOn <= until));
        if (overseen.Count == 0 && !hands)
        {
            waiting = waiting.Where(w => units.Contains(w.UnitId!.Value));
        }

        return
            from w in waiting
            join m in db.Matters on new { w.Congress, Id = w.MatterId } equals new { m.Congress, m.Id }
            join p in db.Matters.VisibleTo(db, actor) on new { m.Congress, Id = m.ParentId ?? m.Id } equals new { p.Congress, p.Id }
            where w.Dated || p.DueOn <= until
            where hands || overseen.Contains(p.Procedure) || units.Contains(w.UnitId!.Value)
            // The unit that has the whole has its part in it too: one thing to do is counted once.
            where m.ParentId == null || !db.Waitings.Any(x => x.Congress == w.Congress && x.MatterId == p.Id && x.UnitId == w.UnitId)
            select new DueItem
            {
                Congress = w.Congress,
                Id = w.Id,
                RootId = p.Id,
                UnitId = w.UnitId!.Value,
                Assisting = m.Part == Assisting,
                Due = w.Dated ? w.DueOn : p.DueOn!.Value,
                Procedure = p.Procedure,
                Version = p.Version,
                Stage = p.Stage,
                Member = m.Procedure,
                Step = w.Step,
                Number = p.Number,
                Title = p.Title,
            };
    }
}
