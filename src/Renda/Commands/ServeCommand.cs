using Renda.Database;
using Renda.Platform.Files;
using Renda.Platform.Rules;

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

    /// <summary>Migrates, recalls rules whose files are broken, clears away broken-off uploads, fills an empty database.</summary>
    public static async Task PrepareAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RendaDb>();
        await Storage.MigrateAsync(db, app.Configuration);
        await app.Services.GetRequiredService<RuleShelf>().RecallAsync(db);
        app.Services.GetRequiredService<PaperStore>().Sweep();
        await Opening.FillAsync(scope.ServiceProvider, app.Configuration);
    }
}
