using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Api;

/// <summary>Who asks the API: the bearer of a token. Somebody signed in may read with the cookie alone; a cookie never writes,
/// because another site can make a browser send it.</summary>
internal sealed class ApiAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, TokenEntry entry, BadTokens bad)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "api";

    private const string Bearer = "Bearer ";

    private string? wrong;
    private bool tooOften;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization.Count == 0)
        {
            return HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method)
                ? await Context.AuthenticateAsync(IdentityConstants.ApplicationScheme)
                : AuthenticateResult.NoResult();
        }

        var header = Request.Headers.Authorization.ToString();
        var found = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? await entry.TryAsync(header[Bearer.Length..].Trim())
            : new Entered(null, "Authorization 头不是“Bearer 令牌”的样子。");
        if (found.Scopes is { } scopes)
        {
            return AuthenticateResult.Success(new AuthenticationTicket(Principal(found, scopes), Name));
        }

        tooOften = !bad.MayTryAgain(Context);
        wrong = found.Sentence;
        return AuthenticateResult.Fail(found.Sentence);
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await HandleAuthenticateOnceSafeAsync();
        if (!tooOften)
        {
            Response.Headers.WWWAuthenticate = wrong is null ? "Bearer" : "Bearer error=\"invalid_token\"";
        }

        await Problems.Answer(tooOften ? StatusCodes.Status429TooManyRequests : StatusCodes.Status401Unauthorized, tooOften ? null : wrong).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (TokenUse.Covers(Context))
        {
            return Problems.Answer(StatusCodes.Status403Forbidden).ExecuteAsync(Context);
        }

        var asked = TokenUse.Asked(Request);
        Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\", scope=\"{asked}\"";
        return Problems.Answer(StatusCodes.Status403Forbidden, $"这个令牌没有“{TokenScopes.Titles[asked]}”（{asked}）的权限。", "请在“我的令牌”里另做一个有此权限的。").ExecuteAsync(Context);
    }

    private static ClaimsPrincipal Principal(Entered found, string scopes) =>
        new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, $"{found.Account}"),
            new Claim(TokenUse.Claim, scopes),
        ], Name));
}

internal static class ApiAuthenticationSetup
{
    private const string Either = "cookie-or-token";

    /// <summary>The API has a way in of its own; all else goes on as it did.</summary>
    public static void AddApiAuthentication(this IServiceCollection services) =>
        services.AddAuthentication(Either)
            .AddScheme<AuthenticationSchemeOptions, ApiAuthentication>(ApiAuthentication.Name, _ => { })
            .AddPolicyScheme(Either, null, o => o.ForwardDefaultSelector = http =>
                http.Request.Path.StartsWithSegments("/api") ? ApiAuthentication.Name : IdentityConstants.ApplicationScheme);
}
