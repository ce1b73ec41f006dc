namespace Renda.Procedures;

/// <summary>A due date with the way it was found.</summary>
/// <param name="From">The day of the start event: day 0, never counted.</param>
/// <param name="Unrolled">The last day as counted.</param>
/// <param name="Due">The last day after rolling; equal to <paramref name="Unrolled"/> when nothing rolls.</param>
/// <param name="Provisional">A year it touches has no published calendar yet.</param>
/// <param name="Derivation">The steps of the count, for people.</param>
public sealed record Deadline(DateOnly From, DateOnly Unrolled, DateOnly Due, bool Provisional, IReadOnlyList<string> Derivation);

/// <summary>Counts limits by Civil Code 201 to 203. How and why: docs/guide/time-limits.md.</summary>
public static class Counting
{
    /// <summary>Counts a limit from a day.</summary>
    /// <param name="first">For an extension counted on from the end of the first limit: that limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count leaves the range of dates.</exception>
    public static Deadline Count(this TimeLimit limit, DateOnly from, WorkCalendar calendar, TimeLimit? first = null)
    {
        List<string> how = [$"起算：{limit.Start} {Text(from)}（{limit.Basis}）"];
        var unrolled = limit.FromEnd && first is not null
            ? CountOn(limit, first, from, calendar, how)
            : CountFrom(limit, from, calendar, how);
        var due = limit.Kind == LimitKind.Deadline ? Roll(unrolled, calendar, how) : NoRoll(limit.Kind, unrolled, how);
        var provisional = Consults(limit) && Years(from, due).Any(y => !calendar.Published(y));
        how.Add(provisional
            ? $"期间涉及尚未公布放假安排的年份，按普通周末推算，日期为暂定（日历 {calendar.Version}）"
            : $"日历：国务院办公厅放假安排 {calendar.Version}");
        return new Deadline(from, unrolled, due, provisional, how);
    }

    private static bool Consults(TimeLimit limit) => limit.Kind == LimitKind.Deadline || limit.Unit == LimitUnit.Workday;

    private static IEnumerable<int> Years(DateOnly from, DateOnly due)
    {
        var (first, last) = due > from ? (from.AddDays(1), due) : (due, from);
        return Enumerable.Range(first.Year, last.Year - first.Year + 1);
    }

    private static DateOnly CountFrom(TimeLimit limit, DateOnly from, WorkCalendar calendar, List<string> how)
    {
        if (limit.Kind == LimitKind.Fixed)
        {
            how.Add($"期限就是载明的日期 {Text(from)}");
            return from;
        }

        var back = limit.Kind == LimitKind.Backwards;
        var end = Add(from, back ? -limit.Amount : limit.Amount, limit.Unit, calendar);
        how.Add(limit.Unit switch
        {
            LimitUnit.Month or LimitUnit.Year => $"{limit.Span}，{(back ? "倒推" : "")}至对应日（没有对应日的为月末）{Text(end)}（民法典第二百零一条、第二百零二条）",
            _ => $"当日不计入，{(back ? "倒推" : "自次日起数")} {limit.Span}，{(back ? "至" : "末日为")} {Text(end)}（民法典第二百零一条）",
        });
        return end;
    }

    private static DateOnly CountOn(TimeLimit limit, TimeLimit first, DateOnly from, WorkCalendar calendar, List<string> how)
    {
        var end = Add(from, first.Amount, first.Unit, calendar);
        how.Add($"原期限 {first.Span}，末日 {Text(end)}（不顺延；{first.Basis}）");
        var extended = Add(end, limit.Amount, limit.Unit, calendar);
        how.Add($"自原期限末日起再延长 {limit.Span}，至 {Text(extended)}（民法典第二百零二条）");
        return extended;
    }

    private static DateOnly Add(DateOnly day, int amount, LimitUnit unit, WorkCalendar calendar) => unit switch
    {
        LimitUnit.Day => day.AddDays(amount),
        LimitUnit.Month => day.AddMonths(amount),
        LimitUnit.Year => day.AddYears(amount),
        _ => AddWorkdays(day, amount, calendar),
    };

    private static DateOnly AddWorkdays(DateOnly day, int amount, WorkCalendar calendar)
    {
        for (var left = Math.Abs(amount); left > 0;)
        {
            day = day.AddDays(Math.Sign(amount));
            left -= calendar.IsWorkday(day) ? 1 : 0;
        }

        return day;
    }

    private static DateOnly Roll(DateOnly end, WorkCalendar calendar, List<string> how)
    {
        var due = calendar.RollForward(end);
        how.Add(due == end
            ? $"{Text(end)} 是工作日，不顺延"
            : $"{Text(end)} 是{calendar.RestName(end)}，顺延至下一个工作日 {Text(due)}（民法典第二百零三条）");
        return due;
    }

    private static DateOnly NoRoll(LimitKind kind, DateOnly end, List<string> how)
    {
        how.Add(kind switch
        {
            LimitKind.Backwards => "倒推的期限不顺延",
            LimitKind.Fixed => "载明的日期不顺延",
            _ => $"最短期间不顺延，{Text(end.AddDays(1))} 起可以进行下一步",
        });
        return end;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd");
}
