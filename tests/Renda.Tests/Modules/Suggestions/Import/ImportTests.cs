using Microsoft.EntityFrameworkCore;
using Renda.Platform.Access;
using Xunit;

namespace Renda.Tests.Modules.Suggestions.Import;

public sealed class ImportTests : IAsyncLifetime
{
    private Office office = null!;

    public async ValueTask InitializeAsync() => office = await Office.OpenAsync();

    public ValueTask DisposeAsync()
    {
        office.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_register_becomes_matters_whose_clocks_began_on_their_days()
    {
        var file = await Registers.SaveAsync(office, [.. Registers.Headers, "备注"], [.. Registers.Row(), "急"],
            ["2026-0013", "只编号的", "内容", "李建国", null, null, null, new DateOnly(2026, 4, 1), null, null],
            [null, "未编号的", "内容", "李建国", null, null, null, "2026年5月29日", null, null]);
        var ran = await office.RunAsync("import", "suggestions", file);
        Assert.Equal((0, ""), (ran.Code, string.Concat(ran.Error.Split('\n').Where(l => !l.StartsWith("已写入", StringComparison.Ordinal)))));
        Assert.Contains("新导入 3 件", ran.Out, StringComparison.Ordinal);
        Assert.Contains("张三、赵六", ran.Out, StringComparison.Ordinal);
        Assert.Contains("承办单位 1 个（系统里原来没有，请核对有无错字）：省交通运输厅", ran.Out, StringComparison.Ordinal);
        var stages = await office.AskAsync(db => db.Matters.Where(m => m.ParentId == null).OrderBy(m => m.OpenedOn).Select(m => m.Stage).ToListAsync());
        Assert.Equal(["handling", "filed", "submitted"], stages);
        var clock = await office.AskAsync(db => db.Clocks.SingleAsync(c => c.Limit == "reply"));
        Assert.Equal((new DateOnly(2026, 3, 6), new DateOnly(2026, 6, 8)), (clock.StartedOn, clock.Due));
        var text = await office.AskAsync(db => db.Suggestions.SingleAsync(s => s.Extra != null));
        Assert.Equal(("<b>道路</b>失修。\n建议养护。", "备注：急"), (text.Body, text.Extra));
        Assert.True(await office.AskAsync(db => db.Records.AllAsync(r => r.PersonId == null && r.PostId == null)));
        var unit = await office.AskAsync(db => db.Units.SingleAsync(u => u.Name == "省交通运输厅"));
        Assert.Equal((office.Units["省政府办公厅"], true, UnitSystem.Government), (unit.CoordinatorId!.Value, unit.Handles, unit.System));
        Assert.Equal(new DateOnly(2026, 3, 2), await office.AskAsync(db => db.Posts.Where(p => p.Kind == Posts.Deputy).MaxAsync(p => p.From)));
        Assert.Equal(0, (await office.RunAsync("ledger", "verify")).Code);
    }

    [Fact]
    public async Task The_same_file_twice_adds_nothing_and_a_longer_one_adds_the_rest()
    {
        object?[] unnumbered = [null, "没有编号", "内容", "新人甲", null, null, null, new DateOnly(2026, 4, 1), null];
        var file = await Registers.SaveAsync(office, Registers.Headers, Registers.Row(), unnumbered);
        await office.RunAsync("import", "suggestions", file);
        var again = await office.RunAsync("import", "suggestions", file);
        Assert.Equal(0, again.Code);
        Assert.Contains("已在库 2 件，新导入 0 件", again.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("新建", again.Out, StringComparison.Ordinal);
        var longer = await Registers.SaveAsync(office, Registers.Headers, Registers.Row(), unnumbered, Registers.Row("2026-0099", "另一件"));
        Assert.Contains("已在库 2 件，新导入 1 件", (await office.RunAsync("import", "suggestions", longer)).Out, StringComparison.Ordinal);
        Assert.Equal(3, await office.AskAsync(db => db.Matters.CountAsync(m => m.ParentId == null)));
        var changed = await office.RunAsync("import", "suggestions", await Registers.SaveAsync(office, Registers.Headers, Registers.Row(title: "改了标题")));
        Assert.Equal(1, changed.Code);
        Assert.Contains("第 2 行“编号”（A2）：编号 2026-0012 已经导入过", changed.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_writes_nothing_and_tells_what_it_would_make()
    {
        var ran = await office.RunAsync("import", "suggestions", await Registers.SaveAsync(office, Registers.Headers, Registers.Row()), "--dry-run");
        Assert.Equal(0, ran.Code);
        Assert.Contains("将新建代表 2 人", ran.Out, StringComparison.Ordinal);
        Assert.Equal((0, 2), (await office.AskAsync(db => db.Matters.CountAsync()), await office.AskAsync(db => db.People.CountAsync())));
    }

    [Fact]
    public async Task Columns_are_known_by_other_names_in_any_order_below_a_title()
    {
        var file = Registers.SaveXml(office,
            Registers.Cells(1, "示范省人民代表大会代表建议台账") + Registers.Cells(3, "提出时间", "领 衔 人", "建议标题*", "建议内容（全文）", "承办单位", "会办单位", "交办时间", "联名代表", "建议编号")
            + Registers.Cells(4, "2026/3/2", "李　建国", "<c><v>20260001</v></c>", "内容", "省教育厅", "省财政厅", "<c s='1'><v>46087</v></c>", "甲乙 丙丁", "第1号"),
            "<mergeCells><mergeCell ref='A1:I1'/></mergeCells>", ["14"]);
        var ran = await office.RunAsync("import", "suggestions", file);
        Assert.True(ran.Code == 0, ran.Out + ran.Error);
        var matter = await office.AskAsync(db => db.Matters.SingleAsync(m => m.ParentId == null));
        Assert.Equal(("第1号", "20260001"), (matter.Number, matter.Title));
        Assert.Contains("新建了代表 2 人", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_older_than_the_law_on_file_comes_in_under_the_earliest_text_and_that_is_said_once()
    {
        object?[][] rows = [Registers.Row("2016-0001"), Registers.Row("2016-0002"), Registers.Row()];
        foreach (var old in rows[..2])
        {
            (old[7], old[8]) = (new DateOnly(2016, 5, 3), new DateOnly(2016, 5, 4));
        }

        var ran = await office.RunAsync("import", "suggestions", await Registers.SaveAsync(office, Registers.Headers, rows));
        Assert.Equal(0, ran.Code);
        Assert.Contains("有 2 件早于在档的最早规则（自 2017-05-19 起施行），按这一文本补录", ran.Out, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2016, 5, 4), await office.AskAsync(db => db.Clocks.Where(c => c.Limit == "reply").MinAsync(c => c.StartedOn)));
        Assert.Equal(3, await office.AskAsync(db => db.Matters.CountAsync(m => m.ParentId == null)));
    }

    [Fact]
    public async Task One_bad_row_keeps_all_the_others_out()
    {
        var bad = Registers.Row("2026-0013");
        bad[8] = new DateOnly(2026, 2, 1);
        var ran = await office.RunAsync("import", "suggestions", await Registers.SaveAsync(office, Registers.Headers, Registers.Row(), bad));
        Assert.Equal(1, ran.Code);
        Assert.Contains("第 3 行“交办日期”（I3）：交办日期 2026-02-01 早于提交日期 2026-03-02。", ran.Out, StringComparison.Ordinal);
        Assert.Contains("一件也没有导入", ran.Out, StringComparison.Ordinal);
        Assert.Equal((0, 2), (await office.AskAsync(db => db.Matters.CountAsync()), await office.AskAsync(db => db.People.CountAsync())));
    }

    [Fact]
    public async Task The_good_rows_come_in_where_that_is_asked_and_a_merged_cell_spoils_every_row_it_covers()
    {
        var bad = Registers.Row("2026-0013");
        (bad[3], bad[8]) = ("错行人", new DateOnly(2026, 2, 1));
        var ran = await office.RunAsync("import", "suggestions", await Registers.SaveAsync(office, Registers.Headers, Registers.Row(), bad), "--good-rows");
        Assert.Equal(1, ran.Code);
        Assert.Contains("新导入 1 件。有问题没有导入 1 件", ran.Out, StringComparison.Ordinal);
        Assert.Equal((1, 0), (await office.AskAsync(db => db.Suggestions.CountAsync()), await office.AskAsync(db => db.People.CountAsync(p => p.Name == "错行人"))));

        string Line(int row, string? unit) => Registers.Cells(row, $"标题{row}", "内容", "李建国", "2026/3/2", unit, "2026/3/4");
        var merged = Registers.SaveXml(office,
            Registers.Cells(1, "标题", "内容", "领衔代表", "提交日期", "主办单位", "交办日期") + Line(2, "省教育厅") + Line(3, null) + Line(4, null) + Line(5, "省教育厅"),
            "<mergeCells><mergeCell ref='E2:E4'/></mergeCells>");
        Assert.Contains("新导入 1 件。有问题没有导入 3 件", (await office.RunAsync("import", "suggestions", merged, "--good-rows")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_of_a_name_are_told_apart_by_their_delegation()
    {
        await office.AskAsync(async db =>
        {
            Office.Add(db, "李建国", office.Add(db, "青岛代表团", UnitSystem.Delegation), Posts.Deputy);
            return await db.SaveChangesAsync();
        });
        var ran = await office.RunAsync("import", "suggestions", await Registers.SaveAsync(office, Registers.Headers, Registers.Row()));
        Assert.Contains("“领衔代表”（D2）：有 2 位名叫“李建国”的代表", ran.Out, StringComparison.Ordinal);
        var told = Registers.Row();
        told[3] = "李建国（青岛代表团）";
        Assert.Equal(0, (await office.RunAsync("import", "suggestions", await Registers.SaveAsync(office, Registers.Headers, told))).Code);
    }

    [Fact]
    public async Task Without_a_congress_or_a_workbook_the_call_is_wrong()
    {
        var file = await Registers.SaveAsync(office, Registers.Headers, Registers.Row());
        var text = Path.Combine(office.Data, "台账.xlsx");
        await System.IO.File.WriteAllTextAsync(text, "不是表格", TestContext.Current.CancellationToken);
        Assert.Equal(2, (await office.RunAsync("import", "suggestions", "/no/such.xlsx")).Code);
        Assert.Equal(2, (await office.RunAsync("import", "suggestions", text)).Code);
        var empty = await Ran.Async(office.Time, "import", "suggestions", file, "--Renda:Data", Path.Combine(office.Data, "empty"));
        Assert.Equal(2, empty.Code);
        Assert.Contains("数据库是空的", empty.Error, StringComparison.Ordinal);
    }
}
