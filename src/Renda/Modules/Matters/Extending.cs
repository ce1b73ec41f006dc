using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Matters;

/// <summary>How far a step can extend a running limit: the due date as it is, the latest one there can be, and the article.</summary>
/// <param name="Stays">A limit of its own that runs beside and is over sooner: it is not extended.</param>
internal sealed record Extending(TimeLimit First, MatterClock Clock, TimeLimit Limit, Deadline Latest, string? Consent, (TimeLimit Limit, MatterClock Clock)? Stays)
{
    /// <summary>What the step extends itself, or asks somebody to.</summary>
    public static IReadOnlyList<Extending> Of(MatterView view, Loaded member, Step step, WorkCalendar calendar) =>
    [
        .. from limit in member.Procedure.Limits.Values
           where limit.Extends is not null && (limit.From.Contains(step.Id) || Asks(member.Procedure, step, limit))
           let clock = view.ClocksOf(member).LastOrDefault(c => c.Limit == limit.Extends && c.StoppedOn is null)
           where clock is not null
           let first = member.Procedure.Limits[limit.Extends!]
           let latest = limit.Count(clock.StartedOn, calendar, first)
           select new Extending(
               first, clock, limit, latest,
               limit.Consent is { } role ? member.Procedure.Roles[role].Title : null,
               Staying(view, member, clock, limit).Where(s => s.Clock.Due < latest.Due).OrderBy(s => s.Clock.Due).Select(s => ((TimeLimit, MatterClock)?)s).FirstOrDefault()),
    ];

    // Some count the reply from receipt and the law's own six months from assigning: the second goes on whatever is granted.
    private static IEnumerable<(TimeLimit Limit, MatterClock Clock)> Staying(MatterView view, Loaded member, MatterClock extended, TimeLimit limit) =>
        from clock in view.ClocksOf(member)
        where clock != extended && clock.StoppedOn is null && !clock.Soft
        let other = member.Procedure.Limits[clock.Limit]
        where other.Until.Any(limit.Until.Contains)
        select (other, clock);

    // It leads to where whoever must consent can take the step that extends.
    private static bool Asks(Procedure procedure, Step step, TimeLimit limit) =>
        limit.Consent is { } consent && limit.From.Any(from => procedure.Steps.TryGetValue(from, out var grant) && grant.By.Contains(consent)
            && step.To.Any(to => grant.From.Contains(to.Stage) && !step.From.Contains(to.Stage)));
}
