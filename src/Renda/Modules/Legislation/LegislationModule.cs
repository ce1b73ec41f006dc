using Renda.Modules.Legislation.Board;
using Renda.Modules.Legislation.Consultation;
using Renda.Modules.Legislation.Consultation.Desk;
using Renda.Modules.Legislation.Consultation.Grouping;
using Renda.Modules.Legislation.Consultation.Public;
using Renda.Modules.Legislation.Drafting;
using Renda.Modules.Legislation.Opinions;
using Renda.Modules.Legislation.Versions;
using Renda.Modules.Matters;
using Renda.Platform.Access;
using Renda.Platform.Figures;
using Renda.Platform.Matters;
using Renda.Platform.Public;
using Renda.Platform.Texts;
using Renda.Platform.Web;
using Renda.Statutes.Docx;

namespace Renda.Modules.Legislation;

/// <summary>The card of the module: regulations from the plan to the gazette, their texts, and what is said of them.</summary>
internal static class LegislationModule
{
    /// <summary>Each page shows what the person may see of a regulation; who may write is decided by part and stage.</summary>
    public const string Read = "legislation.read";

    public const string ReadComments = "comments.read";
    public const string KeepComments = "comments.keep";

    private static readonly string[] Legal = [Posts.LegalClerk, Posts.LegalHead];

    public static readonly Permission[] Permissions =
    [
        new(ReadComments, "查阅公众意见（限看得到的法规）", [.. Legal, Posts.CommitteeClerk, Posts.CommitteeHead, Posts.Member, Posts.Chair]),
        new(KeepComments, "登记、处理公众意见", Legal),
        new(Read, "打开立法项目的文本、对照和意见（限看得到的项目）",
        [
            Posts.LegalClerk, Posts.LegalHead, Posts.CommitteeClerk, Posts.CommitteeHead, Posts.UnitClerk, Posts.UnitHead,
            Posts.SecretariatClerk, Posts.SecretariatHead, Posts.Chair, Posts.Member,
        ]),
    ];

    public static void AddLegislation(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<IFlow, LegislationFlow>();
        builder.Services.AddScoped<IFlow, FilingFlow>();
        builder.Services.AddScoped<IAdd, TextPanel>();
        builder.Services.AddScoped<BillDrafts>();
        builder.Services.AddScoped<BillOpinions>();
        builder.Services.AddScoped<Bases>();
        builder.Services.AddScoped<Making>();
        builder.Services.AddScoped<PaperTexts>();
        builder.Services.AddScoped<Comparing>();
        builder.Services.AddScoped<Projects>();
        builder.Services.AddScoped<Fetching>();
        builder.Services.AddScoped<Handing>();
        builder.AddConsultation();
        builder.Services.AddSingleton(s => FontsOf(s.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton(new PublicLink("法规草案征求意见", "/consultations"));
        builder.Services.AddSingleton(new NavLink("立法", "/legislation", Read));
        foreach (var permission in Permissions)
        {
            builder.Services.AddSingleton(permission);
        }
    }

    public static void MapLegislation(this WebApplication app)
    {
        TextEndpoints.Map(app);
        PublicEndpoints.Map(app);
        DeskEndpoints.Map(app);
    }

    private static void AddConsultation(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ConsultationSettings.Of(builder.Configuration));
        builder.Services.AddSingleton<CommentLimits>();
        builder.Services.AddScoped<Consulting>();
        builder.Services.AddScoped<Summary>();
        builder.Services.AddScoped<OutcomeTable>();
        builder.Services.AddScoped<Grouper>();
        builder.Services.AddScoped<Intake>();
        builder.Services.AddScoped<PublicDesk>();
        builder.Services.AddScoped<PublicRounds>();
        builder.Services.AddScoped<CommentReceipts>();
        builder.Services.AddScoped<Outcomes>();
        builder.Services.AddScoped<Disposing>();
        builder.Services.AddScoped<Registering>();
        builder.Services.AddScoped<CommentLists>();
        builder.Services.AddScoped<IErase, CommentErasing>();
        builder.Services.AddScoped<IAdd, CommentLinks>();
        builder.Services.AddScoped<IFigureSource, Figures>();
    }

    private static WordFonts FontsOf(IConfiguration settings)
    {
        var usual = new WordFonts();
        return usual with { Title = settings["Renda:Fonts:Title"] ?? usual.Title, Body = settings["Renda:Fonts:Body"] ?? usual.Body, Heading = settings["Renda:Fonts:First"] ?? usual.Heading, Caption = settings["Renda:Fonts:Second"] ?? usual.Caption };
    }
}
