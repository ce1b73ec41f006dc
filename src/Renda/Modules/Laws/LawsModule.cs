using Microsoft.AspNetCore.Mvc.RazorPages;
using Renda.Modules.Laws.Import;
using Renda.Modules.Laws.Keeping;
using Renda.Modules.Laws.Reading;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Web;

namespace Renda.Modules.Laws;

/// <summary>The card of the module (法规库): the laws the office keeps, in every text they have had, searched by article and read as of a day.</summary>
internal static class LawsModule
{
    public const string Read = "laws.read";
    public const string Keep = "laws.keep";

    public static readonly Permission[] Permissions =
    [
        new(Read, "查阅法规库", [.. Posts.Titles.Keys.Except(Posts.Administrators).Except([Posts.Deputy, Posts.FormerDeputy, Posts.Dispatcher, Posts.UnitClerk, Posts.UnitHead])]),
        new(Keep, "收录法规", [Posts.LegalClerk, Posts.LegalHead]),
    ];

    public static void AddLaws(this WebApplicationBuilder builder)
    {
        builder.Services.AddLawKeeping();
        builder.Services.AddScoped<Shelf>();
        builder.Services.AddSingleton(new OwnPages(LawFlow.Id, "/laws", new Dictionary<string, string>(StringComparer.Ordinal) { [LawFlow.Enter] = "/laws/new" }));
        builder.Services.AddSingleton(new PublicLink("法规库", "/public/laws"));
        builder.Services.AddSingleton(new NavLink("法规库", "/laws", Read));
        builder.Services.Configure<RazorPagesOptions>(o => o.Conventions.AddPageRoute("/Matters/Act", "/laws/{id:guid}/{step}"));
        foreach (var permission in Permissions)
        {
            builder.Services.AddSingleton(permission);
        }
    }

    /// <summary>What acts on laws need, with or without a website around them.</summary>
    public static void AddLawKeeping(this IServiceCollection services)
    {
        services.AddScoped<LawPapers>();
        services.AddScoped<Shelving>();
        services.AddScoped<FromRegulation>();
        services.AddScoped<LawImporting>();
        services.AddScoped<LawFiles>();
        services.AddScoped<IFlow, LawFlow>();
    }

    public static void MapLaws(this WebApplication app) => Endpoints.Map(app);
}
