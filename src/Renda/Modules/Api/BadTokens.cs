using System.Threading.RateLimiting;

namespace Renda.Modules.Api;

/// <summary>How often one address may show tokens that are none. Good ones are not counted: a whole office may ask from behind one address.</summary>
internal sealed class BadTokens : IDisposable
{
    public const int PerMinute = 60;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) }));

    public bool MayTryAgain(HttpContext http)
    {
        using var lease = limiter.AttemptAcquire(http.Connection.RemoteIpAddress?.ToString() ?? "");
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
