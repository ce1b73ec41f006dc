using System.Globalization;

namespace Renda.Platform.Spreadsheets;

/// <summary>Day numbers of workbooks, counted from 1900 or, in files from old Macintosh programs, from 1904.</summary>
internal static class Serials
{
    private static readonly DateTime From1904 = new(1904, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime From1900 = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>The first day whose number is the same with and without the 29 February 1900 that workbooks believe in.</summary>
    public static readonly DateOnly FirstSafe = new(1900, 3, 1);

    public static int Of(DateOnly date) => date.DayNumber - DateOnly.FromDateTime(From1900).DayNumber;

    /// <summary>How the number is shown as a date, with the date if there is such a day; null if it cannot be shown.</summary>
    public static (CellKind Kind, string Text, DateOnly? Date)? Show(double serial, bool is1904)
    {
        if (!double.IsFinite(serial) || serial < 0 || serial >= 2_958_466 - (is1904 ? 1462 : 0)) return null;
        // Rounded to the second: 0.1 + 0.2 must not read as one second before midnight.
        var seconds = Math.Round(serial * 86_400);
        if (is1904) return Shown(From1904.AddSeconds(seconds));
        if (seconds < 86_400) return (CellKind.Text, Time(From1900.AddSeconds(seconds)), null);
        if (seconds is >= 60d * 86_400 and < 61d * 86_400) return (CellKind.Text, "1900-02-29", null);
        return Shown(From1900.AddSeconds(seconds + (serial < 60 ? 86_400 : 0)));
    }

    public static (CellKind Kind, string Text, DateOnly? Date) Shown(DateTime moment)
    {
        var day = moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var text = moment.TimeOfDay == TimeSpan.Zero ? day : $"{day} {Time(moment)}";
        return (CellKind.Date, text, DateOnly.FromDateTime(moment));
    }

    private static string Time(DateTime moment) =>
        moment.ToString(moment.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
}
