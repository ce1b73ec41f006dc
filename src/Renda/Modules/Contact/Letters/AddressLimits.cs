using System.Net;
using System.Net.Sockets;
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
        using var lease = limiter.AttemptAcquire(Network(http.Connection.RemoteIpAddress));
        return lease.IsAcquired;
    }

    // A household or an office has one IPv4 address, and 2^64 of IPv6.
    private static string Network(IPAddress? address)
    {
        address = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return address is { AddressFamily: AddressFamily.InterNetworkV6 } ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : $"{address}";
    }

    private static PartitionedRateLimiter<string> Hourly(int most) => PartitionedRateLimiter.Create<string, string>(address => most == 0
        ? RateLimitPartition.GetNoLimiter(address)
        : RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromHours(1) }));
}
