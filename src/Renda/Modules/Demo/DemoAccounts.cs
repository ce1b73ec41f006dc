using System.Text;
using Renda.Platform.Access;

namespace Renda.Modules.Demo;

/// <summary>An account of the demo office that everybody may use.</summary>
internal sealed record DemoAccount(string Group, string UserName, string Role, string About, Func<Cast, Person> Of);

/// <summary>One account for each post, one password for all, grouped by what the person does.</summary>
internal static class DemoAccounts
{
    public const string Password = "renda-demo-2026";

    public static readonly IReadOnlyList<DemoAccount> All =
    [
        .. In(
            "代表、组成人员",
            ("deputy", "人大代表", "起草建议，评价答复", c => c.AllDeputies[0]),
            ("cosigner", "人大代表", "确认联名", c => c.AllDeputies[1]),
            ("member", "常委会组成人员", "审议、询问、联系代表", Holder(Posts.Member)),
            ("chair", "主任会议成员", "领衔督办，签发审定", Holder(Posts.Chair))),
        .. In(
            "代表建议办理",
            ("clerk", "代表机构经办人", "审查、立案、交办、办结", c => c.Of(Cast.Office, Posts.OfficeClerk)[0]),
            ("head", "代表机构负责人", "同上，研究不满意件", c => c.Of(Cast.Office, Posts.OfficeHead)[0]),
            ("dispatcher", "政府系统交办人", "审定退办和延期", c => c.Of(Cast.Dispatch, Posts.Dispatcher)[0]),
            ("unit", "承办单位经办人", $"{Plan.Mine}：签收、答复", c => c.Of(Plan.Mine, Posts.UnitClerk)[0]),
            ("unithead", "承办单位负责人", Plan.Mine, c => c.Of(Plan.Mine, Posts.UnitHead)[0]),
            ("unit2", "承办单位经办人", $"{Plan.Helper}：多为协办", c => c.Of(Plan.Helper, Posts.UnitClerk)[0])),
        .. In(
            "立法、监督",
            ("committee", "专委会工作人员", "财经委：执法检查、审议意见", Holder(Posts.CommitteeClerk)),
            ("committeehead", "专委会负责人", "财经委：同上", Holder(Posts.CommitteeHead)),
            ("legal", "法制工委工作人员", "法规、备案审查", Holder(Posts.LegalClerk)),
            ("legalhead", "法制工委负责人", "同上，立法后评估", Holder(Posts.LegalHead))),
        .. In(
            "办公厅、人事",
            ("secretariat", "办公厅工作人员", "会议、发文、工作部署", Holder(Posts.SecretariatClerk)),
            ("secretariathead", "办公厅负责人", "签发文件，批准会议", Holder(Posts.SecretariatHead)),
            ("personnel", "人事机构工作人员", "任免、选派", Holder(Posts.PersonnelClerk)),
            ("personnelhead", "人事机构负责人", "同上，批准选派", Holder(Posts.PersonnelHead))),
        .. In(
            "机关党建、宣传",
            ("party", "机关党委工作人员", "学习、评定、责任清单", Holder(Posts.PartyClerk)),
            ("partyhead", "机关党委负责人", "同上，审定方案", Holder(Posts.PartyHead)),
            ("branch", "党支部书记", "周四学习、活动、发展党员", Holder(Posts.BranchSecretary)),
            ("press", "新闻宣传编辑", "审稿、发布", Holder(Posts.PressClerk)),
            ("presshead", "新闻宣传负责人", "二审二校", Holder(Posts.PressHead)),
            ("staff", "机关干部职工", "拟稿、供稿、申请开会", Holder(Posts.Staff))),
        .. In(
            "系统管理",
            ("system", "系统管理员", "单位和规则", Holder(Posts.SystemAdministrator)),
            ("security", "安全管理员", "账号和职务", Holder(Posts.SecurityAdministrator)),
            ("audit", "审计管理员", "账号日志和办理台账", Holder(Posts.AuditAdministrator))),
    ];

    /// <summary>The accounts as a table for the console.</summary>
    public static string Table()
    {
        var text = new StringBuilder();
        foreach (var (name, role, about) in All.Select(a => (a.UserName, a.Role, a.About)).Prepend(("账号", "角色", "能做什么")))
        {
            text.Append("  ").Append(Pad(name, 17)).Append(Pad(role, 22)).AppendLine(about);
        }

        return text.ToString();
    }

    private static IEnumerable<DemoAccount> In(string group, params (string UserName, string Role, string About, Func<Cast, Person> Of)[] accounts) =>
        accounts.Select(a => new DemoAccount(group, a.UserName, a.Role, a.About, a.Of));

    // The first who was given such a post.
    private static Func<Cast, Person> Holder(string kind) => cast => cast.Holding([kind]).First().Who;

    // A Chinese character is two columns wide on a terminal.
    private static string Pad(string text, int width) => text + new string(' ', Math.Max(1, width - text.Sum(c => c > 0x2E80 ? 2 : 1)));
}
