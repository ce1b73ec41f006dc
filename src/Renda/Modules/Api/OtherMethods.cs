using Microsoft.AspNetCore.Http.Metadata;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Api;

/// <summary>Answers at the addresses of the API what they do not take: another method, another kind of content. The page for what is
/// not there would take it all.</summary>
internal static class OtherMethods
{
    // Behind the addresses' own endpoints, before what is not there.
    private const int After = 1;

    private static readonly string[] All = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    public static void MapOtherMethods(this WebApplication app)
    {
        var mapped = from endpoint in ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()
                     where endpoint.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true
                     group endpoint by endpoint.RoutePattern.RawText;
        foreach (var address in mapped.ToList())
        {
            List<string> allowed = [.. address.SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods).Distinct()];
            app.MapMethods(address.Key, All, (HttpContext http) => Answer(http, allowed)).WithMetadata(new NeedsAttribute(ApiModule.Use)).WithOrder(After).ExcludeFromDescription();
        }
    }

    private static IResult Answer(HttpContext http, List<string> allowed)
    {
        if (allowed.Contains(http.Request.Method))
        {
            return Problems.Answer(StatusCodes.Status415UnsupportedMediaType);
        }

        http.Response.Headers.Allow = string.Join(", ", allowed);
        return Problems.Answer(StatusCodes.Status405MethodNotAllowed);
    }
}
