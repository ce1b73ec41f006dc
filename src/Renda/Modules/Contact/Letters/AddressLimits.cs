using System.Threading.RateLimiting;

namespace Renda.Modules.Contact.Letters;

/// <summary>How much one network address may do in an hour. Each node counts for itself: with two, up to twice as much gets through.
/// Who is turned away is told so on the page, with what was typed still on it.</summary>
internal sealed class AddressLimits(ContactSettings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<string> letters = Hourly(settings.PerAddress);
    private readonly PartitionedRateLimiter<string> lookups = Hourly(settings.Lookups);

    public bool LetsWrite(HttpContext http) => Lets(letters, http);

    public bool LetsLookUp(HttpContext http) => Lets(lookups, http);

    public void Dispose()
    {
        letters.Dispose();
        lookups.Dispose();
    }

    private static bool Lets(PartitionedRateLimiter<string> limiter, HttpContext http)
    {
        using var lease = limiter.AttemptAcquire(http.Connection.RemoteIpAddress?.ToString() ?? "");
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Hourly(int most) => PartitionedRateLimiter.Create<string, string>(address => most == 0
        ? RateLimitPartition.GetNoLimiter(address)
        : RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromHours(1) }));
}
