using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Renda.Platform.Access;

/// <summary>A password set by somebody else is changed before anything else is done.</summary>
internal static class PasswordFirst
{
    public const string Claim = "must-change-password";

    private static readonly PathString[] Open = ["/password", "/sign-out", "/sign-in", "/status"];

    public static Task RedirectAsync(HttpContext http, RequestDelegate next)
    {
        if (!http.User.HasClaim(c => c.Type == Claim) || Open.Any(path => http.Request.Path.StartsWithSegments(path)))
        {
            return next(http);
        }

        http.Response.Redirect("/password");
        return Task.CompletedTask;
    }
}

/// <summary>Puts the duty to change the password into the cookie, so that no request has to look it up.</summary>
internal sealed class AccountPrincipal(UserManager<Account> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Account>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (user.MustChangePassword)
        {
            identity.AddClaim(new Claim(PasswordFirst.Claim, "yes"));
        }

        return identity;
    }
}
