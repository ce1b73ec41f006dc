namespace Renda.Modules.Demo;

/// <summary>A clock that is set by hand, so that the invented months pass in seconds.</summary>
internal sealed class SimulatedTime : TimeProvider
{
    public DateTime Now { get; set; } = DateTime.UnixEpoch;

    public override DateTimeOffset GetUtcNow() => new(DateTime.SpecifyKind(Now, DateTimeKind.Utc), TimeSpan.Zero);
}
