using Renda.Platform.Spreadsheets;
using Renda.Tests.Platform.Spreadsheets;

namespace Renda.Tests.Modules.Suggestions.Import;

/// <summary>Registers as real workbooks.</summary>
internal static class Registers
{
    public static readonly string[] Headers = ["编号", "标题", "内容", "领衔代表", "附议代表", "主办单位", "协办单位", "提交日期", "交办日期"];

    public static object?[] Row(string number = "2026-0012", string title = "关于农村道路养护的建议") =>
        [number, title, "<b>道路</b>失修。\n建议养护。", "李建国", "张三、赵 六", "省交通运输厅", "省财政厅", new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 6)];

    public static async Task<string> SaveAsync(Office office, string[] headers, params object?[][] rows)
    {
        var path = Path.Combine(office.Data, $"{Guid.NewGuid():N}.xlsx");
        await using var file = System.IO.File.Create(path);
        await SheetWriter.Write(file, "台账", headers, rows.ToAsyncEnumerable(), CancellationToken.None);
        return path;
    }

    /// <summary>From sheet XML, for what only other programs write.</summary>
    public static string SaveXml(Office office, string rows, string after = "", string[]? formats = null)
    {
        var path = Path.Combine(office.Data, $"{Guid.NewGuid():N}.xlsx");
        System.IO.File.WriteAllBytes(path, Workbooks.Make(rows, after, formats: formats).ToArray());
        return path;
    }

    public static string Cells(int row, params string?[] texts) => $"<row r='{row}'>" + string.Concat(texts.Select((t, i) =>
        t is null ? "" : t.StartsWith('<') ? t.Replace("<c", $"<c r='{(char)('A' + i)}{row}'", StringComparison.Ordinal)
        : $"<c r='{(char)('A' + i)}{row}' t='inlineStr'><is><t>{t}</t></is></c>")) + "</row>";
}
