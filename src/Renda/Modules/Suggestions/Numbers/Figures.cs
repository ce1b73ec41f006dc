using Renda.Procedures;

namespace Renda.Modules.Suggestions.Numbers;

/// <summary>The figures of the page, with the words of the procedure in force. Satisfied, solved and kept are three figures and stay three:
/// one does not stand for another.</summary>
internal sealed class Figures
{
    private static readonly (string Value, string Title)[] Marks = [("satisfied", "满意"), ("basically", "基本满意"), ("dissatisfied", "不满意")];

    public Figures(Procedure procedure)
    {
        var kinds = procedure.Steps["reply"].Asks.First(f => f.Id == "kind").Choices;
        Kinds = [.. kinds.Select((k, i) => (Letter: (char)('A' + i), Title: k.Value, Figure: new Figure($"reply-{k.Key}", $"{(char)('A' + i)} 类") { Reply = k.Key }))];
        // Whether those who stay silent stand in the rate is for the rules to say.
        SilentCount = !procedure.Steps.TryGetValue("record-no-response", out var silent) || !silent.Uncounted;
        SilentBasis = silent?.Basis.ToString();
        All = [Handed, Divided, Replied, .. Kinds.Select(k => k.Figure), .. Results, ResultOpen, .. Attitudes, Promised, Kept, Late, Running, Dropped];
    }

    public static Figure Handed { get; } = new("handed", "交办");

    public static Figure Replied { get; } = new("replied", "已答复", Replied: true);

    public static IReadOnlyList<Figure> Results { get; } =
        [.. Marks.Select(m => new Figure($"result-{m.Value}", m.Title) { Result = m.Value }), new("result-silent", "未反馈") { Result = HandlingResult.Silent }];

    public static Figure ResultOpen { get; } = new("result-open", "待评价", Replied: true) { Result = "" };

    public static IReadOnlyList<Figure> Attitudes { get; } = [.. Marks.Select(m => new Figure($"attitude-{m.Value}", $"态度{m.Title}") { Attitude = m.Value })];

    /// <summary>Said beside the table: each unit's part counts as one, for each is answered and evaluated by itself.</summary>
    public static Figure Divided { get; } = new("divided", "分别办理") { Divided = true };

    public static Figure Promised { get; } = new("promised", "承诺") { Promised = true };

    public static Figure Kept { get; } = new("kept", "已兑现") { Promise = HandlingResult.Kept };

    public static Figure Late { get; } = new("late", "逾期未兑现") { Promise = HandlingResult.Open, Late = true };

    public static Figure Running { get; } = new("running", "未到期") { Promise = HandlingResult.Open, Late = false };

    public static Figure Dropped { get; } = new("dropped", "已终止") { Promise = HandlingResult.Dropped };

    /// <summary>The statutory kinds of reply in their order, with the letter offices know them by.</summary>
    public IReadOnlyList<(char Letter, string Title, Figure Figure)> Kinds { get; }

    /// <summary>Those who did not answer stand in the rate, though not among the satisfied.</summary>
    public bool SilentCount { get; }

    public string? SilentBasis { get; }

    public IReadOnlyList<Figure> All { get; }

    public Figure Solved => Kinds[0].Figure;

    public Figure? Find(string? id) => All.FirstOrDefault(f => f.Id == id);

    /// <summary>The columns of the table, in groups that have a heading.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<Figure> Columns)> Columns =>
    [
        ("办理", [Handed, Replied]),
        ("解决", [.. Kinds.Select(k => k.Figure)]),
        ("满意（办理结果）", [.. Results, ResultOpen]),
        ("承诺", [Promised, Kept, Late, Running, Dropped]),
    ];
}
