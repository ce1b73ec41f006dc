using Renda.Modules.Legislation.Board;
using Renda.Modules.Legislation.Drafting;
using Renda.Modules.Legislation.Opinions;
using Renda.Modules.Legislation.Versions;
using Renda.Modules.Matters;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Texts;
using Renda.Platform.Web;
using Renda.Statutes.Docx;

namespace Renda.Modules.Legislation;

/// <summary>The card of the module: regulations from the plan to the gazette, their texts, and what is said of them.</summary>
internal static class LegislationModule
{
    /// <summary>Each page shows what the person may see of a regulation; who may write is decided by part and stage.</summary>
    public const string Read = "legislation.read";

    public static readonly Permission[] Permissions =
    [
        new(Read, "打开立法项目的文本、对照和意见（限看得到的项目）",
        [
            Posts.LegalClerk, Posts.LegalHead, Posts.CommitteeClerk, Posts.CommitteeHead, Posts.UnitClerk, Posts.UnitHead,
            Posts.SecretariatClerk, Posts.SecretariatHead, Posts.Chair, Posts.Member,
        ]),
    ];

    public static void AddLegislation(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<IFlow, LegislationFlow>();
        builder.Services.AddScoped<IAdd, TextPanel>();
        builder.Services.AddScoped<BillDrafts>();
        builder.Services.AddScoped<BillOpinions>();
        builder.Services.AddScoped<Bases>();
        builder.Services.AddScoped<Making>();
        builder.Services.AddScoped<PaperTexts>();
        builder.Services.AddScoped<Comparing>();
        builder.Services.AddScoped<Projects>();
        builder.Services.AddScoped<Fetching>();
        builder.Services.AddSingleton(s => FontsOf(s.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton(new NavLink("立法", "/legislation", Read));
        foreach (var permission in Permissions)
        {
            builder.Services.AddSingleton(permission);
        }
    }

    public static void MapLegislation(this WebApplication app) => TextEndpoints.Map(app);

    private static WordFonts FontsOf(IConfiguration settings)
    {
        var usual = new WordFonts();
        return usual with { Title = settings["Renda:Fonts:Title"] ?? usual.Title, Body = settings["Renda:Fonts:Body"] ?? usual.Body, Heading = settings["Renda:Fonts:First"] ?? usual.Heading, Caption = settings["Renda:Fonts:Second"] ?? usual.Caption };
    }
}
