namespace Renda.Tests.Platform.Notices;

/// <summary>A clock the test sets; ten in the morning in China on the day it stands on.</summary>
internal sealed class MovingTime(DateOnly day) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = At(day, 10);

    public static DateTimeOffset At(DateOnly day, int hour) => new(day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.FromHours(8));

    public void Set(DateOnly day, int hour = 10) => Now = At(day, hour);

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}
