using Renda.Platform.Spreadsheets.Registers;

namespace Renda.Modules.Suggestions.Import;

/// <summary>The columns of a register of suggestions; each fills a field of the step <c>import</c>.</summary>
internal static class Columns
{
    public static readonly Column Number = new("编号", "number", false, "建议编号", "件号", "序列号");
    public static readonly Column Title = new("标题", "title", true, "建议标题", "案由", "题目", "建议名称");
    public static readonly Column Body = new("内容", "body", true, "建议内容", "正文", "具体内容");
    public static readonly Column Lead = new("领衔代表", "lead-deputy", true, "领衔人", "领衔代表姓名", "提出代表", "第一提案人");
    public static readonly Column Cosigners = new("附议代表", "cosigners", false, "联名代表", "附议人", "联名人");
    public static readonly Column LeadUnit = new("主办单位", "lead", false, "承办单位", "主办部门");
    public static readonly Column Assisting = new("协办单位", "assisting", false, "会办单位", "协办部门");
    public static readonly Column Submitted = new("提交日期", "submitted", true, "提交时间", "提出日期", "提出时间");
    public static readonly Column Assigned = new("交办日期", "assigned-on", false, "交办时间");

    public static readonly IReadOnlyList<Column> All = [Number, Title, Body, Lead, Cosigners, LeadUnit, Assisting, Submitted, Assigned];

    /// <summary>The headers of the empty workbook, with what belongs below them.</summary>
    public static readonly IReadOnlyList<string> Template =
    [
        "编号（没有的空着）", "标题", "内容（全文）", "领衔代表（有同名的写代表团，如 李明（某某代表团））", "附议代表（几个用顿号分开）", "主办单位（已经交办的填，全称）",
        "协办单位（几个用顿号分开）", "提交日期（如 2026-02-13）", "交办日期（已经交办的填）",
    ];
}
