using Renda.Procedures;

namespace Renda.Modules.Demo.Cases;

/// <summary>An act of an invented case: when, on the whole or on one of its parts, by which of those who may.</summary>
internal sealed record CaseAct(DateTime At, int Member, Step Step, string Actor, Particulars Given, string Stage);

/// <summary>A matter of the demo office that others can name; its id stands for the one it is given when it is played.</summary>
/// <param name="Seen">The day others saw it first; null while it is a draft.</param>
/// <param name="Rests">The day after which nothing is done on it any more; null while it goes on.</param>
internal sealed record Nameable(Guid Id, Procedure Procedure, DateOnly? Seen, DateOnly? Rests)
{
    /// <summary>Whether a matter that begins on a day can name it without standing in its way.</summary>
    public bool LetsName(string procedure, DateOnly from) => Seen < from && (Rests < from || !Procedure.Linking.Contains(procedure));
}

/// <summary>An invented case of any procedure, planned act by act before it is played.</summary>
/// <param name="Parts">The parallel work it opens, in the order it is opened.</param>
internal sealed record Case(Guid Id, Procedure Procedure, string Title, IReadOnlyList<CaseAct> Acts, IReadOnlyList<CourseChild> Parts)
{
    public Nameable AsNameable() => new(Id, Procedure, Day(Whole.FirstOrDefault(a => !Procedure.Stage(a.Stage).Private)), Ended ? Day(Acts[^1]) : null);

    public bool Ended => Procedure.Stage(Whole.Last().Stage).End;

    /// <summary>As those it names see it in the morning of a day: what was done the day before counts.</summary>
    public ChildState? On(DateOnly day, Guid named) =>
        Whole.TakeWhile(a => Day(a) < day).ToList() is { Count: > 0 } acts && acts.Exists(a => a.Given.Values.Values.Any(v => v.Contains($"{named}")))
            ? new ChildState(Procedure.Id, null, acts[^1].Stage, Title) : null;

    private IEnumerable<CaseAct> Whole => Acts.Where(a => a.Member == Course.Whole);

    private static DateOnly? Day(CaseAct? act) => act is null ? null : DateOnly.FromDateTime(act.At);
}
