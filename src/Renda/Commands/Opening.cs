using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Demo;
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
            if (!settings.GetValue("Renda:Demo", defaultValue: true))
            {
                Announce(await FirstRun.SetUpAsync(services, settings));
                return;
            }

            Console.WriteLine("数据库是空的，正在建立示范省（约半分钟）……");
            await DemoOffice.FillAsync(services);
        }

        if (await DemoOffice.IsInUseAsync(db))
        {
            Console.WriteLine($"演示账号，密码都是 {DemoAccounts.Password}：\n{DemoAccounts.Table()}");
        }
    }

    private static void Announce(IReadOnlyList<FirstAccount> made)
    {
        Console.WriteLine("已建立三名管理员的账号。下面的初始密码只显示这一次，首次登录后须修改：");
        foreach (var account in made)
        {
            Console.WriteLine($"  {account.UserName,-12}{account.Password,-16}{account.Role}");
        }
    }
}
