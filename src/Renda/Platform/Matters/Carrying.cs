using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Records;
using Renda.Platform.Search;
using Renda.Procedures;

namespace Renda.Platform.Matters;

/// <summary>Who acts, under which post, with which form, on which legal day.</summary>
/// <param name="Key">The form's key; null for what follows from another act.</param>
internal sealed record Doer(Actor Actor, HeldPost? Post, Guid? Key, DateOnly On);

/// <summary>Carries out what was allowed: the record and all that follows from it.</summary>
internal sealed class Carrying(RendaDb db, TimeProvider time, Followers followers)
{
    public async Task OutAsync(Family family, Loaded subject, MatterState before, Decision.Moved moved, Doer doer, IFlow flow)
    {
        var isNew = db.IsNew(family.Root.Matter);
        await WriteAsync(family, subject, before, moved, doer);
        var followed = doer with { Key = null };
        foreach (var open in moved.Opens)
        {
            await OpenChildAsync(family, open, followed);
        }

        foreach (var (child, step) in Carried(family, subject, moved.Step).ToList())
        {
            var state = family.State(child);
            var carried = child.Procedure.Take(state, step, child.Procedure.Steps[step].By.ToHashSet(), doer.On, Particulars.Empty);
            await WriteAsync(family, child, state, (Decision.Moved)carried, followed);
        }

        var acting = new Acting(db, subject, family, doer.Actor, moved, doer.On);
        await flow.FollowAsync(acting);
        await followers.TellAsync(db, family, subject, moved, time.GetUtcNow().UtcDateTime);
        await Passages.SettleAsync(db, family);
        await Followers.SettleAsync(db, family);
        await db.SaveChangesAsync();
        await SearchIndex.PutAsync(
            db, doer.Actor.Congress, family.Root.Matter.Id, await flow.SearchTextAsync(acting),
            SearchIndex.SeenBy(family.Root.Matter.Procedure, family.Root.Matter.Private, Listing.Viewers(family.Root)), isNew);
    }

    private async Task OpenChildAsync(Family family, ChildToOpen open, Doer doer)
    {
        var procedure = family.Root.Procedure.Children[open.Child];
        var (name, unit, person) = await WhoAsync(doer.Actor.Congress, open.For);
        var begin = procedure.Steps.Values.Single(s => s.Begins);
        var moved = (Decision.Moved)procedure.Take(
            MatterState.None, begin.Id, begin.By.ToHashSet(), doer.On, open.Given);
        var matter = new Matter
        {
            Congress = doer.Actor.Congress,
            Procedure = open.Child,
            Version = family.Root.Matter.Version,
            ParentId = family.Root.Matter.Id,
            Part = open.Part,
            Title = open.Title ?? name ?? string.Join(' ', open.Given.Values.Values.Select(v => v[0]).Take(1).Prepend(procedure.Title)),
            Stage = moved.To,
            ShownStage = moved.To,
            OpenedOn = doer.On,
            UnitId = unit,
            PersonId = person,
        };
        var child = new Loaded { Matter = matter, Procedure = procedure, Records = [], Parties = [], Clocks = [] };
        db.Matters.Add(matter);
        family.Children.Add(child);
        if (procedure.Party is { } party && (unit ?? person) is { } who)
        {
            Joining.Take(db, family, child, party, who, isUnit: unit is not null);
        }

        await WriteAsync(family, child, MatterState.None with { Part = open.Part }, moved, doer);
    }

    private async Task<(string? Name, Guid? Unit, Guid? Person)> WhoAsync(int congress, string? id)
    {
        if (id is null)
        {
            return default;
        }

        var who = Guid.Parse(id);
        return await db.Units.Where(u => u.Congress == congress && u.Id == who).Select(u => u.Name).SingleOrDefaultAsync() is { } unit
            ? (unit, who, null)
            : (await db.People.Where(p => p.Congress == congress && p.Id == who).Select(p => p.Name).SingleAsync(), null, who);
    }

    private async Task WriteAsync(Family family, Loaded subject, MatterState before, Decision.Moved moved, Doer doer)
    {
        var matter = subject.Matter;
        var at = time.GetUtcNow().UtcDateTime;
        var papers = await Followers.AttachAsync(db, matter, moved, doer.Actor);
        var record = new Record
        {
            Congress = matter.Congress,
            MatterId = matter.Id,
            Sequence = matter.Revision + 1,
            Step = moved.Step.Id,
            Stage = moved.To,
            PersonId = doer.Actor.PersonId == Guid.Empty ? null : doer.Actor.PersonId,
            PostId = doer.Post is { Id: var held } && held != Guid.Empty ? held : null,
            At = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMillisecond)),
            On = doer.On,
            Particulars = RecordJson.Write(moved.Given),
            Papers = RecordJson.Write(papers),
            Version = subject.Procedure.Version,
            Basis = moved.Step.Basis.ToString(),
            Key = doer.Key,
            Previous = matter.Head,
        }.Sealed();
        db.Records.Add(record);
        subject.Records.Add(record);
        var stage = subject.Procedure.Stage(moved.To);
        matter.Stage = moved.To;
        matter.ShownStage = stage.ShownAs ?? moved.To;
        matter.Private = stage.Private;
        matter.Ended = stage.End;
        matter.Revision = record.Sequence;
        matter.Head = record.Hash;
        followers.Wind(db, family, subject, before, moved, doer.On);
        Joining.Follow(db, family, subject, moved, doer.Actor);
        await Linking.FollowAsync(db, matter, moved);
        if (moved.Step.Number is { } pattern)
        {
            matter.Number = await Numbering.NextAsync(db, matter.Congress, matter.Procedure, doer.On.Year, pattern);
        }
    }

    private static IEnumerable<(Loaded Child, string Step)> Carried(Family family, Loaded subject, Step step) =>
        subject != family.Root
            ? []
            : from carry in step.Carries
              from child in family.Children
              where child.Matter.Procedure == carry.Child && !child.Matter.Ended && (carry.Part is null || child.Matter.Part == carry.Part)
              select (child, carry.Step);
}
