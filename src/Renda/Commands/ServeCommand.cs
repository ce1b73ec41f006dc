using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Files;
using Renda.Platform.Rules;
using Renda.Platform.Setup;

namespace Renda.Commands;

/// <summary>Serves the pages.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] args, CancellationToken stop)
    {
        var app = RendaApp.Create(args);
        await PrepareAsync(app);
        await app.RunAsync(stop);
        return 0;
    }

    // Nothing is migrated, swept or filled; what cannot be read as it is says so.
    private static async Task OnlyReadAsync(WebApplication app, RendaDb db)
    {
        if (!Terminal.HasDatabase(app.Configuration) || (await db.Database.GetPendingMigrationsAsync()).Any())
        {
            throw new SettingException("Renda:ReadOnly 是 true，但这里没有数据库，或者数据库是旧版程序留下的，要写才能升级。请先不带 Renda:ReadOnly 启动一次。");
        }

        await app.Services.GetRequiredService<RuleShelf>().RecallAsync(db);
    }

    /// <summary>Migrates, recalls rules whose files are broken, clears away broken-off uploads, fills an empty database.</summary>
    public static async Task PrepareAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RendaDb>();
        if (app.Services.GetRequiredService<ReadOnlyMode>().On)
        {
            await OnlyReadAsync(app, db);
            return;
        }

        await using var alone = await Alone.WaitAsync(db);
        await Storage.MigrateAsync(db, app.Configuration);
        app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Renda").Protect([]); // The first key is there before a second node looks for one.
        await app.Services.GetRequiredService<RuleShelf>().RecallAsync(db);
        app.Services.GetRequiredService<PaperStore>().Sweep();
        await Opening.FillAsync(scope.ServiceProvider, app.Configuration);
    }
}
