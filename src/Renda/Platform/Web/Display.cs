using System.Globalization;

namespace Renda.Platform.Web;

/// <summary>How instants, dates and sizes read on a page.</summary>
internal static class Display
{
    // China has kept one offset without daylight saving since 1992; records are younger than that.
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static string Instant(DateTimeOffset at) =>
        at.ToOffset(Beijing).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string MachineInstant(DateTimeOffset at) =>
        at.ToOffset(Beijing).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A number as it is cited: 第 2026-0001 号, but 常发〔2026〕1号.</summary>
    public static string Number(string number) => number.EndsWith('号') ? number : $"第 {number} 号";

    /// <summary>What there is of these, between dots; null where there is nothing.</summary>
    public static string? Join(params string?[] parts) => parts.OfType<string>().ToList() is { Count: > 0 } there ? string.Join(" · ", there) : null;

    public static string Weekday(DateOnly date) => $"周{"日一二三四五六"[(int)date.DayOfWeek]}";

    public static string DaysLeft(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        0 => "今天到期",
        > 0 and var left => $"剩 {left} 天",
        var late => $"逾期 {-late} 天",
    };

    /// <summary>How a time limit was kept. A late act stays late.</summary>
    public static string Met(DateOnly due, DateOnly on) =>
        on <= due ? $"{Date(on)} 完成" : $"{Date(on)} 完成，逾期 {on.DayNumber - due.DayNumber} 天";

    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} 字节",
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024d:0.#} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576d:0.#} MB"),
    };
}
