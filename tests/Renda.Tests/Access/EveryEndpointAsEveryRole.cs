using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Database;
using Renda.Platform.Access;
using Xunit;

namespace Renda.Tests.Access;

/// <summary>Walks every endpoint as every role: what the card does not grant is refused, and what is another's is not there.</summary>
public sealed class EveryEndpointAsEveryRole
{
    private const string Postless = "postless";

    private static readonly Dictionary<string, string?> Roles = new(StringComparer.Ordinal)
    {
        ["deputy"] = Posts.Deputy,
        ["clerk"] = Posts.OfficeClerk,
        ["head"] = Posts.OfficeHead,
        ["dispatcher"] = Posts.Dispatcher,
        ["unit"] = Posts.UnitClerk,
        ["unithead"] = Posts.UnitHead,
        ["system"] = Posts.SystemAdministrator,
        ["security"] = Posts.SecurityAdministrator,
        ["audit"] = Posts.AuditAdministrator,
        [Postless] = null,
    };

    [Fact]
    public async Task Opens_to_the_posts_on_the_card_and_to_nobody_else()
    {
        await using var site = await DemoSite.StartAsync();
        var cards = site.Services.GetServices<Permission>().ToDictionary(p => p.Id);
        var hidden = await HiddenAsync(site);
        await site.AddAccountAsync(Postless);
        List<string> wrong = [];
        foreach (var (user, post) in Roles)
        {
            using var client = await site.SignInAsync(user);
            foreach (var (needs, path) in Paths(site, hidden))
            {
                var page = await client.GetPageAsync(path);
                var allowed = cards[needs].Posts is not { } posts || post is not null && posts.Contains(post);
                if (allowed ? page.Status is HttpStatusCode.Forbidden or >= HttpStatusCode.InternalServerError : page.Status != HttpStatusCode.Forbidden)
                {
                    wrong.Add($"{user} {path}: {(int)page.Status}, {(allowed ? "granted" : "not granted")} by {needs}");
                }

                // The matter in the path is a draft that is none of theirs.
                if (allowed && path.Contains(hidden.ToString(), StringComparison.Ordinal) && page.Status != HttpStatusCode.NotFound)
                {
                    wrong.Add($"{user} {path}: sees what is hidden ({(int)page.Status})");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Without_signing_in_every_endpoint_that_needs_a_permission_leads_to_the_sign_in_page()
    {
        await using var site = await DemoSite.StartAsync();
        using var client = site.Visit();
        foreach (var (_, path) in Paths(site, Guid.NewGuid()))
        {
            Assert.StartsWith("/sign-in", (await client.GetPageAsync(path)).Path);
        }
    }

    // A draft of a deputy who has no demo account, so that no walker is party to it.
    private static Task<Guid> HiddenAsync(DemoSite site) => site.LookAsync(db =>
    {
        var accounts = db.Users.Select(a => a.PersonId);
        return db.Matters.Where(m => m.Private && !db.Parties.Any(p => p.MatterId == m.Id && accounts.Contains(p.PersonId!.Value))).Select(m => m.Id).FirstAsync();
    });

    private static IEnumerable<(string Needs, string Path)> Paths(DemoSite site, Guid matter) =>
        from endpoint in site.Services.GetServices<EndpointDataSource>().SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()
        let needs = endpoint.Metadata.GetMetadata<NeedsAttribute>()?.Permission
        let methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods
        where needs is not null && (methods is null || methods.Count == 0 || methods.Contains("GET"))
        select (needs, "/" + string.Concat(endpoint.RoutePattern.PathSegments.SelectMany((s, i) => s.Parts.Select(p => Text(p, matter)).Prepend(i == 0 ? "" : "/"))));

    private static string Text(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPart part, Guid matter) => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "step" } => "reply",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "code" } => "404",
        _ => matter.ToString(),
    };
}
