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
        await site.AddAccountAsync(Postless);
        List<string> wrong = [];
        foreach (var (user, post) in Roles)
        {
            using var client = await site.SignInAsync(user);
            var hidden = await HiddenAsync(site, user);
            var token = await TokenAsync(client);
            foreach (var (needs, path) in hidden.SelectMany(id => Paths(site, id)).Distinct())
            {
                var page = await client.GetPageAsync(path);
                var allowed = cards[needs].Posts is not { } posts || post is not null && posts.Contains(post);
                if (allowed ? page.Status is HttpStatusCode.Forbidden or >= HttpStatusCode.InternalServerError : page.Status != HttpStatusCode.Forbidden)
                {
                    wrong.Add($"{user} {path}: {(int)page.Status}, {(allowed ? "granted" : "not granted")} by {needs}");
                }

                // The matter in the path is none of theirs: neither looked at nor acted on.
                if (allowed && hidden.Any(id => path.Contains($"{id}", StringComparison.Ordinal)) && page.Status is not (HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed))
                {
                    wrong.Add($"{user} {path}: sees what is hidden ({(int)page.Status})");
                }

                var posted = await client.PostAsync(path, token);
                if (hidden.Any(id => path.Contains($"{id}", StringComparison.Ordinal)) && posted.Status is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed or HttpStatusCode.Unauthorized))
                {
                    wrong.Add($"{user} POST {path}: {(int)posted.Status}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public async Task Without_signing_in_every_endpoint_that_needs_a_permission_leads_to_the_sign_in_page_or_refuses()
    {
        await using var site = await DemoSite.StartAsync();
        using var client = site.Visit();
        foreach (var (_, path) in Paths(site, Guid.NewGuid()))
        {
            var page = await client.GetPageAsync(path);
            Assert.True(path.StartsWith("/api/", StringComparison.Ordinal) ? page.Status == HttpStatusCode.Unauthorized : page.Path.StartsWith("/sign-in", StringComparison.Ordinal), $"{path}: {page.Path} {page.Status}");
        }
    }

    // A draft of a deputy who has no demo account, so that no walker is party to it; for those who see only their own,
    // also a suggestion the court handles, and the court's part in it.
    private static Task<Guid[]> HiddenAsync(DemoSite site, string user) => site.LookAsync(async db =>
    {
        var accounts = db.Users.Select(a => a.PersonId);
        var draft = await db.Matters.Where(m => m.Procedure == "suggestion" && m.Private && !db.Parties.Any(p => p.MatterId == m.Id && accounts.Contains(p.PersonId!.Value))).Select(m => m.Id).FirstAsync();
        var court = await db.Matters.Where(m => m.ParentId != null && m.Part == "lead" && !m.Ended && db.Units.Any(u => u.Id == m.UnitId && u.System == UnitSystem.Court)
                && !db.Parties.Any(p => p.MatterId == m.ParentId && (accounts.Contains(p.PersonId!.Value) || p.Role.StartsWith("assisting"))))
            .Select(m => new { m.Id, m.ParentId }).FirstAsync();
        return Roles[user] is Posts.OfficeClerk or Posts.OfficeHead ? [draft] : (Guid[])[draft, court.ParentId!.Value, court.Id];
    });

    private static async Task<IEnumerable<(string, string)>> TokenAsync(SiteClient client)
    {
        var html = (await client.GetPageAsync("/")).Html;
        var at = html.IndexOf("value=\"", html.IndexOf("__RequestVerificationToken", StringComparison.Ordinal), StringComparison.Ordinal) + 7;
        return [("__RequestVerificationToken", html[at..html.IndexOf('"', at)]), ("key", $"{Guid.NewGuid()}"), ("seen", "1")];
    }

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
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "sequence" } => "1",
        _ => matter.ToString(),
    };
}
