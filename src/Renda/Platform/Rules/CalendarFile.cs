using Renda.Procedures;

namespace Renda.Platform.Rules;

/// <summary>The calendar of working days as it was last readable.</summary>
internal sealed class CalendarFile(string directory)
{
    public const string Name = "calendars/china.txt";

    /// <summary>Null until it was read.</summary>
    public WorkCalendar? Calendar { get; private set; }

    /// <summary>What is wrong with the file as it is now.</summary>
    public RuleProblem? Problem { get; private set; }

    /// <exception cref="RuleFilesException">It cannot be read, and never could: no limit can be counted.</exception>
    public void Read()
    {
        try
        {
            Calendar = WorkCalendar.Parse(File.ReadAllText(Path.Combine(directory, Name)));
            Problem = null;
        }
        catch (Exception e) when (e is FormatException or IOException)
        {
            Problem = new RuleProblem(Name, 0, e.Message);
            if (Calendar is null)
            {
                throw new RuleFilesException($"没有工作日历就不能计算期限：{Path.Combine(directory, Name)}：{e.Message}。请改正这个文件。");
            }
        }
    }
}
