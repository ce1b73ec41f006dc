using System.Globalization;
using System.Threading.RateLimiting;
using Renda.Platform.Setup;

namespace Renda.Platform.Web;

/// <summary>How often one address may try to sign in: accounts lock, but a password tried on every account would not meet that.</summary>
internal static class SignInLimit
{
    public const string Name = "sign-in";

    // A whole office signs in at nine from behind one address.
    private const int PerMinute = 120;

    public static void AddSignInLimit(this WebApplicationBuilder builder)
    {
        var most = Most(builder.Configuration["Renda:SignInsPerMinute"]);
        builder.Services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.AddPolicy(Name, http => most == 0 || !HttpMethods.IsPost(http.Request.Method)
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetFixedWindowLimiter(
                    http.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1) }));
        });
    }

    private static int Most(string? setting) => setting is not { Length: > 0 } given ? PerMinute
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most
        : throw new SettingException($"Renda:SignInsPerMinute 写的是“{given}”，应当是一个整数；0 为不限。");
}
