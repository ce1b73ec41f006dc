using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Renda.Commands;
using Xunit;

namespace Renda.Tests.Platform.Records;

/// <summary>The program is killed without warning while people write.</summary>
public sealed class CrashTests
{
    private const int Enough = 25;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_the_ledger_verifies()
    {
        var data = await DemoSite.CopyAsync();
        ConcurrentBag<string> acknowledged = [];
        using (var program = await StartAsync(data))
        {
            using var stop = new CancellationTokenSource();
            var writers = new[] { "deputy", "cosigner", "deputy" }.Select(user => WriteAsync(program.Address, user, acknowledged, stop.Token)).ToArray();
            while (acknowledged.Count < Enough)
            {
                Assert.False(program.Process.HasExited);
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            program.Process.Kill(); // SIGKILL: nothing is flushed, nothing is said.
            await program.Process.WaitForExitAsync(TestContext.Current.CancellationToken);
            await stop.CancelAsync();
            await Task.WhenAll(writers);
        }

        var output = new StringWriter();
        Assert.Equal(0, await CommandLine.RunAsync(["ledger", "verify", $"--Renda:Data={data}"], output, output, TimeProvider.System));
        Assert.Contains("全部完好", output.ToString());
        await using var site = await DemoSite.StartAsync(data);
        var kept = await site.LookAsync(db => db.Matters.Select(m => m.Id).ToListAsync());
        Assert.All(acknowledged, id => Assert.Contains(Guid.Parse(id), kept));
    }

    private static async Task WriteAsync(Uri address, string user, ConcurrentBag<string> acknowledged, CancellationToken stop)
    {
        try
        {
            using var client = new SiteClient(address);
            await client.PostFormAsync("/sign-in", [("UserName", user), ("Password", Renda.Modules.Demo.DemoAccounts.Password)]);
            while (!stop.IsCancellationRequested)
            {
                var page = await client.PostFormAsync("/suggestions/new", [("title", $"关于{Guid.NewGuid():N}的建议"), ("body", "内容"), ("subject", "social")]);
                if (page.Status == HttpStatusCode.OK && page.Path.StartsWith("/suggestions/", StringComparison.Ordinal))
                {
                    acknowledged.Add(page.Path["/suggestions/".Length..]);
                }
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // The program is gone; what it had acknowledged by then is what counts.
        }
    }

    private static async Task<Running> StartAsync(string data)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Renda.dll"), "serve", "--urls", address.ToString(), $"--Renda:Data={data}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient();
        for (var i = 0; i < 600 && !process.HasExited; i++)
        {
            try
            {
                if ((await http.GetAsync(new Uri(address, "/health"), TestContext.Current.CancellationToken)).IsSuccessStatusCode)
                {
                    return new Running(process, address);
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }

        throw new InvalidOperationException("The program did not start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed record Running(Process Process, Uri Address) : IDisposable
    {
        public void Dispose()
        {
            if (!Process.HasExited)
            {
                Process.Kill();
            }

            Process.Dispose();
        }
    }
}
