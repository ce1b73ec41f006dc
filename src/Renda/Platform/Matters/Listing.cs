using Microsoft.EntityFrameworkCore;
using Renda.Database;

namespace Renda.Platform.Matters;

/// <summary>
/// A matter in the list of a person or unit with a part in it, at the stage that list shows. It lets a list be walked in
/// order among millions; whether a matter may be seen is still decided by <see cref="Visibility"/> alone.
/// </summary>
internal sealed class Listing
{
    private static readonly Prepared<Func<RendaDb, int, Guid, IAsyncEnumerable<Listing>>> Of = new(() => EF.CompileAsyncQuery((RendaDb db, int congress, Guid matter) =>
        db.Listings.Where(l => l.Congress == congress && l.MatterId == matter)));

    public required int Congress { get; init; }

    public required Guid MatterId { get; init; }

    /// <summary>A person or a unit.</summary>
    public required Guid Viewer { get; init; }

    public required string Procedure { get; init; }

    public required string Stage { get; set; }

    public required DateOnly OpenedOn { get; set; }

    /// <summary>Those with a part in a matter.</summary>
    public static IEnumerable<Guid> Viewers(Loaded of) => of.Parties.Select(p => p.PersonId ?? p.UnitId).OfType<Guid>().Distinct();

    // Whoever an act may be hidden from finds the matter at the stage they are shown.
    private static bool SeesThrough(Loaded of, Guid viewer)
    {
        List<List<string>> parts = [.. of.Parties.Where(p => (p.PersonId ?? p.UnitId) == viewer)
            .Select(p => of.Procedure.Roles.Values.Where(r => r.Party == p.Role).Select(r => r.Id).ToList())];
        return of.Procedure.Steps.Values.Where(s => s.HiddenFrom.Count > 0).All(s => parts.Any(roles => roles.Count > 0 && !roles.Any(s.HiddenFrom.Contains)));
    }

    /// <summary>Brings the lists up to date with the matter's parties, stage and day.</summary>
    public static async Task SettleAsync(RendaDb db, Loaded of)
    {
        var matter = of.Matter;
        var viewers = Viewers(of).ToHashSet();
        var there = db.IsNew(matter) ? [] : await Of.For(db)(db, matter.Congress, matter.Id).ToDictionaryAsync(l => l.Viewer);
        db.Listings.RemoveRange(there.Values.Where(l => !viewers.Contains(l.Viewer)));
        foreach (var viewer in viewers)
        {
            var stage = matter.Ended || SeesThrough(of, viewer) ? matter.Stage : matter.ShownStage;
            if (there.TryGetValue(viewer, out var listing))
            {
                (listing.Stage, listing.OpenedOn) = (stage, matter.OpenedOn);
            }
            else
            {
                db.Listings.Add(new Listing { Congress = matter.Congress, MatterId = matter.Id, Viewer = viewer, Procedure = matter.Procedure, Stage = stage, OpenedOn = matter.OpenedOn });
            }
        }
    }
}
