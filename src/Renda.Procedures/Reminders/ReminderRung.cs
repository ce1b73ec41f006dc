namespace Renda.Procedures;

/// <summary>A rung of the ladder: when, of which limits, whom, in what words. It stands so far from the due date, or is called by an act.</summary>
public sealed record ReminderRung
{
    /// <summary>The rung's name in the file.</summary>
    public required string Id { get; init; }

    /// <summary>The name people know it by.</summary>
    public required string Title { get; init; }

    /// <summary>Only of these procedures; empty for all.</summary>
    public IReadOnlyList<string> Procedures { get; init; } = [];

    /// <summary>Only of these limits; empty for all.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];

    /// <summary>Days from the due date, negative before it; null where an act calls.</summary>
    public int? Offset { get; init; }

    /// <summary>What <see cref="Offset"/> is counted in: days or working days.</summary>
    public LimitUnit Unit { get; init; }

    /// <summary>Calls again every so many days until the matter is done; null calls once.</summary>
    public int? Again { get; init; }

    /// <summary>The acts that call it.</summary>
    public IReadOnlyList<string> Upon { get; init; } = [];

    /// <summary>Whom: places on the ladder (<see cref="ReminderPlaces"/>) or kinds of post.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>The words, with places to fill in (<see cref="Places"/>).</summary>
    public required string Says { get; init; }

    /// <summary>What can be filled in.</summary>
    public static readonly IReadOnlyList<string> Places = ["{limit}", "{due}", "{days}"];

    /// <summary>Whether it is of this limit of this procedure.</summary>
    /// <param name="procedures">The procedure the limit stands in, and the whole it is part of.</param>
    public bool IsOf(IReadOnlyCollection<string> procedures, string limit) =>
        Offset is not null && (Procedures.Count == 0 || Procedures.Any(procedures.Contains)) && (Limits.Count == 0 || Limits.Contains(limit));

    /// <summary>The days it calls on, the first first; without end where it calls again.</summary>
    public IEnumerable<ReminderCall> Calls(DateOnly due, WorkCalendar calendar)
    {
        var first = First(due, calendar);
        yield return new ReminderCall(this, 0, first);
        for (var times = 1; Again is { } again; times++)
        {
            yield return new ReminderCall(this, times, first.AddDays(times * again));
        }
    }

    private DateOnly First(DateOnly due, WorkCalendar calendar)
    {
        var offset = Offset!.Value;
        if (Unit == LimitUnit.Day)
        {
            return due.AddDays(offset);
        }

        var day = due;
        for (var left = Math.Abs(offset); left > 0;)
        {
            day = day.AddDays(Math.Sign(offset));
            left -= calendar.IsWorkday(day) ? 1 : 0;
        }

        return day;
    }
}

/// <summary>A rung's day.</summary>
/// <param name="Times">How often it called before.</param>
public sealed record ReminderCall(ReminderRung Rung, int Times, DateOnly On)
{
    /// <summary>Tells the calls of a due date apart.</summary>
    public string Key => Times == 0 ? Rung.Id : $"{Rung.Id}.{Times}";
}

/// <summary>Whom a rung can name beside kinds of post.</summary>
public static class ReminderPlaces
{
    /// <summary>Those who must act: the person, or the clerks of the unit.</summary>
    public const string Awaited = "awaited";

    /// <summary>The head of the unit that must act.</summary>
    public const string AwaitedHead = "awaited-head";

    /// <summary>The clerks of the office that looks after the procedure.</summary>
    public const string Keeping = "keeping";

    /// <summary>The head of that office.</summary>
    public const string KeepingHead = "keeping-head";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Awaited, AwaitedHead, Keeping, KeepingHead];
}
