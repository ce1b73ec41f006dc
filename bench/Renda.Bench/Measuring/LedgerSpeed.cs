using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Database;
using Renda.Platform.Records;
using Renda.Platform.Records.Sealing;

namespace Renda.Bench.Measuring;

/// <summary>What verifying the whole ledger costs beside hashing alone, over the same bytes, on the same cores. The shares are of processor time, so
/// that a machine with other work to do tells the same.</summary>
internal static class LedgerSpeed
{
    private const int Runs = 5;

    public static async Task<int> MeasureAsync(Site site)
    {
        await using (var scope = site.Services.CreateAsyncScope())
        {
            // The seeding writes past the triggers.
            await scope.ServiceProvider.GetRequiredService<RendaDb>().Database.ExecuteSqlAsync($"""
                INSERT INTO unsealed_records (congress, matter_id, sequence) SELECT congress, matter_id, sequence FROM records
                WHERE NOT EXISTS (SELECT 1 FROM unsealed_records) AND NOT EXISTS (SELECT 1 FROM seals)
                """);
            var watch = Stopwatch.StartNew();
            var seals = await scope.ServiceProvider.GetRequiredService<Sealer>().SealAsync();
            Console.WriteLine($"sealed {seals.Sum(s => s.Count):N0} records in {seals.Count} seals, {watch.Elapsed.TotalSeconds:F1} s");
        }

        var texts = await TextsAsync(site);
        var bytes = texts.Sum(t => (long)t.Length);
        Console.WriteLine($"{texts.Count:N0} records, {bytes / 1e6:F1} MB as hashed, {bytes / (double)texts.Count:F0} bytes each");
        foreach (var cores in (int[])[1, Environment.ProcessorCount])
        {
            var raw = Best(() => Hash(texts, cores));
            var whole = Best(() => Parallel.For(0, cores, _ => SHA256.HashData(new byte[bytes / cores])));
            var spent = Spent(() => Hash(texts, cores));
            var findings = 0;
            List<double> processor = [];
            LedgerCount? count = null;
            List<double> times = [];
            for (var run = 0; run < Runs; run++)
            {
                var before = Process.GetCurrentProcess().TotalProcessorTime;
                var watch = Stopwatch.StartNew();
                var ledger = new Ledger(site.Services.GetRequiredService<IServiceScopeFactory>(), cores: cores);
                findings = await ledger.VerifyAsync().CountAsync();
                times.Add(watch.Elapsed.TotalSeconds);
                processor.Add((Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
                count = ledger.Count;
            }

            var verify = times.Min();
            Console.WriteLine($"{cores} core(s): verify {verify:F2} s, {count!.Records / verify:N0} records/s, {bytes / verify / 1e6:F0} MB/s ({findings} findings; {string.Join(' ', times.Select(t => $"{t:F2}"))})");
            Console.WriteLine($"  processor time: verify {processor.Min():F2} s, SHA-256 alone record by record {spent:F3} s: {spent / processor.Min():P0}");
            Console.WriteLine($"  SHA-256 alone, record by record: {raw:F3} s, {bytes / raw / 1e6:F0} MB/s; verify is {raw / verify:P0} of it");
            Console.WriteLine($"  SHA-256 alone, one long text: {whole:F3} s, {bytes / whole / 1e6:F0} MB/s; verify is {whole / verify:P0} of it");
        }

        return 0;
    }

    private static async Task<List<byte[]>> TextsAsync(Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RendaDb>();
        await db.Database.OpenConnectionAsync();
        List<byte[]> texts = [];
        foreach (var congress in db.Congresses.Select(c => c.Code).ToList())
        {
            using var rows = LedgerRows.Open(db.Database.GetDbConnection(), congress, null, null);
            for (var row = new LedgerRow(); rows.Read(row);)
            {
                texts.Add(row.Text.Bytes.ToArray());
            }
        }

        return texts;
    }

    private static void Hash(List<byte[]> texts, int cores) => Parallel.For(0, cores, core =>
    {
        Span<byte> hash = stackalloc byte[32];
        for (var i = core; i < texts.Count; i += cores)
        {
            SHA256.HashData(texts[i], hash);
        }
    });

    private static double Spent(Action act) => Enumerable.Range(0, Runs).Min(_ =>
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        act();
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
    });

    private static double Best(Action act) => Enumerable.Range(0, Runs).Min(_ =>
    {
        var watch = Stopwatch.StartNew();
        act();
        return watch.Elapsed.TotalSeconds;
    });
}
