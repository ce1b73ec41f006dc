using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Demo;
using Renda.Platform.Rules;
using Renda.Platform.Setup;

namespace Renda.Commands;

/// <summary>What an empty database is filled with, and what the console says about the accounts.</summary>
internal static class Opening
{
    /// <summary>Fills an empty database: with the demo office, or with a congress of one's own where <c>Renda:Demo</c> is false.</summary>
    public static async Task FillAsync(IServiceProvider services, IConfiguration settings)
    {
        var db = services.GetRequiredService<RendaDb>();
        if (!await db.Congresses.AnyAsync())
        {
            if (!WantsDemo(settings))
            {
                Announce(await FirstRun.SetUpAsync(services, settings));
                return;
            }

            Console.WriteLine("数据库是空的，正在建立示范省（约一分钟）……");
            await DemoAsync(services);
        }

        if (await DemoOffice.IsInUseAsync(db))
        {
            Console.WriteLine($"演示账号，密码都是 {DemoAccounts.Password}：\n{DemoAccounts.Table()}");
        }
    }

    /// <summary>Fills an empty database with the demo office, if the rules it is played by can be known.</summary>
    public static Task DemoAsync(IServiceProvider services) =>
        services.GetRequiredService<RuleShelf>().Book.InTheWay(Cast.Jurisdiction) is { } broken
            ? throw new RuleFilesException($"规则文件有错，不能据以建立示范省：{broken} 请改正后再启动。")
            : DemoOffice.FillAsync(services);

    private static bool WantsDemo(IConfiguration settings) => settings["Renda:Demo"] is not { Length: > 0 } given
        || (bool.TryParse(given, out var wanted) ? wanted : throw new SettingException($"Renda:Demo 写的是“{given}”，应当是 true 或 false。"));

    private static void Announce(IReadOnlyList<FirstAccount> made)
    {
        Console.WriteLine("已建立三名管理员的账号。下面的初始密码只显示这一次，首次登录后须修改：");
        foreach (var account in made)
        {
            Console.WriteLine($"  {account.UserName,-12}{account.Password,-16}{account.Role}");
        }
    }
}
