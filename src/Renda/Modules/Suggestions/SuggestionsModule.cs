using Microsoft.AspNetCore.Mvc.RazorPages;
using Renda.Modules.Matters;
using Renda.Modules.Suggestions.Awards;
using Renda.Modules.Suggestions.Import;
using Renda.Modules.Suggestions.Joint;
using Renda.Modules.Suggestions.Reading;
using Renda.Modules.Suggestions.Release;
using Renda.Modules.Suggestions.Reporting;
using Renda.Modules.Suggestions.Similar;
using Renda.Platform.Access;
using Renda.Platform.Figures;
using Renda.Platform.Matters;
using Renda.Platform.Web;

namespace Renda.Modules.Suggestions;

/// <summary>The card of the module: deputies' suggestions from the draft to the kept promise.</summary>
internal static class SuggestionsModule
{
    public const string Read = "suggestions.read";
    public const string Draft = "suggestions.draft";
    public const string Import = "suggestions.import";
    public const string Numbers = "suggestions.numbers";
    public const string Awards = "suggestions.awards";
    public const string DraftStep = "draft";

    public static readonly Permission[] Permissions =
    [
        // Those the procedure lets act or look on (seen-by).
        new(Read, "查阅与办理代表建议（限本人有份的）", [Posts.Deputy, Posts.FormerDeputy, Posts.OfficeClerk, Posts.OfficeHead, Posts.Dispatcher, Posts.UnitClerk, Posts.UnitHead, Posts.Chair, Posts.CommitteeClerk, Posts.CommitteeHead]),
        new(Draft, "起草代表建议", [Posts.Deputy]),
        new(Import, "导入代表建议台账", Posts.Office),
        new(Numbers, "查看建议办理统计（单位限本单位的）", [Posts.OfficeClerk, Posts.OfficeHead, Posts.Chair, Posts.CommitteeClerk, Posts.CommitteeHead, Posts.UnitClerk, Posts.UnitHead]),
        // Those the award's procedure lets nominate.
        new(Awards, "依据办理记录推荐优秀建议和先进单位", [Posts.OfficeClerk, Posts.OfficeHead, Posts.CommitteeClerk, Posts.CommitteeHead]),
    ];

    public static void AddSuggestions(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<IFlow, SuggestionFlow>();
        builder.Services.AddScoped<IFigureSource, ResultFigures>();
        builder.Services.AddScoped<IFlow, ReleaseFlow>();
        builder.Services.AddScoped<IFlow, AwardFlow>();
        builder.Services.AddScoped<IFlow, JointFlow>();
        builder.Services.AddScoped<IAdd, AwardLinks>();
        builder.Services.AddScoped<IAdd, JointMembers>();
        builder.Services.AddScoped<IBeside, JointMembers>();
        builder.Services.AddScoped<ITogether, JointMarks>();
        builder.Services.AddScoped<UnitEvidences>();
        builder.Services.AddScoped<Importing>();
        builder.Services.AddScoped<IPublish, Publishing>();
        builder.Services.AddSingleton<WordCounting>();
        builder.Services.AddScoped<Similars>();
        builder.Services.AddScoped<SimilarLines>();
        builder.Services.AddScoped<IBeside, TextBeside>();
        builder.Services.AddSingleton(new OwnPages(SuggestionFlow.Id, "/suggestions", new Dictionary<string, string> { [DraftStep] = "/suggestions/new" }));
        builder.Services.Configure<RazorPagesOptions>(o => o.Conventions.AddPageRoute("/Matters/Act", "/suggestions/{id:guid}/{step}"));
        builder.Services.AddSingleton(new NavLink("代表建议", "/suggestions", Read));
        builder.Services.AddSingleton(new PublicLink("公开的建议", "/public"));
        builder.Services.AddSingleton(new NavLink("公开的建议", "/public", CommonPermissions.SignedIn));
        builder.Services.AddSingleton(new NavLink("办理统计", "/suggestion-numbers", Numbers));
        foreach (var permission in Permissions)
        {
            builder.Services.AddSingleton(permission);
        }
    }
}
