using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Api;

/// <summary>The card of the module: what the pages show and do, for other programs.</summary>
internal static class ApiModule
{
    public const string Use = "api.use";

    // Administrators look after the house and do none of its work: there is nothing here for them.
    private static readonly Permission Permission = new(Use, "通过接口查阅与办理（限本人有份的）", [.. Posts.Titles.Keys.Except(Posts.Administrators)]);

    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(Permission);
        builder.Services.AddSingleton(new NavLink("我的令牌", "/tokens", Use) { Own = true });
        builder.Services.AddScoped<TokenKeeping>();
        builder.Services.AddScoped<TokenEntry>();
        builder.Services.AddSingleton<TokenDays>();
        builder.Services.AddSingleton<BadTokens>();
        builder.Services.AddApiAuthentication();
        builder.Services.AddApiDocument();
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api").WithMetadata(new NeedsAttribute(Use)).WithTags("api").Refusing(401, 403, 429, 500, 503);
        api.MapProcedureList();
        api.MapMatterReading();
        api.MapActs();
        api.MapFinding();
        api.MapPaperUpload();
        app.MapApiDocument();
        app.MapOtherMethods();
    }
}
