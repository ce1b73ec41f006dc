using Renda.Procedures;

namespace Renda.Modules.Demo;

/// <summary>Working days around today: the office acts on these, the last one before today at the latest.</summary>
internal sealed class WorkDays(WorkCalendar calendar, DateOnly today)
{
    public DateOnly Today => today;

    public DateOnly Last { get; } = Back(calendar, today.AddDays(-1), 0);

    /// <summary>The working day so many days ago, or the one before it.</summary>
    public DateOnly Ago(int days) => Back(calendar, today.AddDays(-Math.Max(days, 1)), 0);

    /// <summary>So many working days before a day.</summary>
    public DateOnly Before(DateOnly day, int workdays) => Back(calendar, day, workdays);

    /// <summary>So many working days after a day, but not later than the last.</summary>
    public DateOnly After(DateOnly day, int workdays)
    {
        for (; workdays > 0 && day < Last; workdays--)
        {
            day = calendar.RollForward(day.AddDays(1));
        }

        return day > Last ? Last : day;
    }

    private static DateOnly Back(WorkCalendar calendar, DateOnly day, int workdays)
    {
        for (; !calendar.IsWorkday(day) || workdays > 0; day = day.AddDays(-1))
        {
            workdays -= calendar.IsWorkday(day) ? 1 : 0;
        }

        return day;
    }
}
