namespace Renda.Platform.Notices;

/// <summary>What came of a try to send.</summary>
/// <param name="Problem">A sentence; null when it was taken.</param>
/// <param name="ForGood">Trying again would not help.</param>
internal sealed record Sending(string? Problem, bool ForGood)
{
    public static readonly Sending Done = new(null, ForGood: false);

    /// <summary>It may work later.</summary>
    public static Sending Later(string problem) => new(problem, ForGood: false);

    public static Sending Never(string problem) => new(problem, ForGood: true);
}

/// <summary>A way messages leave the house.</summary>
internal interface ISend
{
    Channel Channel { get; }

    /// <summary>Sends one; null where nothing is left to say.</summary>
    Task<Sending?> SendAsync(Delivery delivery, CancellationToken stop);
}
