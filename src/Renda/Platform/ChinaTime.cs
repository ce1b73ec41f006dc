namespace Renda.Platform;

/// <summary>Legal dates are China's: one time zone, UTC+8, no daylight saving since 1991.</summary>
internal static class ChinaTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime + Offset);

    public static DateTime InChina(this DateTime utc) => utc + Offset;
}
