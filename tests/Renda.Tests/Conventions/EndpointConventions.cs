using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Renda.Platform.Access;
using Xunit;

namespace Renda.Tests.Conventions;

public sealed class EndpointConventions
{
    [Fact]
    public async Task Every_endpoint_declares_a_permission_or_says_why_it_is_public()
    {
        await using var app = RendaApp.Create([]);
        var silent = Endpoints(app)
            .Where(e => e.Metadata.GetMetadata<NeedsAttribute>() is null && e.Metadata.GetMetadata<PublicAttribute>() is null)
            .Select(e => $"{e.RoutePattern.RawText} ({e.DisplayName})");
        Assert.Empty(silent);
    }

    [Fact]
    public async Task Every_declared_permission_is_on_a_modules_card()
    {
        await using var app = RendaApp.Create([]);
        var cards = app.Services.GetServices<Permission>().Select(p => p.Id).ToList();
        Assert.Equal(cards.Count, cards.Distinct().Count());
        Assert.Empty(Endpoints(app).Select(e => e.Metadata.GetMetadata<NeedsAttribute>()?.Permission).OfType<string>().Except(cards));
    }

    internal static IReadOnlyList<RouteEndpoint> Endpoints(WebApplication app)
    {
        var found = ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>().ToList();
        Assert.NotEmpty(found);
        return found;
    }
}
