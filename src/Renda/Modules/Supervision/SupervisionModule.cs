using Renda.Modules.Supervision.Due;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Supervision;

/// <summary>The card of the module: who is told that something is due, what is due and late, and urging (催办).</summary>
internal static class SupervisionModule
{
    public const string Read = "supervision.read";
    public const string Deliveries = "supervision.deliveries";

    public static readonly Permission[] Permissions =
    [
        new(Read, "查看到期与逾期（单位限本单位的）", [Posts.OfficeClerk, Posts.OfficeHead, Posts.Dispatcher, Posts.Chair, Posts.CommitteeClerk, Posts.CommitteeHead, Posts.UnitClerk, Posts.UnitHead]),
        new(Deliveries, "查看提醒的发送情况（不含内容）", [Posts.SystemAdministrator]),
    ];

    public static void AddSupervision(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Urging>();
        builder.Services.AddSingleton(new NavLink("到期与逾期", "/supervision", Read));
        builder.Services.AddSingleton(new NavLink("提醒设置", "/notices/settings", CommonPermissions.SignedIn) { Own = true });
        builder.Services.AddSingleton(new NavLink("提醒的发送", "/administration/deliveries", Deliveries));
        foreach (var permission in Permissions)
        {
            builder.Services.AddSingleton(permission);
        }
    }
}
