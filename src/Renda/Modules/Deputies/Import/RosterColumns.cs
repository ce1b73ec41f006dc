using Renda.Platform.Spreadsheets.Registers;

namespace Renda.Modules.Deputies.Import;

/// <summary>The columns of a roster somebody keeps in a workbook.</summary>
internal static class RosterColumns
{
    public static readonly Column Name = new("姓名", "name", true, "代表姓名", "代表");
    public static readonly Column Term = new("届次", "term", true, "届");
    public static readonly Column Delegation = new("代表团", "delegation", true, "所在代表团", "所属代表团");
    public static readonly Column Elector = new("原选举单位", "elector", true, "选举单位");
    public static readonly Column From = new("任职日期", "from", true, "开始日期", "起", "起始日期");
    public static readonly Column Began = new("产生方式", "began", false, "怎样产生");
    public static readonly Column Committees = new("委员会", "committees", false, "专门委员会", "委员会职务", "所在委员会");
    public static readonly Column To = new("离任日期", "to", false, "最后一天", "止", "终止日期");
    public static readonly Column Ended = new("离任原因", "ended", false, "怎样离任", "终止原因");

    public static readonly IReadOnlyList<Column> All = [Name, Term, Delegation, Elector, From, Began, Committees, To, Ended];

    /// <summary>The headers of the empty workbook, with what belongs below them.</summary>
    public static readonly IReadOnlyList<string> Template =
    [
        "姓名", "届次（如 第十四届）", "代表团（全称）", "原选举单位（名称或者六位代码）", "任职日期（如 2026-02-13）", "产生方式（选举、补选，空着是选举）",
        "委员会（全称，几个用顿号分开，职务写在括号里）", "离任日期（还在任的空着）", "离任原因（辞职、罢免、去世、任期届满等）",
    ];
}

/// <summary>A mandate as the workbook has it, nothing looked up.</summary>
internal sealed record RosterRow(
    int Row, string Name, string Term, string Delegation, string Elector, DateOnly? From, string Began, IReadOnlyList<string> Committees, DateOnly? To, string Ended);
