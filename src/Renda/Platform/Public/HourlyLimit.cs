using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Renda.Platform.Public;

/// <summary>How much one network address may do in an hour. Each node counts for itself: with two, up to twice as much gets through.
/// Who is turned away is told so on the page, with what was typed still on it.</summary>
/// <param name="most">0 for no limit.</param>
internal sealed class HourlyLimit(int most) : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address => most == 0
        ? RateLimitPartition.GetNoLimiter(address)
        : RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Hour }));

    public bool Lets(HttpContext http)
    {
        using var lease = limiter.AttemptAcquire(Network(http.Connection.RemoteIpAddress));
        if (!lease.IsAcquired)
        {
            var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Hour;
            RetryAfter(http, wait);
        }

        return lease.IsAcquired;
    }

    /// <summary>Says to programs, too, when it is worth trying again.</summary>
    public static void RetryAfter(HttpContext http, TimeSpan wait) => http.Response.Headers.RetryAfter = FormattableString.Invariant($"{Math.Ceiling(wait.TotalSeconds)}");

    public void Dispose() => limiter.Dispose();

    // A household or an office has one IPv4 address, and 2^64 of IPv6.
    private static string Network(IPAddress? address)
    {
        address = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return address is { AddressFamily: AddressFamily.InterNetworkV6 } ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : $"{address}";
    }
}
