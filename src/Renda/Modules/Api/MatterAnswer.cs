using Renda.Modules.Matters;
using Renda.Platform.Matters;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Api;

/// <summary>A matter as the caller may see it.</summary>
/// <param name="Version">The latest record of the matter the caller sees; given with the next step on it.</param>
/// <param name="Rules">The text it keeps, whatever came into force since.</param>
/// <param name="Steps">What is open to the caller, on the matter and on the parallel work below it.</param>
internal sealed record MatterAnswer(
    Guid Id, int Version, string Procedure, string? Number, string Title, string Stage, string StageTitle, bool Ended, DateOnly Opened, RulesAnswer Rules,
    IReadOnlyList<DueAnswer> Due, IReadOnlyList<PartyAnswer> Parties, IReadOnlyList<OpenStep> Steps, IReadOnlyList<PartAnswer> Children, IReadOnlyList<LinkAnswer> Links);

/// <summary>The version of the rules a matter keeps.</summary>
internal sealed record RulesAnswer(string Version, string Jurisdiction, DateOnly InForce, string Law, string? Newer, string? Note)
{
    public static RulesAnswer Of(Procedure p) => new(p.Version, p.Jurisdiction, p.InForce, p.Law, p.Newer, p.Note);
}

/// <summary>A limit that runs or ran on a matter.</summary>
/// <param name="Kind">deadline, earliest or latest; see the procedure.</param>
/// <param name="Provisional">A year it touches has no published calendar yet.</param>
/// <param name="Derivation">How the day was found, a line each.</param>
internal sealed record DueAnswer(
    string Limit, string Title, string Kind, DateOnly Started, DateOnly Unrolled, DateOnly Due, bool Provisional, bool Soft, DateOnly? Stopped, IReadOnlyList<string> Derivation, BasisAnswer Basis)
{
    public static IReadOnlyList<DueAnswer> Of(MatterView view, Loaded member, DateOnly today) =>
    [
        .. from line in ClockLine.Of(view, member, today)
           let clock = line.Clock
           let limit = member.Procedure.Limits[clock.Limit]
           select new DueAnswer(
               limit.Id, limit.Title, LimitAnswer.KindOf(limit), clock.StartedOn, clock.Unrolled, clock.Due, clock.Provisional, clock.Soft, clock.StoppedOn, clock.Derivation.Split('\n'), BasisAnswer.Of(limit.Basis)),
    ];
}

/// <summary>A person or a unit with a part in the matter.</summary>
internal sealed record PartyAnswer(string Part, string Title, Guid? Person, Guid? Unit, string Name);

/// <summary>A step the caller may take, now or once what stands in the way is gone.</summary>
/// <param name="Matter">The matter, or the part of it, the step is taken on.</param>
/// <param name="Version">The version to give with it.</param>
/// <param name="Lapsed">The time in which it could be taken is over.</param>
/// <param name="Missing">What still stands in the way.</param>
/// <param name="Earliest">The first day it may be taken, where it must wait for one.</param>
internal sealed record OpenStep(
    Guid Matter, int Version, string Id, string Title, bool Open, bool Lapsed, bool Grave, IReadOnlyList<FieldAnswer> Asks, IReadOnlyList<ProblemError> Missing, DateOnly? Earliest, string? Hint, BasisAnswer Basis)
{
    public static IReadOnlyList<OpenStep> Of(MatterView view, DateOnly today) =>
    [
        .. from offer in view.Offers(today)
           let state = view.State(offer.Member)
           let step = offer.Step
           select new OpenStep(
               offer.Member.Matter.Id, view.Revision(offer.Member), step.Id, step.Title, offer.Missing.Count == 0, Taking.Lapsed(state, step, today), step.Grave, FieldAnswer.Of(step),
               [.. offer.Missing.Select(r => new ProblemError(r.Sentence, r.Field, r.Basis?.ToString(), r.Remedy))], EarliestOf(state, step, today), step.Hint, BasisAnswer.Of(step.Basis)),
    ];

    // Of a day given in a field nothing is known yet.
    private static DateOnly? EarliestOf(MatterState state, Step step, DateOnly today) =>
        (from need in step.Needs
         from condition in need.Condition is Condition.All all ? all.Conditions : [need.Condition]
         where condition is Condition.Complete && !condition.Holds(state, Particulars.Empty, today)
         let clock = state.Clocks.LastOrDefault(c => c.Limit == ((Condition.Complete)condition).Limit)
         where clock is not null
         select (DateOnly?)clock.Due.AddDays(1)).Max();
}

/// <summary>Parallel work below a matter.</summary>
internal sealed record PartAnswer(
    Guid Id, int Version, string Procedure, string? Part, string Title, string Stage, string StageTitle, bool Ended, DateOnly Opened, IReadOnlyList<DueAnswer> Due)
{
    public static IReadOnlyList<PartAnswer> Of(MatterView view, DateOnly today) =>
    [
        .. from child in view.Family.Children
           where view.SeesMember(child)
           let matter = child.Matter
           let stage = view.StageOf(child)
           select new PartAnswer(
               matter.Id, view.Revision(child), matter.Procedure, matter.Part, matter.Title, stage.Id, stage.Title, matter.Ended, matter.OpenedOn, DueAnswer.Of(view, child, today)),
    ];
}

/// <summary>A matter that names this one, or that this one names.</summary>
/// <param name="Procedure">The title of its procedure.</param>
/// <param name="Stage">The title of the stage the caller is shown.</param>
/// <param name="Named">This one names it.</param>
internal sealed record LinkAnswer(Guid Id, string? Number, string Title, string Procedure, string Stage, bool Named);
