using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Renda.Commands;
using Renda.Database;
using Renda.Modules.Demo;
using Renda.Platform.Access;
using Xunit;

namespace Renda.Tests;

/// <summary>The whole program with the demo office, over real HTTP, with data of its own.
/// The office is filled once per run; each site starts on a copy.</summary>
internal sealed class DemoSite : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Filled = new(FillAsync);
    private static readonly Lazy<Task<string>> FilledPostgres = new(FillPostgresAsync);

    private readonly WebApplication running;
    private string[] database = [];

    private DemoSite(WebApplication app, string data) => (running, Data) = (app, data);

    /// <summary>The data directory of this site alone.</summary>
    public string Data { get; }

    public IServiceProvider Services => running.Services;

    public Uri Address => new(running.Urls.First());

    public static async Task<DemoSite> StartAsync() => await StartAsync(await CopyAsync());

    /// <summary>On one of <see cref="Databases"/>.</summary>
    public static async Task<DemoSite> OnAsync(string kind)
    {
        if (kind == Databases.Sqlite)
        {
            return await StartAsync();
        }

        var pointing = await Databases.CopyAsync(await FilledPostgres.Value, Temporary());
        var site = await StartAsync(pointing[1], pointing[2..]);
        site.database = pointing;
        return site;
    }

    /// <summary>A data directory with a demo office of its own.</summary>
    public static async Task<string> CopyAsync()
    {
        var data = Temporary();
        Copy(await Filled.Value, data);
        return data;
    }

    /// <summary>Starts on a directory of one's own; further settings as on the command line.</summary>
    public static Task<DemoSite> StartAsync(string data, params string[] settings) => StartAsync(data, TimeProvider.System, settings);

    /// <summary>Under a clock of one's own.</summary>
    public static async Task<DemoSite> StartAsync(string data, TimeProvider time, params string[] settings)
    {
        var app = RendaApp.Create(["--urls", "http://127.0.0.1:0", $"--Renda:Data={data}", "--Renda:SignInsPerMinute=600", .. settings], time);
        await ServeCommand.PrepareAsync(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new DemoSite(app, data);
    }

    public static string Temporary() => Directory.CreateTempSubdirectory("renda-site-").FullName;

    /// <summary>Somebody who is not signed in.</summary>
    public SiteClient Visit() => new(Address);

    /// <summary>A client signed in with one of the demo accounts.</summary>
    public async Task<SiteClient> SignInAsync(string userName, string password = DemoAccounts.Password)
    {
        var client = Visit();
        var page = await client.PostFormAsync("/sign-in", [("UserName", userName), ("Password", password)]);
        Assert.False(page.Path.StartsWith("/sign-in", StringComparison.Ordinal), $"{userName} was not let in: {page.Text}");
        return client;
    }

    /// <summary>An account with the demo password for somebody new who holds no post.</summary>
    public async Task<Guid> AddAccountAsync(string userName)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RendaDb>();
        var person = new Person { Congress = Cast.Code, Name = userName };
        db.People.Add(person);
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>()
            .CreateAsync(new Account { Congress = Cast.Code, PersonId = person.Id, UserName = userName }, DemoAccounts.Password);
        Assert.True(made.Succeeded);
        return person.Id;
    }

    /// <summary>Looks into the database.</summary>
    public async Task<T> LookAsync<T>(Func<RendaDb, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<RendaDb>());
    }

    public async ValueTask DisposeAsync()
    {
        await running.DisposeAsync();
        await Databases.DropAsync(database);
        SqliteConnection.ClearAllPools();
        Directory.Delete(Data, recursive: true);
    }

    private static async Task<string> FillAsync()
    {
        var data = Temporary();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(data, recursive: true);
        await using (var app = RendaApp.Create([$"--Renda:Data={data}", "--Renda:FoundingYear=false"]))
        {
            await ServeCommand.PrepareAsync(app);
        }

        SqliteConnection.ClearAllPools(); // The last connection to close puts the write-ahead log into the file.
        return data;
    }

    private static async Task<string> FillPostgresAsync()
    {
        var data = Temporary();
        var pointing = await Databases.NewAsync(Databases.Postgres, data);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Databases.DropAsync(pointing).GetAwaiter().GetResult();
        await using (var app = RendaApp.Create([.. pointing, "--Renda:FoundingYear=false"]))
        {
            await ServeCommand.PrepareAsync(app);
        }

        Directory.Delete(data, recursive: true); // The papers of this one are not asked for.
        return pointing[3];
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}

/// <summary>A page as it came.</summary>
internal sealed record SitePage(HttpStatusCode Status, string Path, string Html)
{
    /// <summary>What a person reads: no tags, no scripts, single spaces.</summary>
    public string Text => SiteForm.Plain(Html);
}
