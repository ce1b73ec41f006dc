using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Renda.Database;
using Renda.Platform.Setup;

namespace Renda.Platform.Access;

/// <summary>Accounts, cookies and permissions.</summary>
internal static class AccessSetup
{
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration settings)
    {
        var builder = services.AddIdentityCore<Account>(o =>
        {
            o.Password.RequiredLength = 10;
            o.Password.RequireNonAlphanumeric = false;
            o.Password.RequireUppercase = false;
            o.Lockout.MaxFailedAccessAttempts = 5;
            o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            o.User.AllowedUserNameCharacters = ""; // Chinese names sign in too.
        }).AddSignInManager().AddClaimsPrincipalFactory<AccountPrincipal>().AddErrorDescriber<IdentitySentences>();
        _ = settings["Renda:Postgres"] is { Length: > 0 } ? builder.AddEntityFrameworkStores<PostgresDb>() : builder.AddEntityFrameworkStores<SqliteDb>();
        var keys = services.AddDataProtection().SetApplicationName("Renda");
        _ = settings["Renda:Postgres"] is { Length: > 0 } ? keys.PersistKeysToDbContext<PostgresDb>() : keys.PersistKeysToDbContext<SqliteDb>();
        if (ReadOnlyMode.Read(settings).On)
        {
            services.AddSingleton<IPostConfigureOptions<KeyManagementOptions>, PassingKeys>();
        }

        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, o =>
        {
            o.Cookie.Name = "renda";
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.HttpOnly = true;
            o.LoginPath = "/sign-in";
            o.ReturnUrlParameter = "next";
            o.ExpireTimeSpan = TimeSpan.FromHours(8);
            o.SlidingExpiration = true;
            o.Events.OnRedirectToAccessDenied = c =>
            {
                c.Response.StatusCode = StatusCodes.Status403Forbidden; // The status page answers in place; nobody is sent elsewhere.
                return Task.CompletedTask;
            };
            o.Events.OnValidatePrincipal = EndWithoutActorAsync;
        });
        services.AddScoped<CurrentActor>();
        services.AddScoped<AccountLog>();
        services.AddSingleton<IAuthorizationPolicyProvider, Policies>();
        services.AddScoped<IAuthorizationHandler, PolicyHandler>();
        foreach (var permission in CommonPermissions.All)
        {
            services.AddSingleton(permission);
        }

        // What declares nothing is open to nobody.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        return services;
    }

    private static async Task EndWithoutActorAsync(CookieValidatePrincipalContext c)
    {
        if (await c.HttpContext.RequestServices.GetRequiredService<CurrentActor>().FindAsync(c.Principal!) is null)
        {
            c.RejectPrincipal();
            await c.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }
}

/// <summary>Identity's refusals in the office's words.</summary>
internal sealed class IdentitySentences : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => new() { Code = nameof(PasswordTooShort), Description = $"密码至少 {length} 位。" };

    public override IdentityError PasswordRequiresDigit() => new() { Code = nameof(PasswordRequiresDigit), Description = "密码要有数字。" };

    public override IdentityError PasswordRequiresLower() => new() { Code = nameof(PasswordRequiresLower), Description = "密码要有小写字母。" };

    public override IdentityError PasswordMismatch() => new() { Code = nameof(PasswordMismatch), Description = "原密码不对。" };

    public override IdentityError DuplicateUserName(string userName) => new() { Code = nameof(DuplicateUserName), Description = $"账号“{userName}”已有人用。" };

    public override IdentityError InvalidUserName(string? userName) => new() { Code = nameof(InvalidUserName), Description = $"账号“{userName}”不能用。" };
}
