using System.Globalization;
using System.Runtime.InteropServices;

namespace Renda.Platform.Figures;

/// <summary>The days a figure is asked for, both included.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Period(DateOnly From, DateOnly To)
{
    private const string Day = "yyyy-MM-dd";

    public static Period Year(int year) => new(new(year, 1, 1), new(year, 12, 31));

    /// <summary>The same days a year earlier; the last of February stays the last.</summary>
    public Period YearBefore => new(From.AddYears(-1), IsLastOfFebruary(To) ? new DateOnly(To.Year - 1, 3, 1).AddDays(-1) : To.AddYears(-1));

    public string Said => From == To ? Words(From)
        : From.Day == 1 && To == new DateOnly(To.Year, 12, 31) && From.Month == 1 && From.Year == To.Year ? $"{From.Year}年"
        : $"{Words(From)}至{Words(To)}";

    /// <summary>As it stands in texts and addresses; null where it is no period.</summary>
    public static Period? Read(string? text)
    {
        if (text is { Length: 4 } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2200)
        {
            return Year(year);
        }

        var days = text?.Split("..") ?? [];
        return days.Length == 2
            && DateOnly.TryParseExact(days[0], Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            && DateOnly.TryParseExact(days[1], Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var to)
            && from.Year > 1900 && to.Year < 2200 && from <= to ? new Period(from, to) : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd}..{To:yyyy-MM-dd}");

    private static bool IsLastOfFebruary(DateOnly day) => day.Month == 2 && day.AddDays(1).Month == 3;

    private static string Words(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");
}
