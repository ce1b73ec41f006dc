using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Renda.Browser.Tests;
using Renda.Commands;
using Renda.Modules.Demo;
using Xunit;

[assembly: AssemblyFixture(typeof(Site))]

namespace Renda.Browser.Tests;

/// <summary>The real program with its demo office, and one browser, for all tests.</summary>
public sealed class Site : IAsyncLifetime
{
    // Machines that build and test at once are slow; a right page is still right after half a minute.
    private const float Patience = 30_000;

    private readonly string data = Directory.CreateTempSubdirectory("renda-browser-").FullName;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> signedIn = new(StringComparer.Ordinal);
    private WebApplication app = null!;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public string Address { get; private set; } = "";

    /// <summary>A directory that goes when the tests end.</summary>
    public string Scratch => data;

    internal IServiceProvider Services => app.Services;

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("RENDA_TEST_OFFICE") is { Length: > 0 } filled)
        {
            Copy(filled, data);
        }

        app = RendaApp.Create(["--applicationName", "Renda", "--urls", "http://127.0.0.1:0", "--Renda:Data", data, "--Renda:SignInsPerMinute", "600", "--Renda:FoundingYear", "false", "--Logging:Console:LogLevel:Default", "None"]);
        await ServeCommand.PrepareAsync(app);
        await app.StartAsync();
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        if (Chromium.Path is not null)
        {
            Assertions.SetDefaultExpectTimeout(Patience);
            playwright = await Playwright.CreateAsync();
            browser = await Chromium.StartAsync(playwright);
        }
    }

    /// <summary>Somebody at a browser of their own, signed in where an account is named.</summary>
    public async Task<Visitor> VisitAsync(string? account = null, Screen screen = Screen.Desk, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = Address,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = Visitor.Size(screen),
            JavaScriptEnabled = script,
            StorageState = account is null ? null : await signedIn.GetOrAdd(account, a => new(() => SignInAsync(a))).Value,
        });
        context.SetDefaultTimeout(Patience);
        return new Visitor(context, await context.NewPageAsync());
    }

    /// <summary>Signs in through the page once and keeps the cookies.</summary>
    private async Task<string> SignInAsync(string account)
    {
        await using var visitor = await VisitAsync();
        await visitor.OpenAsync("/sign-in");
        await visitor.TypeAsync("账号", account);
        await visitor.TypeAsync("密码", DemoAccounts.Password);
        await visitor.PressAsync("登录");
        await visitor.SeesAsync(account is "system" or "security" or "audit" ? "退出登录" : "我的待办", hidden: true);
        return await visitor.Page.Context.StorageStateAsync();
    }

    /// <summary>Filling the office takes the longest: whoever runs the tests again and again names a directory filled today.</summary>
    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        playwright?.Dispose();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }
}
