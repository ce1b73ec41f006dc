using Renda.Database;
using Renda.Modules.Administration;
using Renda.Modules.Api;
using Renda.Modules.Contact;
using Renda.Modules.Demo;
using Renda.Modules.Deputies;
using Renda.Modules.Handling;
using Renda.Modules.Laws;
using Renda.Modules.Legislation;
using Renda.Modules.Matters;
using Renda.Modules.Matters.Archiving;
using Renda.Modules.Papers;
using Renda.Modules.Procedures;
using Renda.Modules.Reports;
using Renda.Modules.Suggestions;
using Renda.Modules.Suggestions.Awards;
using Renda.Modules.Suggestions.Numbers;
using Renda.Modules.Suggestions.Scorecard;
using Renda.Modules.Supervision;
using Renda.Platform.Access;
using Renda.Platform.Backup;
using Renda.Platform.Figures;
using Renda.Platform.Files;
using Renda.Platform.Matters;
using Renda.Platform.Notices;
using Renda.Platform.Public;
using Renda.Platform.Records.Sealing;
using Renda.Platform.Rules;
using Renda.Platform.Setup;
using Renda.Platform.Texts;
using Renda.Platform.Web;
using Renda.Platform.Web.Forms;

namespace Renda;

/// <summary>Puts the program together; the command line and the tests start from here.</summary>
internal static class RendaApp
{
    /// <param name="time">The clock; the machine's own where none is given.</param>
    public static WebApplication Create(string[] args, TimeProvider? time = null)
    {
        // Pages, rules and styles travel beside the program; data stays where the program is started.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(RendaApp).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory, WebRootPath = "wwwroot" });
        if (builder.Configuration["urls"] is null)
        {
            builder.WebHost.UseUrls("http://127.0.0.1:5080");
        }

        // The console says where the pages are and what went wrong, not every query.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information)
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // Why the website did not start is said once, in a sentence (see Trouble).
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None).AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.None)
            .AddFilter("Microsoft.EntityFrameworkCore.Database.Connection", LogLevel.None);
        var settings = builder.Configuration;
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddHeart(settings);
        builder.Services.AddAccess(settings);
        builder.Services.AddScoped<PaperIntake>();
        builder.Services.AddScoped<ActForm>();
        builder.AddReadiness();
        builder.Services.AddHostedService<Depositing>();
        builder.Services.AddHostedService<Recounting>();
        builder.Services.AddSingleton<Tickets>();
        builder.Services.AddHostedService<Erasing>();
        builder.Services.AddSingleton(SealEvery.Read(settings));
        builder.Services.AddHostedService<SealRound>();
        builder.Services.AddSingleton(BackupSettings.Read(settings));
        builder.Services.AddHostedService<BackupService>();
        builder.Services.AddNotices(settings);
        builder.AddWeb();
        builder.AddHandling();
        builder.AddSuggestions();
        builder.AddMatters();
        builder.AddDeputies();
        builder.AddSupervision();
        builder.AddContact();
        builder.AddProcedures();
        builder.AddLegislation();
        builder.AddLaws();
        builder.AddReports();
        builder.AddAdministration();
        builder.AddApi();
        builder.Services.AddScoped<IOfferAccounts, DemoAccountsOffer>();
        if (ReadOnlyMode.Read(settings).On)
        {
            builder.Services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Assembly == typeof(RendaApp).Assembly).ToList()
                .ForEach(s => builder.Services.Remove(s)); // What goes on by itself writes.
        }

        var app = builder.Build();
        app.UseWeb();
        app.MapSuggestions();
        app.MapNumbers();
        app.MapScorecard();
        app.MapAwards();
        app.MapMatters();
        app.MapDeputies();
        app.MapHandling();
        app.MapContact();
        app.MapPapers();
        app.MapProcedures();
        app.MapLegislation();
        app.MapReports();
        app.MapLaws();
        app.MapApi();
        app.MapReadiness();
        return app;
    }

    /// <summary>What acts need, with or without a website around it; <see cref="TimeProvider"/> is the caller's.</summary>
    public static IServiceCollection AddHeart(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(ReadOnlyMode.Read(settings));
        services.AddStorage(settings);
        services.AddSingleton(s => new RuleShelf(RuleDirectory(settings), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => Divisions.Load(s.GetRequiredService<RuleShelf>().Directory));
        services.AddSingleton(s => new PaperStore(Storage.DataDirectory(settings), depot: PaperDepot.Wanted(settings) ? new PaperDepot(s.GetRequiredService<IServiceScopeFactory>()) : null));
        services.AddScoped<Followers>();
        services.AddScoped<FixedTexts>();
        services.AddScoped<Sealer>();
        services.AddScoped<Receipts>();
        services.AddScoped<Backups>();
        services.AddScoped<Archives>();
        services.AddScoped<Reckoner>();
        return services.AddScoped<Acts>();
    }

    /// <summary>The law as data lies beside the program; <c>Renda:Rules</c> points elsewhere.</summary>
    public static string RuleDirectory(IConfiguration settings) => settings["Renda:Rules"] ?? Path.Combine(AppContext.BaseDirectory, "rules");
}
