using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Renda.Platform.Access;

/// <summary>What the token of a request was made for. Somebody at a browser has none and is not bound by it.</summary>
internal static class TokenUse
{
    public const string Claim = "token-scopes";

    public static bool Covers(AuthorizationHandlerContext context) => context.Resource is not HttpContext http || Covers(http);

    /// <summary>Reading takes one scope, everything else the other.</summary>
    public static bool Covers(HttpContext http) =>
        http.User.FindFirstValue(Claim) is not { } scopes || scopes.Split(' ').Contains(Asked(http.Request), StringComparer.Ordinal);

    /// <summary>The scope a request needs.</summary>
    public static string Asked(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? TokenScopes.Read : TokenScopes.Act;
}
