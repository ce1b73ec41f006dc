using Renda.Platform.Web;

namespace Renda.Modules.Deputies;

/// <summary>Answers these pages share.</summary>
internal static class Answers
{
    public static readonly Kept Unreadable = Kept.No("有一项填写的内容不对，没有执行。", remedy: "日期请按 2026-02-13 的样子填写。");
}
