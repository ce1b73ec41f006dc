using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.WebEncoders;
using Renda.Platform.Access;
using Renda.Platform.Setup;

namespace Renda.Platform.Web;

/// <summary>Pages, limits and headers every answer has.</summary>
internal static class WebSetup
{
    /// <summary>The largest request a page reads that takes no papers.</summary>
    public const long UsualRequest = 1024 * 1024;

    /// <summary>The largest request read at all, on pages that take papers. A paper may be smaller (see the paper store): reading on keeps what was typed beside it.</summary>
    public const long LargestRequest = 300L * 1024 * 1024;

    public static void AddWeb(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(o =>
        {
            o.Limits.MaxRequestBodySize = UsualRequest;
            o.AddServerHeader = false;
        });
        builder.Services.Configure<FormOptions>(o =>
        {
            o.MultipartBodyLengthLimit = LargestRequest;
            o.ValueLengthLimit = 4 * 1024 * 1024;
        });
        builder.Services.AddRazorPages(o => o.RootDirectory = "/Modules");
        // Chinese goes out as it is, not as numbers three times as long.
        builder.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.Encoder = Problems.Json.Encoder;
            o.SerializerOptions.DefaultIgnoreCondition = Problems.Json.DefaultIgnoreCondition;
        });
        builder.Services.AddRouting(o => o.LowercaseUrls = true);
        builder.Services.AddAntiforgery(o => o.Cookie.Name = "renda-form");
        builder.Services.AddScoped<INavigation, SiteNavigation>();
        builder.Services.AddSingleton(new NavLink("我的待办", "/", CommonPermissions.SignedIn));
        builder.AddSignInLimit();
        builder.Services.AddResponseCompression(o => o.EnableForHttps = true);
    }

    public static void UseWeb(this WebApplication app)
    {
        app.Use(HeardOut.ReadOnAsync);
        app.UseExceptionHandler("/status/500");
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.Use(Headers);
        app.Use(PlainRequest.CleanAsync);
        app.Use(app.Services.GetRequiredService<ReadOnlyMode>().RefuseAsync);
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = c => c.Context.Response.Headers.CacheControl = c.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
        });
        app.UseRouting();
        app.Use(Switching.AnswerAsync);
        app.UseRateLimiter();
        app.UseAuthentication();
        app.Use(async (http, next) =>
        {
            await http.RequestServices.GetRequiredService<CurrentActor>().FindAsync(http.User);
            await next(http);
        });
        app.UseAuthorization();
        app.Use(PasswordFirst.RedirectAsync);
        app.UseAntiforgery();
        app.MapRazorPages();
        app.MapFallback("{*path}", () => Results.NotFound()).WithMetadata(new PublicAttribute("there is nothing there for anybody"));
    }

    private static Task Headers(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        if (!http.Request.Path.StartsWithSegments("/renda.css") && !http.Request.Path.StartsWithSegments("/renda.js"))
        {
            headers.CacheControl = "no-cache, no-store"; // What one person saw must not be shown to the next at the same desk.
        }

        return next(http);
    }
}
