using Renda.Modules.Handling.Inboxes;
using Renda.Modules.Handling.Inside;
using Renda.Modules.Handling.Letters;
using Renda.Modules.Matters;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Web;

namespace Renda.Modules.Handling;

/// <summary>The card of the module: what a handling unit works with. One inbox, the work inside the unit, the letter of the reply.</summary>
internal static class HandlingModule
{
    public const string Read = "handling.read";
    public const string Letters = "handling.letters";

    public static readonly Permission[] Permissions =
    [
        new(Read, "承办单位收件箱和内部办理（限本单位的）", [Posts.UnitClerk, Posts.UnitHead]),
        new(Letters, "管理答复函模板", Posts.Office),
    ];

    public static void AddHandling(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<IFlow, UnitWorkFlow>();
        builder.Services.AddScoped<IBeside, Beside.Heads>(); // What is signed goes over what is usual.
        builder.Services.AddScoped<IBeside, Beside.Drafting>();
        builder.Services.AddScoped<Inbox>();
        builder.Services.AddScoped<Signing>();
        builder.Services.AddScoped<TemplateKeeping>();
        builder.Services.AddScoped<LetterWriting>();
        builder.Services.AddSingleton(new NavLink("收件箱", "/handling", Read));
        builder.Services.AddSingleton(new NavLink("答复函模板", "/handling/letter", Letters) { Own = true });
        foreach (var permission in Permissions)
        {
            builder.Services.AddSingleton(permission);
        }
    }

    public static void MapHandling(this WebApplication app) => LetterEndpoints.Map(app);
}
