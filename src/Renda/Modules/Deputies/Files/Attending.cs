namespace Renda.Modules.Deputies.Files;

/// <summary>Days from one to another, both included; without end where the last is null.</summary>
internal sealed record Days(DateOnly From, DateOnly? To)
{
    public bool Cover(DateOnly day) => From <= day && (To is null || To >= day);
}

/// <summary>When somebody was a deputy, sat in the standing committee, and was suspended.</summary>
internal sealed record Tenure(IReadOnlyList<Days> Mandates, IReadOnlyList<Days> Standing, IReadOnlyList<Days> Suspended);

/// <summary>Who meets: the congress (all deputies) or its standing committee (its members, who are deputies).</summary>
internal enum Body
{
    Congress, Standing,
}

/// <summary>A plenary on record.</summary>
/// <param name="Absent">Those the record names as absent without leave.</param>
internal sealed record Sitting(Guid Session, Body Body, DateOnly Day, IReadOnlySet<Guid> Absent);

/// <summary>Leave that was granted for a session.</summary>
/// <param name="Whole">For all of it; otherwise for some sittings, and the record does not say which.</param>
internal sealed record Leave(Guid Session, Guid Person, bool Whole);

/// <summary>What a record says of one person at one sitting.</summary>
internal enum Presence
{
    /// <summary>Not yet or no longer in office, suspended, or not a member: neither present nor absent.</summary>
    NotDue,
    Present,

    /// <summary>Excused: never an absence (代表法第十三条).</summary>
    Excused,

    /// <summary>Named as absent without leave; two sessions of the congress end the mandate (代表法第六十二条第三项).</summary>
    Absent,
}

/// <summary>Counts attendance. Pure.</summary>
internal static class Attending
{
    /// <summary>Who is neither excused nor named as absent was there: the record names those who were not.</summary>
    public static Presence Of(Guid person, Tenure tenure, Sitting sitting, IEnumerable<Leave> leaves)
    {
        if (!IsDue(tenure, sitting))
        {
            return Presence.NotDue;
        }

        var own = leaves.Where(l => l.Session == sitting.Session && l.Person == person).ToList();
        return own.Any(l => l.Whole) ? Presence.Excused
            : !sitting.Absent.Contains(person) ? Presence.Present
            : own.Count > 0 ? Presence.Excused
            : Presence.Absent;
    }

    public static bool IsDue(Tenure tenure, Sitting sitting) =>
        tenure.Mandates.Any(d => d.Cover(sitting.Day))
        && !tenure.Suspended.Any(d => d.Cover(sitting.Day))
        && (sitting.Body == Body.Congress || tenure.Standing.Any(d => d.Cover(sitting.Day)));
}
