using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Matters;

/// <summary>The card of the module: any procedure on file works through these pages, without code of its own.</summary>
internal static class MattersModule
{
    public const string Read = "matters.read";
    public const string Archive = "matters.archive";

    /// <summary>Those who keep the office's files.</summary>
    public static readonly IReadOnlyList<string> Keepers = [Posts.OfficeClerk, Posts.OfficeHead, Posts.SecretariatClerk, Posts.SecretariatHead, Posts.LegalClerk, Posts.LegalHead, Posts.CommitteeClerk, Posts.CommitteeHead];

    public static readonly Permission[] Permissions =
    [
        // Administrators look after the house and do none of its work (三员分立).
        new(Read, "查阅与办理各项工作（限本人有份的）", [.. Posts.Titles.Keys.Except(Posts.Administrators)]),
        new(Archive, "取出办结事项的档案包（限看得到的）", Keepers),
    ];

    public static void AddMatters(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Addresses>();
        builder.Services.AddScoped<InLine>();
        builder.Services.AddSingleton(new NavLink("全部工作", Addresses.Common, Read));
        foreach (var permission in Permissions)
        {
            builder.Services.AddSingleton(permission);
        }
    }
}
