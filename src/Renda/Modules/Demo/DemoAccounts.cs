using System.Text;
using Renda.Platform.Access;

namespace Renda.Modules.Demo;

/// <summary>An account of the demo office that everybody may use.</summary>
internal sealed record DemoAccount(string UserName, string Role, string About, Func<Cast, Person> Of);

/// <summary>One account for each role, one password for all.</summary>
internal static class DemoAccounts
{
    public const string Password = "renda-demo-2026";

    public static readonly IReadOnlyList<DemoAccount> All =
    [
        new("deputy", "人大代表", "起草、提交建议，评价答复", c => c.AllDeputies[0]),
        new("cosigner", "人大代表", "确认联名", c => c.AllDeputies[1]),
        new("clerk", "代表工作机构经办人", "审查、立案、交办、办结", c => c.Of(Cast.Office, Posts.OfficeClerk)[0]),
        new("head", "代表工作机构负责人", "同上，研究不满意件", c => c.Of(Cast.Office, Posts.OfficeHead)[0]),
        new("dispatcher", "政府系统交办人", "审定退办和延期", c => c.Of(Cast.Dispatch, Posts.Dispatcher)[0]),
        new("unit", "承办单位经办人", $"{Plan.Mine}：签收、沟通、答复", c => c.Of(Plan.Mine, Posts.UnitClerk)[0]),
        new("unithead", "承办单位负责人", Plan.Mine, c => c.Of(Plan.Mine, Posts.UnitHead)[0]),
        new("unit2", "承办单位经办人", $"{Plan.Helper}：多为协办", c => c.Of(Plan.Helper, Posts.UnitClerk)[0]),
        new("system", "系统管理员", "单位和规则", c => Administrator(c, Posts.SystemAdministrator)),
        new("security", "安全管理员", "账号和职务", c => Administrator(c, Posts.SecurityAdministrator)),
        new("audit", "审计管理员", "账号日志和办理台账", c => Administrator(c, Posts.AuditAdministrator)),
    ];

    /// <summary>The accounts as a table for the console.</summary>
    public static string Table()
    {
        var text = new StringBuilder();
        foreach (var (name, role, about) in All.Select(a => (a.UserName, a.Role, a.About)).Prepend(("账号", "角色", "能做什么")))
        {
            text.Append("  ").Append(Pad(name, 12)).Append(Pad(role, 22)).AppendLine(about);
        }

        return text.ToString();
    }

    private static Person Administrator(Cast cast, string kind) => cast.Of("省人大常委会办公厅", kind)[0];

    // A Chinese character is two columns wide on a terminal.
    private static string Pad(string text, int width) => text + new string(' ', Math.Max(1, width - text.Sum(c => c > 0x2E80 ? 2 : 1)));
}
