using CsCheck;
using Renda.Modules.Deputies.Files;
using Xunit;

namespace Renda.Tests.Modules.Deputies;

/// <summary>Whatever the terms, by-elections, resignations, suspensions and sessions: nobody is absent who was not due or was excused.</summary>
public sealed class AttendingProperties
{
    private const int Often = 5_000;

    private static readonly Guid Me = Guid.NewGuid();
    private static readonly DateOnly Start = new(2018, 1, 1);
    private static readonly Guid[] SessionIds = [.. Enumerable.Range(0, 2).Select(_ => Guid.NewGuid())];

    private static readonly Gen<DateOnly> Day = Gen.Int[0, 300].Select(n => Start.AddDays(n));
    private static readonly Gen<Days> Period = Gen.Select(Day, Gen.Int[0, 200], Gen.Bool).Select((from, length, open) => new Days(from, open ? null : from.AddDays(length)));

    private static readonly Gen<Tenure> Tenures =
        Gen.Select(Period.Array[0, 3], Period.Array[0, 2], Period.Array[0, 1]).Select((mandates, standing, suspended) => new Tenure(mandates, standing, suspended));

    private static readonly Gen<Sitting> Sittings = Gen.Select(Gen.Int[0, 1], Gen.Enum<Body>(), Day, Gen.Bool)
        .Select((n, body, day, absent) => new Sitting(SessionIds[n], body, day, absent ? new HashSet<Guid> { Me } : []));

    private static readonly Gen<Leave> Leaves = Gen.Select(Gen.Int[0, 1], Gen.Bool, Gen.Bool).Select((n, whole, mine) => new Leave(SessionIds[n], mine ? Me : Guid.NewGuid(), whole));

    private static readonly Gen<(Tenure Tenure, Sitting Sitting, Leave[] Leaves)> Cases = Gen.Select(Tenures, Sittings, Leaves.Array[0, 6]);

    [Fact]
    public void A_day_before_taking_office_or_after_leaving_is_neither_presence_nor_absence() =>
        Cases.Sample(x => Within(x.Tenure.Mandates, x.Sitting.Day) || Attending.Of(Me, x.Tenure, x.Sitting, x.Leaves) == Presence.NotDue, iter: Often);

    [Fact]
    public void Whoever_is_suspended_or_no_member_is_not_due() =>
        Cases.Sample(x => (!Within(x.Tenure.Suspended, x.Sitting.Day) && (x.Sitting.Body == Body.Congress || Within(x.Tenure.Standing, x.Sitting.Day)))
            || Attending.Of(Me, x.Tenure, x.Sitting, x.Leaves) == Presence.NotDue, iter: Often);

    [Fact]
    public void Leave_that_was_granted_is_never_an_absence() =>
        Cases.Sample(x => !x.Leaves.Any(l => l.Person == Me && l.Session == x.Sitting.Session) || Attending.Of(Me, x.Tenure, x.Sitting, x.Leaves) != Presence.Absent, iter: Often);

    [Fact]
    public void Absent_is_who_was_due_and_is_named_and_has_no_leave_and_nobody_else() =>
        Cases.Sample(x => (Attending.Of(Me, x.Tenure, x.Sitting, x.Leaves) == Presence.Absent)
            == (Due(x.Tenure, x.Sitting) && x.Sitting.Absent.Contains(Me) && !x.Leaves.Any(l => l.Person == Me && l.Session == x.Sitting.Session)), iter: Often);

    [Fact]
    public void Those_due_are_present_excused_or_absent_and_all_of_them_are_counted_once() =>
        Gen.Select(Tenures, Sittings.Array[0, 12], Leaves.Array[0, 6]).Sample((tenure, sittings, leaves) =>
        {
            var said = sittings.Select(s => Attending.Of(Me, tenure, s, leaves)).ToList();
            return said.Count(p => p is Presence.Present or Presence.Excused or Presence.Absent) == sittings.Count(s => Due(tenure, s));
        }, iter: Often);

    [Fact]
    public void Anothers_leave_excuses_nobody() =>
        Cases.Sample(x => Attending.Of(Me, x.Tenure, x.Sitting, x.Leaves) == Attending.Of(Me, x.Tenure, x.Sitting, x.Leaves.Where(l => l.Person == Me)), iter: Often);

    [Fact]
    public void Resigning_makes_every_later_sitting_not_due() =>
        Gen.Select(Cases, Day).Sample((x, last) =>
        {
            var resigned = x.Tenure with { Mandates = [.. x.Tenure.Mandates.Where(m => m.From <= last).Select(m => m with { To = m.To < last ? m.To : last })] };
            return x.Sitting.Day <= last || Attending.Of(Me, resigned, x.Sitting, x.Leaves) == Presence.NotDue;
        }, iter: Often);

    // Counted day by day, as a clerk would with a calendar.
    private static bool Due(Tenure tenure, Sitting sitting) =>
        Within(tenure.Mandates, sitting.Day) && !Within(tenure.Suspended, sitting.Day) && (sitting.Body == Body.Congress || Within(tenure.Standing, sitting.Day));

    private static bool Within(IEnumerable<Days> periods, DateOnly day) =>
        periods.Any(p => Enumerable.Range(0, (p.To ?? Start.AddDays(600)).DayNumber - p.From.DayNumber + 1).Any(n => p.From.AddDays(n) == day));
}
