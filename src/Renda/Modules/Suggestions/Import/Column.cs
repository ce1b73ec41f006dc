using Renda.Platform.Search;

namespace Renda.Modules.Suggestions.Import;

/// <summary>A column of a register of suggestions.</summary>
/// <param name="Field">The field of the step <c>import</c> it fills.</param>
internal sealed record Column(string Name, string Field, bool Required, params string[] Synonyms)
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

    public static Column? Called(string header)
    {
        var name = Plain(header);
        return All.FirstOrDefault(c => c.Name == name || c.Synonyms.Contains(name, StringComparer.Ordinal));
    }

    // Registers space out short headers (标　题), mark the obligatory ones and explain in brackets.
    private static string Plain(string header)
    {
        var text = Folding.Fold(header);
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        return string.Concat((bracket > 0 ? text[..bracket] : text).Where(c => !char.IsWhiteSpace(c) && c is not ('*' or ':')));
    }
}
