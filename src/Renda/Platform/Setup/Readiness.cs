using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;

namespace Renda.Platform.Setup;

/// <summary>What load balancers and monitors ask: is the program alive, and should it be sent requests.</summary>
internal static class Readiness
{
    /// <summary>Whoever asks comes again every second or two.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void AddReadiness(this WebApplicationBuilder builder)
    {
        var pause = Draining.Pause(builder.Configuration);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = pause + Draining.Finish);
        builder.Services.AddSingleton<Draining>();
        builder.Services.AddHostedService(s => s.GetRequiredService<Draining>());
    }

    public static void MapReadiness(this WebApplication app)
    {
        var open = new PublicAttribute("monitors have no account");
        // Alive says nothing of the database: a node that waits for it must not be killed for that.
        app.MapGet("/health", (RendaDb db) => Results.Ok(new { status = "ok", database = db.Database.IsNpgsql() ? "postgresql" : "sqlite" })).WithMetadata(open);
        app.MapGet("/ready", async (RendaDb db, ReadOnlyMode readOnly, Draining draining, HttpContext http) =>
            (draining.On ? "draining" : readOnly.On ? "read-only" : await LackingAsync(db, http.RequestAborted)) is { } lacking
                ? Results.Json(new { status = lacking }, statusCode: StatusCodes.Status503ServiceUnavailable)
                : Results.Ok(new { status = "ready" })).WithMetadata(open);
    }

    private static async Task<string?> LackingAsync(RendaDb db, CancellationToken aborted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        patience.CancelAfter(Patience);
        try
        {
            // A node of another version would leave out what the new one writes, or read what is not there.
            return !(await db.Database.GetAppliedMigrationsAsync(patience.Token)).SequenceEqual(db.Database.GetMigrations()) ? "migrations"
                : db.Database.IsNpgsql() && (await db.Database.SqlQuery<bool>($"SELECT pg_is_in_recovery() AS \"Value\"").ToListAsync(patience.Token))[0] ? "standby"
                : null;
        }
        catch (Exception e) when (e is OperationCanceledException or System.Data.Common.DbException or InvalidOperationException)
        {
            return "database";
        }
    }
}
