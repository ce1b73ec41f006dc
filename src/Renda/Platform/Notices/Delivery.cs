namespace Renda.Platform.Notices;

internal enum Channel
{
    /// <summary>A mail to a person.</summary>
    Mail,

    /// <summary>A message to the group of a unit.</summary>
    Robot,
}

internal enum DeliveryState
{
    Waiting,
    Sent,
    Failed,

    /// <summary>Nothing was left to say when it was to be sent.</summary>
    Void,
}

/// <summary>One message of a day to one recipient. Whoever moves <see cref="NextAt"/> on has claimed it (decision 0013).</summary>
internal sealed class Delivery
{
    public required int Congress { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Channel Channel { get; init; }

    /// <summary>The person or the unit.</summary>
    public required Guid Target { get; init; }

    /// <summary>The day it is of: there is one a day.</summary>
    public required DateOnly Day { get; init; }

    public DeliveryState State { get; set; }

    /// <summary>From when on it may be tried: while one node tries, beyond what a try can take.</summary>
    public required DateTime NextAt { get; set; }

    public int Tries { get; set; }

    public DateTime? SentAt { get; set; }

    /// <summary>Why the last try failed, a sentence.</summary>
    public string? Error { get; set; }
}

/// <summary>The ladder the clocks of a congress were last looked at by.</summary>
internal sealed class LadderInUse
{
    public required int Congress { get; init; }

    public required string Version { get; set; }
}
