namespace Renda.Procedures;

/// <summary>A limit running, or stopped, on a matter.</summary>
/// <param name="Soft">Passed, it only warns (一般), closes a door or opens one: nobody is late.</param>
/// <param name="StoppedOn">The day it stopped, or null while it runs.</param>
/// <param name="Replaced">It stopped because an extension took over.</param>
public sealed record Clock(
    string Limit, DateOnly StartedOn, DateOnly Unrolled, DateOnly Due, bool Provisional, bool Soft,
    IReadOnlyList<string> Derivation, DateOnly? StoppedOn = null, bool Replaced = false)
{
    /// <summary>Still counting.</summary>
    public bool Running => StoppedOn is null;
}

/// <summary>Moves clocks as acts happen.</summary>
public static class Clocks
{
    /// <summary>The clocks after an act; the same list where it moves none.</summary>
    /// <param name="procedure">The procedure of the matter whose clocks these are.</param>
    /// <param name="matter">The matter before the act.</param>
    /// <param name="act">The step taken, <c>part.step</c> when a child took it (<c>child.step</c> where it has no parts).</param>
    /// <param name="to">The matter's stage after the act.</param>
    public static IReadOnlyList<Clock> After(
        Procedure procedure, MatterState matter, string act, string to, Particulars given, DateOnly on, WorkCalendar calendar)
    {
        var ended = procedure.Stage(to).End;
        List<Clock> clocks = [.. matter.Clocks];
        var moved = false;
        for (var i = 0; i < clocks.Count; i++)
        {
            if (clocks[i].Running && (ended || Stops(procedure, clocks[i], act)))
            {
                clocks[i] = clocks[i] with { StoppedOn = on };
                moved = true;
            }
        }

        foreach (var limit in ended ? [] : procedure.Limits.Values)
        {
            if (Starts(limit, matter, act, to, given, on))
            {
                Start(procedure, limit, clocks, (on, Day(limit, act, given, on)), calendar);
                moved = true;
            }
        }

        return moved ? clocks : matter.Clocks;
    }

    private static bool Stops(Procedure procedure, Clock clock, string act) =>
        procedure.Limits.TryGetValue(clock.Limit, out var limit) && limit.Until.Contains(act);

    private static bool Starts(TimeLimit limit, MatterState matter, string act, string to, Particulars given, DateOnly on) =>
        limit.From.Contains(act)
        && (limit.Into.Count == 0 || limit.Into.Contains(to))
        && (limit.When?.Holds(matter, given, on) ?? true);

    private static DateOnly? Day(TimeLimit limit, string act, Particulars given, DateOnly on) =>
        limit.Field is { } holds ? given.Day(holds)
        : limit.Dated.TryGetValue(act, out var field) ? given.Day(field)
        : on;

    private static void Start(Procedure procedure, TimeLimit limit, List<Clock> clocks, (DateOnly Act, DateOnly? Start) on, WorkCalendar calendar)
    {
        if (clocks.Any(c => c.Limit == limit.Id && c.Running))
        {
            return; // A limit that runs keeps its first start.
        }

        var start = on.Start;
        TimeLimit? first = null;
        if (limit.Extends is { } extended)
        {
            first = procedure.Limits[extended];
            var running = clocks.FindLastIndex(c => c.Limit == extended && c.Running);
            start = running < 0 ? null : clocks[running].StartedOn;
            if (running >= 0)
            {
                clocks[running] = clocks[running] with { StoppedOn = on.Act, Replaced = true };
            }
        }

        if (start is { } day)
        {
            var count = limit.Count(day, calendar, first);
            clocks.Add(new Clock(limit.Id, day, count.Unrolled, count.Due, count.Provisional, limit.Soft || limit.Window || limit.LeastTime, count.Derivation));
        }
    }
}
