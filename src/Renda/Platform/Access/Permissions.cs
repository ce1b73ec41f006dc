using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Renda.Platform.Access;

/// <summary>Something people may do, and the posts that may. Modules declare theirs on their card.</summary>
/// <param name="Posts">Null where an account is enough.</param>
internal sealed record Permission(string Id, string Title, IReadOnlyList<string>? Posts)
{
    public bool LetsIn(Actor actor) => Posts is null || actor.Has(Posts);
}

/// <summary>The endpoint needs a permission.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class NeedsAttribute(string permission) : AuthorizeAttribute(Policies.Prefix + permission)
{
    public string Permission => permission;
}

/// <summary>The endpoint is open to everybody, for a reason.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class PublicAttribute(string why) : AllowAnonymousAttribute
{
    public string Why => why;
}

/// <summary>Permissions every module shares.</summary>
internal static class CommonPermissions
{
    /// <summary>What somebody without a post needs too: to change the password and to read that there is none.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>For the holders of any post.</summary>
    public const string InPost = "in-post";

    public static readonly Permission[] All = [new(SignedIn, "登录后使用", null), new(InPost, "任职期间使用", [.. Posts.Titles.Keys])];
}

/// <summary>Turns a declared permission into a check of the posts held today.</summary>
internal sealed class Policies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    public const string Prefix = "needs:";

    public override Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        policyName.StartsWith(Prefix, StringComparison.Ordinal)
            ? Task.FromResult<AuthorizationPolicy?>(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new Requirement(policyName[Prefix.Length..])).Build())
            : base.GetPolicyAsync(policyName);

    internal sealed record Requirement(string Permission) : IAuthorizationRequirement;
}

internal sealed class PolicyHandler(CurrentActor current, IEnumerable<Permission> permissions) : AuthorizationHandler<Policies.Requirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, Policies.Requirement requirement)
    {
        var permission = permissions.Single(p => p.Id == requirement.Permission);
        if (await current.FindAsync(context.User) is { } actor && permission.LetsIn(actor) && TokenUse.Covers(context))
        {
            context.Succeed(requirement);
        }
    }
}
