using CsCheck;
using Xunit;

namespace Renda.Procedures.Tests.Limits;

public sealed class CountingProperties
{
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 9_000].Select(n => new DateOnly(2005, 1, 1).AddDays(n)); // Into 2029.

    private static readonly Gen<TimeLimit> Deadlines =
        Gen.Select(Gen.Int[1, 60], Gen.Enum<LimitUnit>()).Select((n, unit) => CountingTests.Limit(unit == LimitUnit.Year ? 1 + (n % 3) : n, unit));

    [Fact]
    public void A_deadline_is_never_due_before_its_last_day_and_always_on_a_workday() =>
        Gen.Select(Deadlines, Days).Sample((limit, from) =>
        {
            var count = limit.Count(from, Library.Calendar);
            return from < count.Unrolled && count.Unrolled <= count.Due && Library.Calendar.IsWorkday(count.Due);
        });

    [Fact]
    public void A_later_start_is_never_due_earlier() =>
        Gen.Select(Deadlines, Days, Gen.Int[0, 40]).Sample((limit, from, later) =>
            limit.Count(from, Library.Calendar).Due <= limit.Count(from.AddDays(later), Library.Calendar).Due);

    [Fact]
    public void Between_the_start_and_a_limit_of_workdays_lie_just_so_many_workdays() =>
        Gen.Select(Gen.Int[1, 60], Days).Sample((n, from) =>
        {
            var count = CountingTests.Limit(n, LimitUnit.Workday).Count(from, Library.Calendar);
            var worked = Enumerable.Range(1, count.Due.DayNumber - from.DayNumber).Count(i => Library.Calendar.IsWorkday(from.AddDays(i)));
            return worked == n && count.Due == count.Unrolled;
        });

    [Fact]
    public void Counted_forwards_and_then_backwards_workdays_return_to_the_last_workday() =>
        Gen.Select(Gen.Int[1, 60], Days).Sample((n, from) =>
        {
            var there = CountingTests.Limit(n, LimitUnit.Workday).Count(from, Library.Calendar).Due;
            var back = (CountingTests.Limit(n, LimitUnit.Workday) with { Kind = LimitKind.Backwards }).Count(there, Library.Calendar).Due;
            return back <= from && !Enumerable.Range(1, from.DayNumber - back.DayNumber).Any(i => Library.Calendar.IsWorkday(back.AddDays(i)));
        });

    [Fact]
    public void What_does_not_roll_is_due_on_its_last_day() =>
        Gen.Select(Deadlines, Days, Gen.Int[0, 2].Select(i => new[] { LimitKind.Minimum, LimitKind.Anniversary, LimitKind.Backwards }[i])).Sample((limit, from, kind) =>
        {
            var count = (limit with { Kind = kind }).Count(from, Library.Calendar);
            return count.Due == count.Unrolled;
        });

    [Fact]
    public void Any_text_is_a_calendar_or_a_format_error() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["+-/ 0123456789#春\n\r"], 0, 40], Gen.String[Gen.Char["+-/019"], 0, 24].Select(s => "2026 " + s))
            .Sample(text =>
            {
                try
                {
                    _ = WorkCalendar.Parse(text);
                }
                catch (FormatException)
                {
                    // The one way to refuse.
                }
            });
}
