using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Demo;

namespace Renda.Commands;

/// <summary>Fills an empty database with the demo office and stops.</summary>
internal static class SeedCommand
{
    public static Command Build(Terminal terminal)
    {
        var seed = new Command("seed", "在空数据库里建立示范省（演示数据和账号）；数据库不空时不做任何事。退出码：0 建好；1 数据库不空；2 数据库用不了");
        seed.SetAction(_ => RunAsync(terminal));
        return seed;
    }

    private static async Task<int> RunAsync(Terminal terminal)
    {
        await using var app = RendaApp.Create([.. terminal.Settings]);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RendaDb>();
        await Storage.MigrateAsync(db, app.Configuration);
        if (await db.Congresses.AnyAsync())
        {
            return terminal.Refuse(Terminal.FoundWrong, "数据库里已有数据，没有建立示范省。要用演示数据，请用 --Renda:Data 指到一个空目录。");
        }

        await Opening.DemoAsync(scope.ServiceProvider);
        terminal.Out.WriteLine($"示范省已建立。演示账号，密码都是 {DemoAccounts.Password}：\n{DemoAccounts.Table()}");
        return Terminal.Done;
    }
}
