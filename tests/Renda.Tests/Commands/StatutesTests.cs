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
    public async Task A_text_becomes_akoma_ntoso_and_comes_back_byte_for_byte()
    {
        const string Text = "甲条例\r\n\r\n第一条　一。\n（一）二；\n第二条 依照前条。\n\n";
        var written = await Ran.Async(Day, "statutes", "akn", Save(Text));
        Assert.Equal((0, ""), (written.Code, written.Error));
        Assert.Contains("<article eId=\"art_1\"", written.Out, StringComparison.Ordinal);
        var back = await Ran.Async(Day, "statutes", "akn", Save(written.Out));
        Assert.Equal((0, Text, ""), (back.Code, back.Out, back.Error));

        var (file, again) = (Save(""), Save(""));
        byte[] bytes = [.. "甲\n第一条 "u8, 0xff, 0xc3, .. "乙\n"u8];
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        var xml = Save((await Ran.Async(Day, "statutes", "akn", file)).Out);
        Assert.Equal(2, (await Ran.Async(Day, "statutes", "akn", xml)).Code);
        Assert.Equal(0, (await Ran.Async(Day, "statutes", "akn", xml, "--to", again)).Code);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(again, TestContext.Current.CancellationToken));

        var refused = await Ran.Async(Day, "statutes", "akn", Save("<?xml version=\"1.0\"?>\n<!DOCTYPE a><a/>"));
        Assert.Equal((2, ""), (refused.Code, refused.Out));
        Assert.Contains("第2行：有文档类型声明", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_verb_reads_akoma_ntoso_too()
    {
        var xml = Save((await Ran.Async(Day, "statutes", "akn", Save("甲\n第一条 一。\n第二条 二。"))).Out);
        Assert.Equal(0, (await Ran.Async(Day, "statutes", "check", xml)).Code);
        Assert.Contains("<section class=\"article\" id=\"art-2\">", (await Ran.Async(Day, "statutes", "html", xml)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task References_are_printed_with_what_is_missing_and_what_a_renumbering_breaks()
    {
        var old = Save("甲条例\n第一条 公园属于公众，由园林部门管理。\n第二条 违反第一条的，处五十元罚款，依照第九条。\n");
        var ran = await Ran.Async(Day, "statutes", "references", old);
        Assert.Equal((1, ""), (ran.Code, ran.Error));
        var found = JsonDocument.Parse(ran.Out).RootElement.GetProperty("references");
        Assert.Equal(("第一条", 3, "art-2/par-1", "art-1"), (found[0].GetProperty("words").GetString(), found[0].GetProperty("line").GetInt32(), found[0].GetProperty("at").GetString(), found[0].GetProperty("target").GetString()));
        Assert.Equal("这里没有第九条。", found[1].GetProperty("message").GetString());
        var both = await Ran.Async(Day, "statutes", "references", old, Save("甲条例\n第一条 孩子和老人免费入园。\n第二条 公园属于公众，由园林部门管理。\n第三条 违反第一条的，处五十元罚款，依照第九条。\n"));
        var broken = JsonDocument.Parse(both.Out).RootElement.GetProperty("broken");
        Assert.Equal(("第一条", "第二条"), (broken[0].GetProperty("words").GetString(), broken[0].GetProperty("proposed")[0].GetString()));
    }

    [Fact]
    public async Task The_text_in_force_on_a_day_and_the_history_of_its_articles_are_printed()
    {
        var (first, second) = ($"2010-01-01={Save("甲\n第一条 公园属于公众。\n")}", $"2020-01-01={Save("甲\n第一条 公园属于公众。\n第二条 免费入园。\n")}");
        Assert.Equal("甲\n第一条 公园属于公众。\n", (await Ran.Async(Day, "statutes", "history", second, first, "--on", "2019-12-31")).Out);
        var none = await Ran.Async(Day, "statutes", "history", second, first, "--on", "2009-12-31");
        Assert.Equal((1, ""), (none.Code, none.Out));
        var told = JsonDocument.Parse((await Ran.Async(Day, "statutes", "history", second, first)).Out).RootElement;
        Assert.Equal("2020-01-01", told.GetProperty("articles")[1].GetProperty("events")[0].GetProperty("inForce").GetString());
        Assert.Equal(2, (await Ran.Async(Day, "statutes", "history", "2010-13-01=a")).Code);
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
