using Microsoft.OpenApi;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Api;

/// <summary>The description other programs are made from: <c>/openapi/v1.json</c>.</summary>
internal static class ApiDocument
{
    private const string Version = "v1";
    private const string Bearer = "token";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Version, o =>
    {
        o.ShouldInclude = described => described.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        o.AddDocumentTransformer((document, _, _) =>
        {
            Introduce(document);
            return Task.CompletedTask;
        });
        o.AddOperationTransformer((operation, context, _) =>
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
            return Task.CompletedTask;
        });
        o.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(Answer))
            {
                (schema.Type, schema.Description) = (null, "A text, a number, true or false for yes or no; or a list of them. People, units, matters and papers by id; days as 2026-02-13.");
            }

            return Task.CompletedTask;
        });
    });

    public static void MapApiDocument(this IEndpointRouteBuilder app) =>
        app.MapOpenApi($"/openapi/{Version}.json").WithMetadata(new PublicAttribute("it tells what the program can do, as its source does"));

    /// <summary>What an endpoint answers when it did what was asked.</summary>
    public static RouteHandlerBuilder Answering<T>(this RouteHandlerBuilder endpoint, int status) => endpoint.Produces<T>(status);

    /// <summary>The statuses with which it refuses.</summary>
    public static T Refusing<T>(this T endpoints, params int[] statuses)
        where T : IEndpointConventionBuilder
    {
        foreach (var status in statuses)
        {
            endpoints.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(Problem), [Problems.MediaType]));
        }

        return endpoints;
    }

    private static void Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "人大 · 接口",
            Version = Version,
            Description = "What the pages show and do, for other programs: the same rules, the same visibility, the same refusals. A token acts as the person who made it, with the posts held that day.",
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = $"Authorization: Bearer {TokenText.Prefix}…, made under 我的令牌. GET needs the scope read, everything else act. Somebody signed in may GET with the cookie alone.",
        };
    }
}
