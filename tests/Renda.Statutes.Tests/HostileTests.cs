using System.Diagnostics;
using Xunit;

namespace Renda.Statutes.Tests;

/// <summary>What a test is charged with is all the process does: nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>Bounded time and memory on texts made to break readers. The bounds are ten times what was seen.</summary>
[Collection(nameof(Alone))]
public sealed class HostileTests
{
    public static TheoryData<string> Names() => ["line", "articles", "same articles", "deep quotes", "closers", "numerals", "info", "contents", "headings", "items", "tables", "comments", "surrogates"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_large_hostile_text_is_read_in_bounded_time_with_a_bounded_list(string name)
    {
        var text = Text(name);
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var statute = Statute.Parse(text);
        process.Refresh();
        Assert.InRange((process.TotalProcessorTime - before).TotalSeconds, 0, 15);
        Assert.Equal(text, statute.Render());
        Assert.InRange(statute.Defects.Count, 0, 10_001);
        Assert.NotEmpty(statute.Nodes);
    }

    [Fact]
    public void A_hundred_thousand_articles_all_changed_are_aligned_in_bounded_time()
    {
        var old = Statute.Parse(string.Concat(Enumerable.Range(1, 100_000).Select(i => $"第{i}条 关于{i}的规定由主管部门{i * 7}执行。\n")));
        var @new = Statute.Parse(string.Concat(Enumerable.Range(1, 100_000).Select(i => $"第{i}条 关于{i}的规定由有关部门{i * 7}执行。\n")));
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        Assert.InRange(Renda.Statutes.Aligning.Alignment.Of(old, @new).Count, 100_000, 200_000);
        process.Refresh();
        Assert.InRange((process.TotalProcessorTime - before).TotalSeconds, 0, 60);
    }

    /// <summary>The text of that name, or a part of it.</summary>
    internal static string Text(string name, int part = 1) => name switch
    {
        "line" => "第一条 " + new string('甲', 50_000_000 / 3 / part),
        "articles" => string.Concat(Enumerable.Range(1, 1_000_000 / part).Select(i => $"第{i}条 甲。\n")),
        "same articles" => string.Concat(Enumerable.Repeat("第一条 甲。\n", 1_000_000 / part)),
        "deep quotes" => "甲\n第一条 " + new string('“', 5_000_000 / part),
        "closers" => "甲\n第一条 " + new string('”', 5_000_000 / part),
        "numerals" => "第" + new string('一', 10_000_000 / part) + "条 甲。",
        "info" => "甲\n" + string.Concat(Enumerable.Repeat("乙\n<!-- INFO END -->\n", 300_000 / part)),
        "contents" => "甲\n目录\n" + string.Concat(Enumerable.Range(1, 300_000 / part).Select(i => $"第{i}章 乙\n")),
        "headings" => "甲\n" + string.Concat(Enumerable.Range(1, 300_000 / part).Select(i => $"第{i}章 乙\n第{i}节 丙\n")),
        "items" => "甲\n第一条 乙：\n" + string.Concat(Enumerable.Repeat("（一）丙；\n", 1_000_000 / part)),
        "tables" => "甲\n第一条 乙：\n" + string.Concat(Enumerable.Repeat("<table>\n", 1_000_000 / part)),
        "comments" => "甲\n第一条 乙：\n" + string.Concat(Enumerable.Repeat("<!-- \n", 1_000_000 / part)),
        "surrogates" => "甲\n第一条 " + string.Concat(Enumerable.Repeat("\udc80\n\ud800", 1_000_000 / part)),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
