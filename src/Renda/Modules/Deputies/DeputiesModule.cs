using Renda.Modules.Deputies.Files;
using Renda.Modules.Deputies.Import;
using Renda.Modules.Deputies.Roster;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Web;

namespace Renda.Modules.Deputies;

/// <summary>The card of the module: who the deputies are and were, and the file of what each has done.</summary>
internal static class DeputiesModule
{
    public const string Read = "deputies.read";
    public const string Keep = "deputies.keep";

    public static readonly Permission[] Permissions =
    [
        // Administrators look after the house and do none of its work (三员分立).
        new(Read, "查阅代表名册（履职档案限本人和代表工作机构、主任会议成员）", [.. Posts.Titles.Keys.Except(Posts.Administrators)]),
        new(Keep, "维护代表名册", Posts.Office),
    ];

    /// <summary>Whether this person reads the file of that one: their own; the deputies' office and the chair, everybody's.</summary>
    public static bool ReadsFile(Actor actor, Guid person) => actor.PersonId == person || actor.Has([.. Posts.Office, Posts.Chair]);

    public static void AddDeputies(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ElectingUnits>();
        builder.Services.AddScoped<ISeats, Seats>();
        builder.Services.AddScoped<ITerms, Terms>();
        builder.Services.AddScoped<RosterLog>();
        builder.Services.AddScoped<DeputyPosts>();
        builder.Services.AddScoped<MandateKeeping>();
        builder.Services.AddScoped<PeriodKeeping>();
        builder.Services.AddScoped<TermKeeping>();
        builder.Services.AddScoped<RosterImporting>();
        builder.Services.AddScoped<IFlow, DutyReportFlow>();
        builder.Services.AddSingleton(new NavLink("代表名册", "/deputies", Read));
        foreach (var permission in Permissions)
        {
            builder.Services.AddSingleton(permission);
        }
    }

    public static void MapDeputies(this WebApplication app) => Endpoints.Map(app);
}
