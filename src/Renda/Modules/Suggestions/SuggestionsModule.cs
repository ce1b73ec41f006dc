using Microsoft.AspNetCore.Mvc.RazorPages;
using Renda.Modules.Suggestions.Similar;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Web;

namespace Renda.Modules.Suggestions;

/// <summary>The card of the module: deputies' suggestions from the draft to the kept promise.</summary>
internal static class SuggestionsModule
{
    public const string Read = "suggestions.read";
    public const string Draft = "suggestions.draft";
    public const string DraftStep = "draft";

    public static readonly Permission[] Permissions =
    [
        new(Read, "查阅与办理代表建议（限本人有份的）", [Posts.Deputy, Posts.OfficeClerk, Posts.OfficeHead, Posts.Dispatcher, Posts.UnitClerk, Posts.UnitHead]),
        new(Draft, "起草代表建议", [Posts.Deputy]),
    ];

    public static void AddSuggestions(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<IFlow, SuggestionFlow>();
        builder.Services.AddSingleton<WordCounting>();
        builder.Services.AddScoped<Similars>();
        builder.Services.AddScoped<SimilarLines>();
        builder.Services.AddSingleton(new OwnPages(SuggestionFlow.Id, "/suggestions", new Dictionary<string, string> { [DraftStep] = "/suggestions/new" }));
        builder.Services.Configure<RazorPagesOptions>(o => o.Conventions.AddPageRoute("/Matters/Act", "/suggestions/{id:guid}/{step}"));
        builder.Services.AddSingleton(new NavLink("代表建议", "/suggestions", Read));
        foreach (var permission in Permissions)
        {
            builder.Services.AddSingleton(permission);
        }
    }
}
