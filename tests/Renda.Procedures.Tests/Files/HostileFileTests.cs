using System.Diagnostics;
using System.Text;
using Xunit;

namespace Renda.Procedures.Tests.Files;

/// <summary>Files made to harm are refused with file and line, and at once.</summary>
public sealed class HostileFileTests
{
    public static TheoryData<string, string> Hostile() => new()
    {
        { "ten megabytes", $"procedure: x\ntitle: {new string('长', 5_000_000)}\nnote: {new string('a', 5_000_000)}\n" },
        { "deep lists", $"procedure: x\nsteps: {new string('[', 100_000)}" },
        { "deep maps", Deep(3_000) },
        { "aliases of aliases", Aliases() },
        { "an alias inside itself", "procedure: x\nsteps: &a\n  b: *a\n" },
        { "aliases of aliases as a key", $"{Aliases()}? *a8\n: v\n" },
        { "a list as a key", "procedure: x\n? [a, b]\n: v\n" },
        { "merges of merges", Merges() },
        { "a tag", "procedure: x\ntitle: !!python/object:os.system 甲\n" },
        { "a key twice behind a tag", "procedure: x\ntitle: 甲\n!x title: 乙\n" },
        { "an alias of nothing", "procedure: x\ntitle: *a\n" },
        { "GBK", Encoding.UTF8.GetString([.. "procedure: x\ntitle: "u8, 0xB2, 0xEE, 0xCA, 0xC2]) },
        { "a key twice", "procedure: x\ntitle: 甲\ntitle: 乙\n" },
        { "an unknown field", "procedure: x\ntitle: 甲\njurisdiction: CN\nin-force: 2020-01-01\nlaw: 某法\nstages:\n  s: {title: 一, end: true}\nsteps:\n  b: {title: 开始, to: s, by: [r], basis: 第一条, asks: {}, surprise: 1}\nroles:\n  r: {title: 人, posts: [deputy]}\n" },
        { "a chain of stages", Chain(1_500) },
        { "two documents", "procedure: x\n---\nprocedure: y\n" },
        { "not text", "\0\u0001\u0002{{{{" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void It_is_refused_with_its_file_and_line_within_a_second(string what, string text)
    {
        // The shortest of a few tries: what it takes, and not what else the machine is busy with.
        var (book, took) = Enumerable.Range(0, 3).Select(_ => Load(text)).MinBy(load => load.Took);
        Assert.True(took < TimeSpan.FromSeconds(1), $"{what} took {took}");
        var problem = Assert.Single(book.Problems.Take(1));
        Assert.Equal("CN/x.yaml", problem.Path);
        Assert.True(problem.Line >= (what == "two documents" ? 0 : 1), what);
        Assert.Empty(book.Procedures);
    }

    private static (RuleBook Book, TimeSpan Took) Load(string text)
    {
        var watch = Stopwatch.StartNew();
        return (RuleBook.Load([new RuleFile("CN/x.yaml", text)], before: null, posts: null, walk: true), watch.Elapsed);
    }

    [Theory]
    [InlineData("title: 甲\n  title: 乙\n")]
    [InlineData("title: 甲: 乙\n")]
    [InlineData("title: [甲, 乙\n")]
    [InlineData("title: \"甲\n")]
    [InlineData("a:\n\t- 甲\n")]
    [InlineData("title: @甲\n")]
    [InlineData("title: 甲\ntitle: 乙\n")]
    public void What_is_wrong_with_the_text_is_said_in_plain_words(string text) =>
        Assert.DoesNotMatch("[A-Za-z]{4,}", RuleBook.Load([new RuleFile("CN/x.yaml", text)]).Problems[0].Reason.Replace("YAML", "", StringComparison.Ordinal).Replace("title", "", StringComparison.Ordinal));

    private static string Deep(int levels)
    {
        var text = new StringBuilder("procedure: x\n");
        for (var level = 0; level < levels && text.Length < 390_000; level++)
        {
            text.Append(' ', Math.Min(level, 120)).Append("a:\n");
        }

        return text.ToString();
    }

    private static string Aliases()
    {
        var text = new StringBuilder("procedure: x\na0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
        for (var n = 1; n < 12; n++)
        {
            text.Append($"a{n}: &a{n} [{string.Join(", ", Enumerable.Repeat($"*a{n - 1}", 9))}]\n");
        }

        return text.ToString();
    }

    private static string Chain(int stages) => new StringBuilder("procedure: x\ntitle: 甲\njurisdiction: CN\nin-force: 2020-01-01\nlaw: 某法\nroles:\n  r: {title: 人, posts: [deputy]}\nstages:\n")
        .AppendJoin("", Enumerable.Range(0, stages).Select(n => $"  s{n}: {{title: 一}}\n"))
        .Append("  e: {title: 完, end: true}\nsteps:\n  b: {title: 开始, to: s0, by: [r], basis: 第一条}\n")
        .AppendJoin("", Enumerable.Range(0, stages).Select(n => $"  t{n}: {{title: 办, from: [s{n}], to: {(n + 1 < stages ? $"s{n + 1}" : "e")}, by: [r], basis: 一}}\n"))
        .ToString();

    private static string Merges()
    {
        var text = new StringBuilder("procedure: x\nm0: &m0 {}\n");
        for (var n = 1; n < 40; n++)
        {
            text.Append($"m{n}: &m{n} {{<<: *m{n - 1}, a: {{<<: *m{n - 1}}}, b: *m{n - 1}}}\n");
        }

        return text.ToString();
    }
}
