using System.Text.Json;
using Xunit;

namespace Renda.Tests.Commands;

public sealed class StatutesTests
{
    private static readonly Day Day = new(new DateOnly(2026, 6, 1));

    [Fact]
    public async Task The_links_of_two_versions_are_printed_as_json()
    {
        var ran = await Ran.Async(Day, "statutes", "align", Save("甲\n第一条 一。\n第二条 二二二二二二二二。"), Save("甲\n第一条 一。\n第二条 新的新的新的。\n第三条 二二二二二二二二。"), "--json");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        var links = JsonDocument.Parse(ran.Out).RootElement.GetProperty("links").EnumerateArray()
            .Select(l => (l.GetProperty("old").GetString(), l.GetProperty("new").GetString(), l.GetProperty("kind").GetString()));
        Assert.Equal([("第一条", "第一条", "unchanged"), (null, "第二条", "inserted"), ("第二条", "第三条", "renumbered")], links);
    }

    [Fact]
    public async Task Structure_and_defects_are_printed_as_json()
    {
        var ran = await Ran.Async(Day, "statutes", "check", Save("甲\n第一条 一。\n第三条 三。"));
        Assert.Equal((1, ""), (ran.Code, ran.Error));
        var found = JsonDocument.Parse(ran.Out).RootElement;
        Assert.Equal(("甲", 2), (found.GetProperty("title").GetString(), found.GetProperty("articles").GetInt32()));
        Assert.Equal(("gap", 3), (found.GetProperty("defects")[0].GetProperty("kind").GetString(), found.GetProperty("defects")[0].GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task A_decision_is_made_and_carried_out_and_what_does_not_fit_is_told()
    {
        var (old, @new) = (Save("甲\n第一条 一。\n第二条 二。"), Save("甲\n第一条 一。\n第二条 三。"));
        var decision = await Ran.Async(Day, "statutes", "decision", old, @new);
        Assert.Equal(0, decision.Code);
        var made = await Ran.Async(Day, "statutes", "apply", old, Save(decision.Out));
        Assert.Equal((0, ""), (made.Code, made.Error));
        Assert.Contains("第二条 三。", made.Out, StringComparison.Ordinal);
        var refused = await Ran.Async(Day, "statutes", "apply", old, Save("关于修改《甲》的决定\n一、删去第九条。"));
        Assert.Equal(1, refused.Code);
        Assert.Contains("第九条", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_comparison_table_goes_into_a_file()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("renda-statutes-").FullName, "table.html");
        Assert.Equal(0, (await Ran.Async(Day, "statutes", "compare", Save("甲\n第一条 收费<五>元。"), Save("甲\n第一条 收费<六>元。"), "--html", file)).Code);
        Assert.Contains("收费&lt;<ins>六</ins>&gt;元。", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statute_goes_into_a_word_file_and_is_read_from_it()
    {
        var (old, word) = (Save("甲条例\n第一章 总则\n第一条 一。\n第二条 收费五元。"), Path.Combine(Directory.CreateTempSubdirectory("renda-statutes-").FullName, "text.docx"));
        Assert.Equal(0, (await Ran.Async(Day, "statutes", "docx", old, word)).Code);
        var check = await Ran.Async(Day, "statutes", "check", word);
        Assert.Equal((0, ""), (check.Code, check.Error));
        Assert.Equal(("甲条例", 2), (JsonDocument.Parse(check.Out).RootElement.GetProperty("title").GetString(), JsonDocument.Parse(check.Out).RootElement.GetProperty("articles").GetInt32()));
        var align = await Ran.Async(Day, "statutes", "align", old, word, "--json");
        Assert.Equal(2, align.Out.Split("\"unchanged\"").Length - 1);
        var decision = await Ran.Async(Day, "statutes", "decision", word, Save("甲条例\n第一章 总则\n第一条 一。\n第二条 收费六元。"));
        Assert.Contains("将第二条中的“五”修改为“六”", decision.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_comparison_table_goes_into_a_word_file_of_two_or_three_columns()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("renda-statutes-").FullName, "table.docx");
        var (old, @new) = (Save("甲\n第一条 收费五元。"), Save("甲\n第一条 收费六元。"));
        Assert.Equal(0, (await Ran.Async(Day, "statutes", "compare", old, @new, "--docx", file)).Code);
        Assert.Contains("| 现行 | 修改草案 | 说明 |", Renda.Statutes.Docx.WordReading.Read(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).Text, StringComparison.Ordinal);
        Assert.Equal(0, (await Ran.Async(Day, "statutes", "compare", old, @new, "--docx", file, "--columns", "2")).Code);
        Assert.Contains("| 现行 | 修改草案 |\n", Renda.Statutes.Docx.WordReading.Read(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).Text, StringComparison.Ordinal);
        var nowhere = await Ran.Async(Day, "statutes", "compare", old, @new);
        Assert.Equal(2, nowhere.Code);
        Assert.Contains("--docx", nowhere.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await Ran.Async(Day, "statutes", "compare", old, @new, "--docx", file, "--columns", "4")).Code);
    }

    [Fact]
    public async Task A_word_file_that_is_none_is_refused_in_a_sentence()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("renda-statutes-").FullName, "text.docx");
        await File.WriteAllBytesAsync(file, [0x50, 0x4B, 3, 4, 1, 2, 3], TestContext.Current.CancellationToken);
        var ran = await Ran.Async(Day, "statutes", "check", file);
        Assert.Equal((2, ""), (ran.Code, ran.Out));
        Assert.Contains("不是 Word 文档", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused()
    {
        var ran = await Ran.Async(Day, "statutes", "check", "/nowhere");
        Assert.Equal((2, ""), (ran.Code, ran.Out));
        Assert.Contains("/nowhere", ran.Error, StringComparison.Ordinal);
    }

    private static string Save(string text)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("renda-statutes-").FullName, "text.md");
        File.WriteAllText(file, text);
        return file;
    }
}
