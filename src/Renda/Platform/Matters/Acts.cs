using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Records;
using Renda.Platform.Rules;
using Renda.Platform.Search;
using Renda.Procedures;

namespace Renda.Platform.Matters;

/// <summary>Carries out acts: decides by the procedure, writes the record and all that follows in one transaction.</summary>
internal sealed class Acts(RendaDb db, RuleShelf rules, IEnumerable<IFlow> flows, TimeProvider time, Followers followers)
{
    /// <summary>Begins a matter.</summary>
    /// <param name="on">The legal date where it is not today (补录).</param>
    public Task<Outcome> BeginAsync(Actor actor, string procedure, ActRequest request, DateOnly? on = null) => InTransaction(async () =>
    {
        if (await RepeatedAsync(actor, request) is { } repeated)
        {
            return repeated;
        }

        var day = on ?? time.Today();
        var (text, sentence) = on is null ? rules.Book.Find(procedure, actor.Jurisdiction, day) : rules.Book.FindOrEarliest(procedure, actor.Jurisdiction, day);
        if (text is null)
        {
            return new Outcome.Refused(sentence);
        }

        var roles = Casting.Beginning(text, actor);
        var decision = text.Take(MatterState.None, request.Step, roles.Keys.ToHashSet(), time.Today(), request.Given);
        if (decision is not Decision.Moved moved)
        {
            return new Outcome.Refused(((Decision.Refused)decision).Reasons);
        }

        if (await RefusalsAsync(text.Id, new Acting(db, null, null, actor, moved, day)) is { Count: > 0 } reasons)
        {
            return new Outcome.Refused(reasons);
        }

        await rules.KeepAsync(db, text);
        var root = new Loaded { Matter = Open(actor.Congress, text, text.Version, moved, day), Procedure = text, Records = [], Parties = [], Clocks = [] };
        db.Matters.Add(root.Matter);
        var family = new Family { Root = root, Children = [] };
        await CarryOutAsync(family, root, MatterState.None, moved, actor, PostFor(roles, moved.Step), request.Key, day);
        return new Outcome.Done(root.Matter.Id, moved.Step, Repeated: false);
    });

    /// <summary>Takes a step on a matter.</summary>
    public Task<Outcome> TakeAsync(Actor actor, Guid matter, ActRequest request) => InTransaction(async () =>
    {
        // First the lock: a repeated request that waited for the first one must find its record.
        await Guards.LockAsync(db, actor.Congress, matter);
        if (await RepeatedAsync(actor, request) is { } repeated)
        {
            return repeated;
        }

        if (await MatterView.LoadAsync(db, rules, actor, matter) is not { } view)
        {
            return new Outcome.Hidden();
        }

        var family = view.Family;
        var subject = family.Of(matter);
        // Only what the person may see can have overtaken them.
        var since = subject.Records.Where(r => r.Sequence > request.Seen && view.Sees(subject, r)).ToList();
        if (since.Count > 0)
        {
            return new Outcome.Refused(await Guards.WhoWasFirstAsync(db, subject, since), "请核对最新情况；您填写的内容还在，确认后可以再次提交。");
        }

        var roles = Casting.Roles(subject.Procedure, subject.Parties, actor);
        var state = view.State(subject);
        var decision = subject.Procedure.Take(state, request.Step, roles.Keys.ToHashSet(), time.Today(), request.Given);
        if (decision is not Decision.Moved moved)
        {
            return new Outcome.Refused(((Decision.Refused)decision).Reasons);
        }

        if (await RefusalsAsync(family.Root.Procedure.Id, new Acting(db, subject, family, actor, moved, time.Today())) is { Count: > 0 } reasons)
        {
            return new Outcome.Refused(reasons);
        }

        await CarryOutAsync(family, subject, state, moved, actor, PostFor(roles, moved.Step), request.Key, time.Today());
        return new Outcome.Done(matter, moved.Step, Repeated: false);
    });

    private async Task CarryOutAsync(
        Family family, Loaded subject, MatterState before, Decision.Moved moved, Actor actor, HeldPost? post, Guid? key, DateOnly on)
    {
        var isNew = db.IsNew(family.Root.Matter);
        await WriteAsync(family, subject, before, moved, actor, post, key, on);
        foreach (var open in moved.Opens)
        {
            await OpenChildAsync(family, open, actor, post, on);
        }

        foreach (var (child, step) in Carried(family, subject, moved.Step).ToList())
        {
            var state = family.State(child);
            var carried = child.Procedure.Take(state, step, child.Procedure.Steps[step].By.ToHashSet(), on, Particulars.Empty);
            await WriteAsync(family, child, state, (Decision.Moved)carried, actor, post, key: null, on);
        }

        var flow = Flow(family.Root.Procedure.Id);
        var acting = new Acting(db, subject, family, actor, moved, on);
        await flow.FollowAsync(acting);
        await Followers.SettleAsync(db, family);
        await db.SaveChangesAsync();
        await SearchIndex.PutAsync(db, actor.Congress, family.Root.Matter.Id, await flow.SearchTextAsync(acting), Listing.Viewers(family.Root), isNew);
    }

    private async Task OpenChildAsync(Family family, ChildToOpen open, Actor actor, HeldPost? post, DateOnly on)
    {
        var procedure = family.Root.Procedure.Children[open.Child];
        var unit = await db.Units.SingleAsync(u => u.Congress == actor.Congress && u.Id == Guid.Parse(open.Unit));
        var begin = procedure.Steps.Values.Single(s => s.Begins);
        var moved = (Decision.Moved)procedure.Take(
            MatterState.None, begin.Id, begin.By.ToHashSet(), on, Particulars.Empty);
        var matter = new Matter
        {
            Congress = actor.Congress,
            Procedure = open.Child,
            Version = family.Root.Matter.Version,
            ParentId = family.Root.Matter.Id,
            Part = open.Part,
            Title = unit.Name,
            Stage = moved.To,
            ShownStage = moved.To,
            OpenedOn = on,
            UnitId = unit.Id,
        };
        var child = new Loaded { Matter = matter, Procedure = procedure, Records = [], Parties = [], Clocks = [] };
        db.Matters.Add(matter);
        family.Children.Add(child);
        await WriteAsync(family, child, MatterState.None with { Part = open.Part }, moved, actor, post, key: null, on);
    }

    private async Task WriteAsync(
        Family family, Loaded subject, MatterState before, Decision.Moved moved, Actor actor, HeldPost? post, Guid? key, DateOnly on)
    {
        var matter = subject.Matter;
        var at = time.GetUtcNow().UtcDateTime;
        var papers = await Followers.AttachAsync(db, matter, moved, actor);
        var record = new Record
        {
            Congress = matter.Congress,
            MatterId = matter.Id,
            Sequence = matter.Revision + 1,
            Step = moved.Step.Id,
            Stage = moved.To,
            PersonId = actor.PersonId == Guid.Empty ? null : actor.PersonId,
            PostId = post is { Id: var held } && held != Guid.Empty ? held : null,
            At = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMillisecond)),
            On = on,
            Particulars = RecordJson.Write(moved.Given),
            Papers = RecordJson.Write(papers),
            Version = subject.Procedure.Version,
            Basis = moved.Step.Basis.ToString(),
            Key = key,
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
        followers.Wind(db, family, subject, before, moved, on);
    }

    private static IEnumerable<(Loaded Child, string Step)> Carried(Family family, Loaded subject, Step step) =>
        subject != family.Root
            ? []
            : from carry in step.Carries
              from child in family.Children
              where child.Matter.Procedure == carry.Child && !child.Matter.Ended && (carry.Part is null || child.Matter.Part == carry.Part)
              select (child, carry.Step);

    private static Matter Open(int congress, Procedure procedure, string version, Decision.Moved moved, DateOnly on) => new()
    {
        Congress = congress,
        Procedure = procedure.Id,
        Version = version,
        Title = moved.Given.One("title") ?? procedure.Title,
        Stage = moved.To,
        ShownStage = moved.To,
        OpenedOn = on,
    };

    private static HeldPost? PostFor(IReadOnlyDictionary<string, HeldPost?> roles, Step step) =>
        step.By.Where(roles.ContainsKey).Select(r => roles[r]).FirstOrDefault();

    // The same form sent twice acts once; a form changed and sent again under the old key has not been carried out and says so.
    private async Task<Outcome?> RepeatedAsync(Actor actor, ActRequest request)
    {
        var done = await db.Records.AsNoTracking().SingleOrDefaultAsync(r => r.Congress == actor.Congress && r.Key == request.Key);
        if (done is null)
        {
            return null;
        }

        if (done.PersonId != (actor.PersonId == Guid.Empty ? null : actor.PersonId))
        {
            return new Outcome.Refused("这次提交的编号已被他人使用。", "请刷新页面后重新提交。");
        }

        var same = done.Step == request.Step
            && await Family.LoadAsync(db, rules, actor.Congress, done.MatterId) is { } family
            && Asking.Same(family.Of(done.MatterId).Procedure.Steps[done.Step], RecordJson.ReadParticulars(done.Particulars), request.Given);
        return same
            ? new Outcome.Done(done.MatterId, null, Repeated: true)
            : new Outcome.Refused("这份表单先前已经提交过一次，这次的内容与那次不同，没有办理。", "请核对办理记录；仍要办理的，再提交一次即可。");
    }

    private async Task<IReadOnlyList<Refusal>> RefusalsAsync(string procedure, Acting acting) =>
    [
        .. await Guards.UnknownAsync(acting),
        .. await Flow(procedure).RefuseAsync(acting),
    ];

    private IFlow Flow(string procedure) => flows.FirstOrDefault(f => f.Procedure == procedure) ?? PlainFlow.Instance;

    private Task<Outcome> InTransaction(Func<Task<Outcome>> act) => db.InTransactionAsync(act, outcome => outcome is Outcome.Done);
}

/// <summary>For procedures no module adds anything to.</summary>
internal sealed class PlainFlow : IFlow
{
    public static readonly PlainFlow Instance = new();

    public string Procedure => "";

    public Task<IReadOnlyList<Refusal>> RefuseAsync(Acting acting) => Task.FromResult<IReadOnlyList<Refusal>>([]);

    public Task FollowAsync(Acting acting) => Task.CompletedTask;

    public Task<IReadOnlyList<string?>> SearchTextAsync(Acting acting) =>
        Task.FromResult<IReadOnlyList<string?>>([acting.Family!.Root.Matter.Number, acting.Family.Root.Matter.Title]);
}
