using System.Diagnostics;
using System.Net;

namespace Renda.Bench.Measuring;

/// <summary>What one page took: from the request sent to the last byte read, in milliseconds.</summary>
/// <param name="Cpu">Processor time of program and caller together for one request: what the page costs however busy the machine is.</param>
internal sealed record Result(string Page, string Who, double Median, double P95, double Cpu, long Bytes, long Compressed);

/// <summary>Measures pages over HTTP.</summary>
internal static class Pages
{
    private const int WarmUps = 5;

    public static async Task<List<Result>> MeasureAsync(Site site, Settings settings)
    {
        Dictionary<string, HttpClient> clients = [];
        List<Result> results = [];
        foreach (var (page, who, address) in await Addresses.AllAsync(site))
        {
            if (settings.Only is { } only && !$"{who} {page}".Contains(only, StringComparison.Ordinal))
            {
                continue;
            }

            if (!clients.TryGetValue(who, out var client))
            {
                clients[who] = client = await site.SignInAsync(who);
            }

            var result = await MeasureAsync(client, page, who, address, settings.Runs);
            Console.WriteLine($"{result.Median,8:N1} {result.P95,8:N1} ms {result.Cpu,8:N1} cpu {result.Bytes,8:N0} B  {who}: {page}");
            results.Add(result);
        }

        return results;
    }

    private static async Task<Result> MeasureAsync(HttpClient client, string page, string who, string address, int runs)
    {
        var plain = (await GetAsync(client, address, compressed: false)).Bytes;
        for (var i = 1; i < Math.Min(WarmUps, runs); i++)
        {
            await GetAsync(client, address, compressed: true);
        }

        List<double> times = [];
        var cpu = Environment.CpuUsage.TotalTime;
        long small = 0;
        for (var i = 0; i < runs; i++)
        {
            (var time, small) = await GetAsync(client, address, compressed: true);
            times.Add(time);
        }

        cpu = Environment.CpuUsage.TotalTime - cpu;
        times.Sort();
        return new Result(page, who, times[times.Count / 2], times[Math.Min(times.Count - 1, times.Count * 95 / 100)], cpu.TotalMilliseconds / runs, plain, small);
    }

    private static async Task<(double Time, long Bytes)> GetAsync(HttpClient client, string address, bool compressed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (compressed)
        {
            request.Headers.Add("Accept-Encoding", "br, gzip");
        }

        var start = Stopwatch.GetTimestamp();
        using var response = await client.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return response.StatusCode == HttpStatusCode.OK ? (time, body.Length) : throw new InvalidOperationException($"{address}: {response.StatusCode}");
    }
}
