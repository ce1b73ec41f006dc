using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Records;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Platform.Matters;

/// <summary>Takes acts: decides by the procedure and the module, and carries out what is allowed in the same transaction.</summary>
internal sealed class Acts(RendaDb db, RuleShelf rules, IEnumerable<IFlow> flows, TimeProvider time, Followers followers)
{
    private static readonly Prepared<Func<RendaDb, int, Guid, Task<Record?>>> ByKey = new(() => EF.CompileAsyncQuery((RendaDb db, int congress, Guid key) =>
        db.Records.AsNoTracking().SingleOrDefault(r => r.Congress == congress && r.Key == key)));

    private readonly Carrying carrying = new(db, time, followers);

    /// <summary>Begins a matter.</summary>
    /// <param name="on">The legal date where it is not today (补录).</param>
    public Task<Outcome> BeginAsync(Actor actor, string procedure, ActRequest request, DateOnly? on = null) => InTransaction(async () =>
    {
        if (await RepeatedAsync(actor, request, of => of.Procedure.Id == procedure) is { } repeated)
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
        var none = MatterState.None with { Actor = actor.PersonId.ToString(), Tallies = await Elsewhere.TalliesAsync(db, actor.Congress, text, time.Today()) };
        var decision = text.Take(none, request.Step, roles.Keys.ToHashSet(), time.Today(), request.Given);
        if (decision is not Decision.Moved moved)
        {
            return new Outcome.Refused(((Decision.Refused)decision).Reasons);
        }

        await Guards.LockNamedAsync(db, actor.Congress, moved);
        if (await RefusalsAsync(text.Id, request, new Acting(db, null, null, actor, moved, day)) is { Count: > 0 } reasons)
        {
            return new Outcome.Refused(reasons);
        }

        await rules.KeepAsync(db, text);
        var root = new Loaded { Matter = Open(actor.Congress, text, text.Version, moved, day), Procedure = text, Records = [], Parties = [], Clocks = [] };
        db.Matters.Add(root.Matter);
        var family = new Family { Root = root, Children = [] };
        await carrying.OutAsync(family, root, MatterState.None, moved, new Doer(actor, PostFor(roles, moved.Step), request.Key, day), Flow(text.Id));
        return await Flow(text.Id).ThenAsync(this, new Acting(db, root, family, actor, moved, day)) is { Count: > 0 } hindered
            ? new Outcome.Refused(hindered)
            : new Outcome.Done(root.Matter.Id, moved.Step, root.Records[0].Sequence, Repeated: false);
    });

    /// <summary>Takes a step on a matter.</summary>
    public Task<Outcome> TakeAsync(Actor actor, Guid matter, ActRequest request) => InTransaction(async () =>
    {
        // First the lock: a repeated request that waited for the first one must find its record.
        await Guards.LockAsync(db, actor.Congress, matter);
        if (await RepeatedAsync(actor, request, of => of.Matter.Id == matter) is { } repeated)
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
            return new Outcome.Refused(await Guards.WhoWasFirstAsync(db, subject, since), "请核对最新情况；您填写的内容还在，确认后可以再次提交。") { Overtaken = true };
        }

        var roles = Casting.Roles(subject, actor);
        var state = view.State(subject);
        var decision = subject.Procedure.Take(state, request.Step, roles.Keys.ToHashSet(), time.Today(), request.Given);
        if (decision is not Decision.Moved moved)
        {
            return new Outcome.Refused(((Decision.Refused)decision).Reasons);
        }

        await Guards.LockNamedAsync(db, actor.Congress, moved);
        if (await RefusalsAsync(family.Root.Procedure.Id, request, new Acting(db, subject, family, actor, moved, time.Today())) is { Count: > 0 } reasons)
        {
            return new Outcome.Refused(reasons);
        }

        await carrying.OutAsync(family, subject, state, moved, new Doer(actor, PostFor(roles, moved.Step), request.Key, time.Today()), Flow(family.Root.Procedure.Id));
        return await Flow(family.Root.Procedure.Id).ThenAsync(this, new Acting(db, subject, family, actor, moved, time.Today())) is { Count: > 0 } hindered
            ? new Outcome.Refused(hindered)
            : new Outcome.Done(matter, moved.Step, subject.Matter.Revision, Repeated: false);
    });

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
    private async Task<Outcome?> RepeatedAsync(Actor actor, ActRequest request, Func<Loaded, bool> here)
    {
        var done = await ByKey.For(db)(db, actor.Congress, request.Key);
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
            && family.Of(done.MatterId) is var acted && here(acted)
            && Asking.Same(acted.Procedure.Steps[done.Step], RecordJson.ReadParticulars(done.Particulars), request.Given);
        return same
            ? new Outcome.Done(done.MatterId, null, done.Sequence, Repeated: true)
            : new Outcome.Refused("这份表单先前已经提交过一次，这次的内容与那次不同，没有办理。", "请核对办理记录；仍要办理的，再提交一次即可。");
    }

    private async Task<IReadOnlyList<Refusal>> RefusalsAsync(string procedure, ActRequest request, Acting acting) =>
    [
        .. request.Strict ? Guards.Unasked(acting.Moved.Step, request.Given) : [],
        .. await Guards.UnknownAsync(acting),
        .. await Flow(procedure).RefuseAsync(acting),
    ];

    private IFlow Flow(string procedure) => flows.Of(procedure);

    private Task<Outcome> InTransaction(Func<Task<Outcome>> act) => db.InTransactionAsync(act, outcome => outcome is Outcome.Done);
}
