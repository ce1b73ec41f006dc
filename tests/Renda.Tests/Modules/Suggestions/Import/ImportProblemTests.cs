using Xunit;

namespace Renda.Tests.Modules.Suggestions.Import;

public sealed class ImportProblemTests : IAsyncLifetime
{
    private Office office = null!;

    public async ValueTask InitializeAsync() => office = await Office.OpenAsync();

    public ValueTask DisposeAsync()
    {
        office.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<Ran> DryRun(string file) => office.RunAsync("import", "suggestions", file, "--dry-run");

    [Theory]
    [InlineData(1, null, "“标题”（B2）：没有填写")]
    [InlineData(3, " ", "“领衔代表”（D2）：没有填写")]
    [InlineData(7, null, "“提交日期”（H2）：没有填写")]
    [InlineData(7, "2026-02-30", "“提交日期”（H2）：“2026-02-30”不是一个存在的日期")]
    [InlineData(7, true, "“提交日期”（H2）：“TRUE”不是一个存在的日期")]
    [InlineData(7, 46066, "“提交日期”（H2）：是数字 46066，不是日期")]
    [InlineData(7, "2026-06-02", "“提交日期”（H2）：2026-06-02 还没有到")]
    [InlineData(8, null, "“交办日期”（I2）：有主办单位，却没有交办日期")]
    [InlineData(5, null, "“主办单位”（F2）：有交办日期，却没有主办单位")]
    [InlineData(5, "省财政厅", "“协办单位”（G2）：“省财政厅”既是主办单位又是协办单位")]
    [InlineData(5, "省教育厅、省体育局", "“主办单位”（F2）：只能填一个")]
    [InlineData(5, "济南代表团", "“主办单位”（F2）：“济南代表团”不承办代表建议")]
    [InlineData(3, "李建国，张三", "“领衔代表”（D2）：只能填一个")]
    [InlineData(3, 12, "“领衔代表”（D2）：应当是名称")]
    public async Task Each_problem_is_named_by_row_column_and_cell(int column, object? value, string says)
    {
        var row = Registers.Row();
        row[column] = value;
        var ran = await DryRun(await Registers.SaveAsync(office, Registers.Headers, row));
        Assert.Equal(1, ran.Code);
        Assert.Contains($"第 2 行{says}", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_problem_of_every_row_is_listed_at_once()
    {
        var rows = new[] { Registers.Row("1"), Registers.Row("2", ""), Registers.Row("3", new string('长', 201)), Registers.Row("1") };
        rows[0][8] = new DateOnly(2026, 6, 2);
        rows[0][7] = new DateOnly(2016, 5, 1);
        rows[1][8] = null;
        var lines = (await DryRun(await Registers.SaveAsync(office, Registers.Headers, rows))).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            ["第 2 行“交办日期”（I2）", "第 3 行“标题”（B3）", "第 3 行“交办日期”（I3）", "第 4 行“标题”（B4）", "第 5 行“编号”（A5）"],
            lines.Where(l => l.StartsWith("第 ", StringComparison.Ordinal)).Select(l => l.Split('：')[0]));
        Assert.Contains("：“标题”最多 200 字，现有 201 字。", lines[3], StringComparison.Ordinal);
        Assert.Contains("：与第 2 行重复。", lines[4], StringComparison.Ordinal);
        Assert.Contains("5 处问题", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Formulas_errors_and_merged_cells_are_refused()
    {
        string[] header = ["标题", "内容", "领衔代表", "提交日期"];
        var file = Registers.SaveXml(office,
            Registers.Cells(1, header) + Registers.Cells(2, "甲", "<c t='str'><f>A2&amp;1</f><v>甲1</v></c>", "李建国", "2026-03-02") + Registers.Cells(3, "乙", "内容", "<c t='e'><v>#N/A</v></c>", "2026-03-02"),
            "<mergeCells><mergeCell ref='D2:D3'/></mergeCells>");
        var ran = await DryRun(file);
        Assert.Equal(1, ran.Code);
        Assert.Contains("第 2 行“内容”（B2）：单元格是公式", ran.Out, StringComparison.Ordinal);
        Assert.Contains("第 3 行“领衔代表”（C3）：单元格出错（#N/A）", ran.Out, StringComparison.Ordinal);
        Assert.Contains("第 2 行“提交日期”（D2:D3）：单元格是合并的", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("标题 内容 领衔代表", "表头里没有“提交日期”一栏")]
    [InlineData("标题 内容 领衔代表 提交日期 建议标题", "“标题”有 2 栏")]
    [InlineData("甲 乙 丙", "找不到表头")]
    public async Task A_heading_that_cannot_be_read_by_says_why(string headers, string says)
    {
        var ran = await DryRun(await Registers.SaveAsync(office, headers.Split(' ')));
        Assert.Equal(1, ran.Code);
        Assert.Contains(says, ran.Out, StringComparison.Ordinal);
    }
}
