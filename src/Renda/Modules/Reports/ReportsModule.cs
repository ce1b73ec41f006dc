using Renda.Modules.Matters;
using Renda.Modules.Reports.Browsing;
using Renda.Modules.Reports.Editing;
using Renda.Modules.Reports.Export;
using Renda.Modules.Reports.Issuing;
using Renda.Modules.Reports.Markup;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Web;

namespace Renda.Modules.Reports;

/// <summary>The card of the module: the figures there are, reports written with them, and reports issued with their records behind them.</summary>
internal static class ReportsModule
{
    public const string Figures = "reports.figures";
    public const string Write = "reports.write";
    public const string Read = "reports.read";

    private static readonly string[] Writers =
    [
        Posts.Staff, Posts.CommitteeClerk, Posts.CommitteeHead, Posts.LegalClerk, Posts.LegalHead, Posts.OfficeClerk, Posts.OfficeHead, Posts.PersonnelClerk, Posts.PersonnelHead,
        Posts.PartyClerk, Posts.PartyHead, Posts.PressClerk, Posts.PressHead, Posts.SecretariatClerk, Posts.SecretariatHead,
    ];

    public static readonly Permission[] Permissions =
    [
        new(Figures, "查看数字库", [.. Writers, Posts.Chair]),
        new(Write, "起草工作报告", Writers),
        new(Read, "打开已签发报告中的数字（限看得到的报告）", [.. Posts.Titles.Keys]),
    ];

    public static void AddReports(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Templates>();
        builder.Services.AddScoped<ReportDrafts>();
        builder.Services.AddScoped<Working>();
        builder.Services.AddScoped<Packaging>();
        builder.Services.AddScoped<Issued>();
        builder.Services.AddScoped<RowList>();
        builder.Services.AddScoped<Taking>();
        builder.Services.AddScoped<IFlow, ReportFlow>();
        builder.Services.AddScoped<IAdd, ReportPanel>();
        builder.Services.AddScoped<IBeside, ReportPanel>();
        builder.Services.AddScoped<Multiples>();
        builder.Services.AddSingleton(s => new DocxExport(ReportFonts.Of(s.GetRequiredService<IConfiguration>())));
        builder.Services.AddSingleton(new NavLink("数字与报告", "/figures", Figures));
        foreach (var permission in Permissions)
        {
            builder.Services.AddSingleton(permission);
        }
    }

    public static void MapReports(this WebApplication app)
    {
        FindingEndpoints.Map(app);
        ExportEndpoints.Map(app);
    }
}
