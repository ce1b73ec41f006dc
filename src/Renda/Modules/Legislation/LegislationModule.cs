using Renda.Modules.Legislation.Consultation;
using Renda.Modules.Legislation.Consultation.Desk;
using Renda.Modules.Legislation.Consultation.Grouping;
using Renda.Modules.Legislation.Consultation.Public;
using Renda.Modules.Matters;
using Renda.Platform.Access;
using Renda.Platform.Figures;
using Renda.Platform.Matters;
using Renda.Platform.Public;

namespace Renda.Modules.Legislation;

/// <summary>The card of the module: regulations from the plan to the gazette, their texts, and what the public says of them.</summary>
internal static class LegislationModule
{
    public const string ReadComments = "comments.read";
    public const string KeepComments = "comments.keep";

    private static readonly string[] Legal = [Posts.LegalClerk, Posts.LegalHead];

    public static readonly Permission[] Permissions =
    [
        new(ReadComments, "查阅公众意见（限看得到的法规）", [.. Legal, Posts.CommitteeClerk, Posts.CommitteeHead, Posts.Member, Posts.Chair]),
        new(KeepComments, "登记、处理公众意见", Legal),
    ];

    public static void AddLegislation(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ConsultationSettings.Of(builder.Configuration));
        builder.Services.AddSingleton<CommentLimits>();
        builder.Services.AddScoped<IFlow, LegislationFlow>();
        builder.Services.AddScoped<Consulting>();
        builder.Services.AddScoped<PaperText>();
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
        foreach (var permission in Permissions)
        {
            builder.Services.AddSingleton(permission);
        }
    }

    public static void MapLegislation(this WebApplication app)
    {
        PublicEndpoints.Map(app);
        DeskEndpoints.Map(app);
    }
}
