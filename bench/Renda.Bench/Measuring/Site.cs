using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Renda.Database;
using Renda.Platform.Access;

namespace Renda.Bench.Measuring;

/// <summary>The program itself, listening on a free port, with visitors who hold its own cookies.</summary>
internal sealed class Site(WebApplication app) : IAsyncDisposable
{
    private readonly List<HttpClient> clients = [];

    public IServiceProvider Services => app.Services;

    public static async Task<Site> StartAsync(Settings settings)
    {
        var level = settings.Sql ? "Information" : "Warning";
        var app = RendaApp.Create(
        [
            "--applicationName=Renda", "--environment=Production", "--urls=http://127.0.0.1:0", $"--Renda:Data={settings.Data}",
            "--Logging:LogLevel:Default=Warning", $"--Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command={level}",
            .. settings.Postgres is { } postgres ? [$"--Renda:Postgres={postgres}"] : Array.Empty<string>(),
        ]);
        await using var scope = app.Services.CreateAsyncScope();
        await Storage.MigrateAsync(scope.ServiceProvider.GetRequiredService<RendaDb>(), app.Configuration);
        return new Site(app);
    }

    public Task ListenAsync() => app.StartAsync();

    /// <summary>A browser of somebody signed in.</summary>
    public async Task<HttpClient> SignInAsync(string account)
    {
        await using var scope = Services.CreateAsyncScope();
        var holder = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync(account) ?? throw new InvalidOperationException(account);
        var principal = await scope.ServiceProvider.GetRequiredService<SignInManager<Account>>().CreateUserPrincipalAsync(holder);
        var cookie = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = DateTimeOffset.UtcNow;
        var ticket = new AuthenticationTicket(principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(8) }, IdentityConstants.ApplicationScheme);
        var address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
#pragma warning disable CA2000 // The client owns the handler, this object the client.
        var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(address) };
#pragma warning restore CA2000
        client.DefaultRequestHeaders.Add("Cookie", $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(ticket)}");
        clients.Add(client);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(c => c.Dispose());
        await app.DisposeAsync();
    }
}
