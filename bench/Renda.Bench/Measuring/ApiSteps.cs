using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Renda.Bench.Seeding;
using Renda.Database;

namespace Renda.Bench.Measuring;

/// <summary>How many steps a second other programs can take: real HTTP over loopback, several connections, each with matters of its own.
/// Program and callers share the processor.</summary>
internal static class ApiSteps
{
    private const int Connections = 8;
    private const int WarmUp = 1500;
    private const int Measured = 1000;

    public static async Task MeasureAsync(Site site)
    {
        var address = new Uri(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        var (deputy, clerk) = (await ApiCaller.AsAsync(site.Services, World.Deputy, address), await ApiCaller.AsAsync(site.Services, World.Clerk, address));
        var unit = await site.Services.GetRequiredService<IServiceScopeFactory>().CreateScope().ServiceProvider.GetRequiredService<RendaDb>().Units.Where(u => u.Handles).OrderBy(u => u.Id).Select(u => u.Id).FirstAsync();
        await RunAsync(deputy, clerk, unit, WarmUp);
        var (cpu, clock) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        var taken = await RunAsync(deputy, clerk, unit, Measured);
        var (seconds, spent) = (clock.Elapsed.TotalSeconds, Environment.CpuUsage.TotalTime - cpu);
        foreach (var step in taken.GroupBy(t => t.Step))
        {
            List<double> times = [.. step.Select(t => t.Time).Order()];
            Console.WriteLine($"{step.Key,-8} {times.Count,7:N0} taken, median {times[times.Count / 2]:N1} ms, p95 {times[times.Count * 95 / 100]:N1} ms");
        }

        Console.WriteLine($"{taken.Count / seconds:N0} steps/s over {Connections} connections, {spent.TotalMilliseconds / taken.Count:N2} ms of processor time each, callers included ({spent.TotalSeconds / seconds:N2} of {Environment.ProcessorCount} cores).");
    }

    private static async Task<List<(string Step, double Time)>> RunAsync(HttpClient deputy, HttpClient clerk, Guid unit, int matters)
    {
        var taken = new ConcurrentBag<(string, double)>();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async n =>
        {
            var body = Vocabulary.Body(new Random(n));
            for (var i = 0; i < matters / Connections; i++)
            {
                var (id, _) = await PostAsync(taken, "draft", deputy, "/api/matters", new { procedure = "suggestion", step = "draft", particulars = new { title = "关于试验的建议", body, subject = "health" }, key = Guid.CreateVersion7() });
                await StepAsync("submit", deputy, id, 1, new { intake = "recess", signed = true });
                await StepAsync("file", clerk, id, 2, new { subject = "health" });
                await StepAsync("assign", clerk, id, 3, new { lead = unit });
            }
        }));
        return [.. taken];

        Task StepAsync(string step, HttpClient who, Guid id, int version, object particulars) =>
            PostAsync(taken, step, who, $"/api/matters/{id}/steps/{step}", new { particulars, key = Guid.CreateVersion7(), version });
    }

    private static async Task<(Guid, int)> PostAsync(ConcurrentBag<(string, double)> taken, string step, HttpClient who, string path, object body)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await who.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        taken.Add((step, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
        using var json = answer.IsSuccessStatusCode ? JsonDocument.Parse(text) : throw new InvalidOperationException(text);
        return (json.RootElement.GetProperty("matter").GetGuid(), json.RootElement.GetProperty("version").GetInt32());
    }
}
