using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Administration;

/// <summary>The card of the module: accounts and posts, units and rules, logs; each for one of the three administrators.</summary>
internal static class AdministrationModule
{
    public const string Accounts = "administration.accounts";
    public const string Units = "administration.units";
    public const string Rules = "administration.rules";
    public const string Events = "administration.events";
    public const string Ledger = "administration.ledger";
    public const string Seals = "administration.seals";

    public static readonly Permission[] Permissions =
    [
        new(Accounts, "管理账号和职务", [Posts.SecurityAdministrator]),
        new(Units, "管理单位", [Posts.SystemAdministrator]),
        new(Rules, "查看程序规则和工作日历", [Posts.SystemAdministrator]),
        new(Events, "查看账号日志", [Posts.AuditAdministrator]),
        new(Ledger, "查看办理台账（不含内容）", [Posts.AuditAdministrator]),
        new(Seals, "封存记录，查看备份", [Posts.AuditAdministrator, Posts.SystemAdministrator]),
    ];

    private static readonly NavLink[] Links =
    [
        new("账号和职务", "/administration/accounts", Accounts),
        new("单位", "/administration/units", Units),
        new("规则和日历", "/administration/rules", Rules),
        new("账号日志", "/administration/events", Events),
        new("办理台账", "/administration/ledger", Ledger),
        new("封存和备份", "/administration/seals", Seals),
    ];

    public static void AddAdministration(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<AccountKeeping>();
        builder.Services.AddScoped<PostKeeping>();
        builder.Services.AddScoped<UnitKeeping>();
        foreach (var permission in Permissions)
        {
            builder.Services.AddSingleton(permission);
        }

        foreach (var link in Links)
        {
            builder.Services.AddSingleton(link);
        }
    }
}
