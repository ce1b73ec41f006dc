namespace Renda.Procedures;

/// <summary>The official calendar: which days are worked. Years not published fall back on plain weekends.</summary>
public sealed class WorkCalendar
{
    private const int First = 1949;
    private const int Last = 2200;

    private readonly Dictionary<DateOnly, (bool Off, string? Name)> marked;
    private readonly HashSet<int> years;

    private WorkCalendar(Dictionary<DateOnly, (bool Off, string? Name)> marked, HashSet<int> years)
    {
        this.marked = marked;
        this.years = years;
    }

    /// <summary>For example 2007-2026: the published years this calendar was made of.</summary>
    public string Version => years.Count == 0 ? "无" : $"{years.Min()}-{years.Max()}";

    /// <summary>True when the State Council's arrangement for the year is on file.</summary>
    public bool Published(int year) => years.Contains(year);

    /// <summary>The last day of the published years; null when there is none.</summary>
    public DateOnly? PublishedUntil => years.Count == 0 ? null : new DateOnly(years.Max(), 12, 31);

    /// <summary>True for a working day, adjusted weekends (调休) included.</summary>
    public bool IsWorkday(DateOnly day) =>
        marked.TryGetValue(day, out var mark) ? !mark.Off : !IsWeekend(day);

    /// <summary>Why a day is not worked: a holiday's name, 周六 or 周日.</summary>
    public string RestName(DateOnly day) =>
        marked.TryGetValue(day, out var mark) && mark.Name is { } name ? $"{name}假期"
        : day.DayOfWeek == DayOfWeek.Saturday ? "周六" : "周日";

    /// <summary>The day itself if worked, else the next that is.</summary>
    public DateOnly RollForward(DateOnly day)
    {
        while (!IsWorkday(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>Reads the compact form: a line per year, <c>2026 元旦 -01-01/03 +01-04 …</c>; <c>-</c> rests, <c>+</c> works,
    /// <c>/</c> joins the last day of a run, a full date stands for a day of another year.</summary>
    /// <exception cref="FormatException">A line does not have this form; the message names it.</exception>
    public static WorkCalendar Parse(string text)
    {
        var days = new Dictionary<DateOnly, (bool, string?)>();
        var published = new HashSet<int>();
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (line.Trim() is not ([] or ['#', ..]) && !ReadYear(line, days, published))
            {
                throw new FormatException($"工作日历第 {number} 行读不懂：“{line}”");
            }
        }

        return new WorkCalendar(days, published);
    }

    private static bool ReadYear(string line, Dictionary<DateOnly, (bool, string?)> days, HashSet<int> published)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!int.TryParse(words[0], out var year) || year is < First or > Last)
        {
            return false;
        }

        published.Add(year);
        string? name = null;
        foreach (var word in words.Skip(1))
        {
            if (word[0] is not ('+' or '-'))
            {
                name = word;
            }
            else if (ReadRun(year, word[1..]) is not { } run)
            {
                return false;
            }
            else
            {
                for (var day = run.First; day <= run.Last; day = day.AddDays(1))
                {
                    days[day] = (word[0] == '-', name);
                }
            }
        }

        return true;
    }

    private static (DateOnly First, DateOnly Last)? ReadRun(int year, string run)
    {
        var ends = run.Split('/');
        if (Day(ends[0]) is not { } first)
        {
            return null;
        }

        return ends.Length == 1 ? (first, first)
            : ends.Length == 2 && Day(ends[1]) is { } last && last >= first ? (first, last)
            : null;

        DateOnly? Day(string text) =>
            DateOnly.TryParseExact(text.Length == 5 ? $"{year}-{text}" : text, "yyyy-MM-dd", out var day) && day.Year is >= First and <= Last ? day : null;
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
