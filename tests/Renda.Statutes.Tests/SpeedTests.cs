using System.Diagnostics;
using System.Text;
using Renda.Statutes.Aligning;
using Renda.Statutes.Comparing;
using Xunit;

namespace Renda.Statutes.Tests;

/// <summary>Tests that measure: nothing else runs meanwhile.</summary>
[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class Alone;

/// <summary>Speed by processor time, since machines are shared. The bounds leave room for slow machines; bench/ has the figures.</summary>
[Collection("Alone")]
public sealed class SpeedTests(ITestOutputHelper output)
{
    [Fact]
    public void Parsing_keeps_within_five_times_a_bare_decode_and_line_split()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Corpus.CivilCode(), 20)));
        var bare = Seconds(() => _ = Lines(bytes));
        var parse = Seconds(() => _ = Statute.Parse(bytes.AsSpan()));
        output.WriteLine($"decode and split {bytes.Length / bare / 1e6:0} MB/s, parse {bytes.Length / parse / 1e6:0} MB/s, ratio {bare / parse:0.00}");
        Assert.True(bare / parse >= 0.1, $"{bare / parse:0.00}");
    }

    [Fact]
    public void The_civil_code_and_an_edited_copy_are_aligned_and_compared_in_milliseconds()
    {
        var text = Corpus.CivilCode();
        var edited = text.Replace("人民法院", "法院", StringComparison.Ordinal).Replace("第三百条 ", "第三百条 新的。", StringComparison.Ordinal);
        var seconds = Seconds(() => _ = Whole(Statute.Parse(text), Statute.Parse(edited)));
        output.WriteLine($"Civil Code against an edited copy: {seconds * 1000:0.0} ms");
        Assert.True(seconds < 0.15, $"{seconds * 1000:0.0} ms");
    }

    [Fact]
    public void Pairs_are_aligned_and_compared_in_milliseconds_each()
    {
        Corpus.Need();
        var pairs = Corpus.Pairs().Select(Corpus.Pair).ToList();
        var characters = pairs.Sum(p => (long)p.Old.Text.Length + p.New.Text.Length);
        var seconds = Seconds(() => pairs.ForEach(p => Whole(p.Old, p.New)));
        var align = Seconds(() => pairs.ForEach(p => Alignment.Of(p.Old, p.New)));
        output.WriteLine($"30 pairs, {characters} characters: {seconds * 1000:0.0} ms ({seconds / characters * 1e6:0.000} s a million characters), of which alignment {align * 1000:0.0} ms");
        Assert.True(seconds / characters * 1e6 < 0.6, $"{seconds / characters * 1e6:0.000}");
    }

    private static int Whole(Statute old, Statute @new)
    {
        var stretches = 0;
        foreach (var link in Alignment.Of(old, @new))
        {
            stretches += link is { Old: { } before, New: { } after, Changed: true } ? Comparison.Of(before.Words, after.Words).Count : 0;
        }

        return stretches;
    }

    private static int Lines(byte[] bytes)
    {
        var (rest, lines) = (Encoding.UTF8.GetString(bytes), 0);
        for (var at = 0; rest.IndexOf('\n', at) is >= 0 and var end; at = end + 1)
        {
            lines++;
        }

        return lines;
    }

    // The least of several rounds, warm.
    private static double Seconds(Action run)
    {
        using var process = Process.GetCurrentProcess();
        var least = double.MaxValue;
        for (var round = 0; round < 12; round++)
        {
            process.Refresh();
            var before = process.TotalProcessorTime;
            var times = 0;
            do
            {
                run();
                times++;
                process.Refresh();
            }
            while ((process.TotalProcessorTime - before).TotalMilliseconds < 100);

            least = Math.Min(least, (process.TotalProcessorTime - before).TotalSeconds / times);
        }

        return least;
    }
}
