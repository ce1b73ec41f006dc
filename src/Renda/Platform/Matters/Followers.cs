using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Notices;
using Renda.Platform.Records;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Platform.Matters;

/// <summary>What follows from an act: clocks, papers, whom the matter now waits for.</summary>
internal sealed class Followers(RuleShelf rules)
{
    /// <summary>Ties the papers given with the act to its record.</summary>
    public static async Task<IReadOnlyList<RecordedPaper>> AttachAsync(RendaDb db, Matter matter, Decision.Moved moved, Actor actor)
    {
        List<Guid> ids = [.. moved.Step.Asks.Where(f => f.Type == FieldType.Papers).SelectMany(f => moved.Given[f.Id]).Select(Guid.Parse)];
        if (ids.Count == 0)
        {
            return [];
        }

        var papers = await db.Papers.Where(p => p.Congress == actor.Congress && ids.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync();
        foreach (var paper in papers)
        {
            paper.MatterId ??= matter.Id; // Handed on to a child, it stays with the act it was given with.
            paper.Sequence ??= matter.Revision + 1;
        }

        return [.. papers.Select(p => new RecordedPaper(p.Id, p.Name, p.Size, p.Sha256))];
    }

    /// <summary>Moves the clocks of the matter, and of its parent when a child acted.</summary>
    public void Wind(RendaDb db, Family family, Loaded subject, MatterState before, Decision.Moved moved, DateOnly on)
    {
        Store(db, subject, Clocks.After(subject.Procedure, before, moved.Step.Id, moved.To, moved.Given, on, rules.Calendar), on);
        if (subject != family.Root)
        {
            var parent = family.State(family.Root);
            Store(db, family.Root, Clocks.After(
                family.Root.Procedure, parent, $"{subject.Matter.Part ?? subject.Procedure.Id}.{moved.Step.Id}", family.Root.Matter.Stage, moved.Given, on, rules.Calendar), on);
        }
    }

    /// <summary>Tells those an act calls upon (催办).</summary>
    public Task TellAsync(RendaDb db, Family family, Loaded subject, Decision.Moved moved, DateTime at) =>
        Noticing.UponAsync(db, rules, at, family, subject, moved.Step.Id);

    /// <summary>Brings due dates, the to-do list and the lists up to date.</summary>
    public static async Task SettleAsync(RendaDb db, Family family)
    {
        foreach (var member in family.All)
        {
            member.Matter.DueOn = member.Clocks.Where(c => c.StoppedOn is null && !c.Soft && !StopsUnseen(member.Procedure, c.Limit)).Min(c => (DateOnly?)c.Due);
        }

        foreach (var member in Touched(db, family))
        {
            var matter = member.Matter;
            if (!db.IsNew(matter))
            {
                await db.Database.ExecuteSqlAsync($"DELETE FROM waitings WHERE congress = {matter.Congress} AND matter_id = {matter.Id}");
            }

            db.Waitings.AddRange(matter.Ended ? [] : WaitingsOf(family, member));
        }

        await Listing.SettleAsync(db, family.Root);
    }

    // The whole, and the parts something changed in; what a ledger of seventy measures waits for stays where one of them is acted on.
    private static List<Loaded> Touched(RendaDb db, Family family)
    {
        var changed = db.ChangeTracker.Entries().Where(e => e.State != EntityState.Unchanged)
            .Select(e => e.Entity switch { Matter m => m.Id, Record r => r.MatterId, Party p => p.MatterId, MatterClock c => c.MatterId, _ => Guid.Empty }).ToHashSet();
        var root = db.Entry(family.Root.Matter);
        var all = root.State == EntityState.Added || root.Property(m => m.DueOn).IsModified; // The parts are in the order of the whole's day.
        return family.All.Where(m => all || m == family.Root || changed.Contains(m.Matter.Id)).ToList();
    }

    private static IEnumerable<Waiting> WaitingsOf(Family family, Loaded member) =>
        from awaited in member.Procedure.Awaiting(family.State(member))
        let due = DueFor(member, awaited.Step)
        let role = member.Procedure.Roles[awaited.Role]
        from target in role.Party is null
            ? [(Person: (Guid?)null, Unit: (Guid?)null)]
            : member.Parties.Where(p => p.Role == role.Party).Select(p => (Person: p.PersonId, Unit: p.UnitId))
        select new Waiting
        {
            Congress = member.Matter.Congress,
            MatterId = member.Matter.Id,
            Step = awaited.Step,
            Role = Waiting.RoleOf(family.Root.Procedure.Id, awaited.Role),
            PersonId = target.Person,
            UnitId = target.Unit,
            DueOn = due ?? Since(member),
            Dated = due is not null,
            AllDueOn = due ?? family.Root.Matter.DueOn ?? Waiting.Undated,
        };

    private static DateOnly? DueFor(Loaded member, string step)
    {
        var running = member.Clocks.Where(c => c.StoppedOn is null && !c.Soft).ToList();
        var own = running.Where(c => member.Procedure.Limits[c.Limit].Until.Contains(step)).ToList();
        return own.Concat(own.Count == 0 ? running : []).Min(c => (DateOnly?)c.Due);
    }

    // The day it came to where it stands.
    private static DateOnly Since(Loaded member) =>
        member.Records[member.Records.FindLastIndex(r => r.Stage != member.Matter.Stage) + 1].On;

    // A due date that stops with a hidden act would tell of it.
    private static bool StopsUnseen(Procedure procedure, string limit) =>
        procedure.Limits[limit].Until.Any(u => procedure.Steps.TryGetValue(u, out var step) && step.HiddenFrom.Count > 0);

    private static void Store(RendaDb db, Loaded member, IReadOnlyList<Clock> after, DateOnly on)
    {
        for (var i = 0; i < after.Count; i++)
        {
            if (i < member.Clocks.Count)
            {
                member.Clocks[i].StoppedOn = after[i].StoppedOn;
                member.Clocks[i].Replaced = after[i].Replaced;
                continue;
            }

            var clock = new MatterClock
            {
                Congress = member.Matter.Congress,
                MatterId = member.Matter.Id,
                Procedure = member.Matter.Procedure,
                Limit = after[i].Limit,
                StartedOn = after[i].StartedOn,
                Unrolled = after[i].Unrolled,
                Due = after[i].Due,
                Provisional = after[i].Provisional,
                Soft = after[i].Soft,
                Derivation = string.Join('\n', after[i].Derivation),
                StoppedOn = after[i].StoppedOn,
                Replaced = after[i].Replaced,
                // Whoever was just handed the matter need not be told that time is short; one taken over late is late at once.
                RemindOn = (after[i].StartedOn < on ? after[i].StartedOn : on).AddDays(1),
            };
            db.Clocks.Add(clock);
            member.Clocks.Add(clock);
        }
    }
}
