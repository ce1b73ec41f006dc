using Renda.Database;
using Renda.Modules.Laws;
using Renda.Modules.Suggestions;
using Renda.Platform.Files;
using Renda.Platform.Matters;

namespace Renda.Commands;

/// <summary>What a verb talks to: people and programs, the clock, and the settings given with the call.</summary>
internal sealed record Terminal(TextWriter Out, TextWriter Error, TimeProvider Time, IReadOnlyList<string> Settings)
{
    public const int Done = 0;
    public const int FoundWrong = 1;
    public const int WrongCall = 2;
    public const int NoSuchLimit = 3;

    /// <summary>Says why not, on the side where no program reads.</summary>
    public int Refuse(int code, string sentence)
    {
        Error.WriteLine(sentence);
        return code;
    }

    /// <summary>The heart without the website. Logs go to stderr: stdout belongs to what was asked for.</summary>
    public IHost Heart()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = [.. Settings], ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None); // What fails there comes up as an exception, once.
        builder.Services.AddSingleton(Time);
        builder.Services.AddHeart(builder.Configuration);
        builder.Services.AddScoped<IFlow, SuggestionFlow>();
        builder.Services.AddScoped<PaperIntake>();
        builder.Services.AddLawKeeping();
        return builder.Build();
    }

    /// <summary>Runs a verb that needs the database.</summary>
    public async Task<int> WithDatabaseAsync(Func<IServiceProvider, Task<int>> run)
    {
        using var heart = Heart();
        await using var scope = heart.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider);
    }

    /// <summary>Runs a verb; what keeps it from running is told in a sentence. What nobody foresaw is a bug and keeps its trace.</summary>
    public async Task<int> GuardAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception e) when (Trouble.Of(e) is not null)
        {
            var (code, sentence) = Trouble.Of(e)!.Value;
            return Refuse(code, sentence);
        }
    }

    /// <summary>True where there is a database already; looking for one must not make it.</summary>
    public static bool HasDatabase(IConfiguration settings) =>
        settings["Renda:Postgres"] is { Length: > 0 } || File.Exists(Path.Combine(Storage.DataDirectory(settings), "renda.db"));
}
