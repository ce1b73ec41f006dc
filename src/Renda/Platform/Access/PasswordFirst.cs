using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Renda.Platform.Web;

namespace Renda.Platform.Access;

/// <summary>A password set by somebody else is changed before anything else is done.</summary>
internal static class PasswordFirst
{
    public const string Claim = "must-change-password";

    public const string Sentence = "密码是别人设置的，还没有改成自己的。";
    public const string Remedy = "请先登录网站修改密码。";

    private static readonly PathString[] Open = ["/password", "/sign-out", "/sign-in", "/status"];

    public static Task RedirectAsync(HttpContext http, RequestDelegate next)
    {
        if (!http.User.HasClaim(c => c.Type == Claim) || Open.Any(path => http.Request.Path.StartsWithSegments(path)))
        {
            return next(http);
        }

        if (http.Request.Path.StartsWithSegments("/api"))
        {
            return Problems.Answer(StatusCodes.Status403Forbidden, Sentence, Remedy).ExecuteAsync(http); // A program cannot be led to a page.
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
