using System.Diagnostics;
using System.Globalization;
using System.Text;
using Renda.Statutes;
using Renda.Statutes.Akn;
using Renda.Statutes.Aligning;
using Renda.Statutes.Comparing;
using Renda.Statutes.Referring;
using Renda.Statutes.Rendering;

namespace Renda.Bench;

/// <summary>Statutes: parsing against a bare decode with line split, aligning and comparing pairs (DIR/*/old.md, new.md). By processor time.</summary>
internal static class StatuteSpeed
{
    public static int Run(string directory)
    {
        (byte[] Old, byte[] New)[] pairs =
        [
            .. Directory.EnumerateFiles(directory, "old.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(old => (File.ReadAllBytes(old), File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(old)!, "new.md")))),
        ];
        if (pairs.Length == 0)
        {
            Console.Error.WriteLine($"No old.md beside a new.md under {directory}.");
            return 1;
        }

        byte[] all = [.. pairs.SelectMany(p => p.Old.Concat(p.New))];
        var megabytes = all.Length / 1e6;
        var bare = Seconds(() => Lines(all));
        var parse = Seconds(() => Statute.Parse(all.AsSpan()).Nodes.Count);
        var read = pairs.Select(p => (Old: Statute.Parse(p.Old.AsSpan()), New: Statute.Parse(p.New.AsSpan()))).ToList();
        var characters = read.Sum(p => (double)p.Old.Text.Length + p.New.Text.Length);
        var align = Seconds(() => read.Sum(p => Alignment.Of(p.Old, p.New).Count));
        var whole = Seconds(() => read.Sum(p => Alignment.Of(p.Old, p.New).Sum(l =>
            l is { Old: { } old, New: { } @new, Changed: true } ? Comparison.Of(old.Words, @new.Words).Count : 0)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"decode and split {megabytes / bare:0} MB/s, parse {megabytes / parse:0} MB/s ({bare / parse:0.00} of it)"));
        var texts = read.SelectMany(p => (Statute[])[p.Old, p.New]).ToList();
        var written = texts.Select(AkomaNtoso.Write).ToList();
        var write = Seconds(() => texts.Sum(t => AkomaNtoso.Write(t).Length));
        var back = Seconds(() => written.Sum(w => AkomaNtoso.TryRead(w, out var text) is null ? text.Nodes.Count : 0));
        var page = Seconds(() => texts.Sum(t => StatutePage.Fragment(t).Length));
        var references = Seconds(() => texts.Sum(t => References.Of(t).Count));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Count} texts, ms a million characters: Akoma Ntoso written {write / characters * 1e9:0}, read {back / characters * 1e9:0}, HTML {page / characters * 1e9:0}, references {references / characters * 1e9:0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pairs.Length} pairs: align {align * 1e3:0.0} ms, align and compare {whole * 1e3:0.0} ms, {whole / characters * 1e6:0.000} s a million characters"));
        return 0;
    }

    private static int Lines(byte[] bytes)
    {
        var (text, lines) = (Encoding.UTF8.GetString(bytes), 0);
        for (var at = 0; text.IndexOf('\n', at) is >= 0 and var end; at = end + 1)
        {
            lines++;
        }

        return lines;
    }

    // The least of twelve rounds, warm.
    private static double Seconds(Func<int> run)
    {
        using var process = Process.GetCurrentProcess();
        var least = double.MaxValue;
        for (var round = 0; round < 12; round++)
        {
            process.Refresh();
            var (before, times) = (process.TotalProcessorTime, 0);
            do
            {
                _ = run();
                times++;
                process.Refresh();
            }
            while ((process.TotalProcessorTime - before).TotalMilliseconds < 150);

            least = Math.Min(least, (process.TotalProcessorTime - before).TotalSeconds / times);
        }

        return least;
    }
}
