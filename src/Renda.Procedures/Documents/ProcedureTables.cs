namespace Renda.Procedures;

/// <summary>A table of a procedure's page.</summary>
public sealed record ProcedureTable(string Title, IReadOnlyList<string> Head, IReadOnlyList<ProcedureRow> Rows);

/// <summary>A row of it: the cells, line by line.</summary>
/// <param name="Id">What files and records call it; or null.</param>
public sealed record ProcedureRow(string? Id, IReadOnlyList<IReadOnlyList<string>> Cells);

/// <summary>What a procedure says, as tables: the same words in the documents and on the pages.</summary>
public static class ProcedureTables
{
    /// <summary>What the marks behind an article mean.</summary>
    public const string Marks = "〔原文〕核对过法规原文；〔转引〕取自二手资料，用前请核对；〔做法〕法规没有规定，是办事做法，请本机关确认。";

    /// <summary>Stages, steps and limits.</summary>
    /// <param name="whole">The procedure itself, or the one whose parallel work it is.</param>
    public static IReadOnlyList<ProcedureTable> Of(Procedure p, Procedure whole)
    {
        ArgumentNullException.ThrowIfNull(p);
        ArgumentNullException.ThrowIfNull(whole);
        return
        [
            new("环节", ["环节", "等待", "说明"], [.. p.Stages.Select(s => new ProcedureRow(null, [[s.Title], Awaits(p, s), Remarks(p, s)]))]),
            new("步骤", ["步骤", "从", "到", "由谁办", "填写", "条件", "依据"], [.. p.Steps.Values.Select(s => Row(p, whole, s))]),
            new("期限", ["期限", "长短", "起算", "到何时为止", "说明", "依据"], [.. p.Limits.Values.Select(l => Row(p, whole, l))]),
        ];
    }

    /// <summary>An article with the mark that tells how it is known.</summary>
    public static string Cite(Procedure whole, Basis basis)
    {
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(basis);
        var law = basis.Provenance == Provenance.Local || basis.Law == $"《{whole.Law}》" ? "" : basis.Law;
        return $"{law}{basis.Article}〔{Mark(basis.Provenance)}〕";
    }

    /// <summary>How a rule is known, in a word.</summary>
    public static string Mark(Provenance provenance) => provenance switch { Provenance.Read => "原文", Provenance.Secondary => "转引", _ => "做法" };

    /// <summary>What a limit means besides its length.</summary>
    internal static IReadOnlyList<string> Meaning(Procedure p, TimeLimit limit) =>
    [
        .. limit.Window ? ["过期不能再办，不算逾期"] : Array.Empty<string>(),
        .. limit.Soft ? ["“一般”，过期只提醒"] : Array.Empty<string>(),
        .. limit.Extends is { } first ? [$"代替“{p.Limits[first].Title}”，{(limit.FromEnd ? "自原期限末日起续算" : "自同一起算日计算")}"] : Array.Empty<string>(),
        .. limit.Consent is { } who ? [$"经{p.Roles[who].Title}同意"] : Array.Empty<string>(),
        .. limit.Into.Count > 0 ? [$"进入{Names(limit.Into.Select(s => $"“{p.Stage(s).Title}”"))}时起算"] : Array.Empty<string>(),
        .. limit.When is { } when ? [$"限于：{ConditionText.Of(p, null, when)}"] : Array.Empty<string>(),
    ];

    private static IReadOnlyList<string> Awaits(Procedure p, Stage stage) =>
        [.. stage.Awaits.Select(a => $"{p.Roles[a.Role].Title}：{p.Steps[a.Step].Title}")];

    private static IReadOnlyList<string> Remarks(Procedure p, Stage stage) =>
    [
        .. stage.End ? ["结束"] : Array.Empty<string>(),
        .. stage.Private ? ["只有当事人可见"] : Array.Empty<string>(),
        .. stage.ShownAs is { } shown ? [$"对不应知道的人显示为“{p.Stage(shown).Title}”"] : Array.Empty<string>(),
    ];

    private static ProcedureRow Row(Procedure p, Procedure whole, Step step) => new(step.Id,
    [
        [step.Title],
        [step.Begins ? "（开始）" : Names(step.From.Select(f => p.Stage(f).Title))],
        step.To.Count == 0 ? ["不变"] : [.. step.To.Select(d => p.Stage(d.Stage).Title + (d.When is { } when ? $"（{ConditionText.Of(p, step, when)}）" : step.To.Count > 1 ? "（其余）" : ""))],
        [Names(step.By.Select(r => p.Roles[r].Title))],
        [.. step.Asks.Select(f => Asked(p, step, f))],
        [
            .. step.Needs.Select(n => ConditionText.Of(p, step, n.Condition) + (n.Basis is { } basis ? $"（{Cite(whole, basis)}）" : "")),
            .. step.HiddenFrom.Count > 0 ? [$"办结前对{Names(step.HiddenFrom.Select(r => p.Roles[r].Title))}保密"] : Array.Empty<string>(),
        ],
        [Cite(whole, step.Basis)],
    ]);

    private static string Asked(Procedure p, Step step, Field field)
    {
        var must = field.Required || field.MustBeYes ? "*" : field.RequiredWhen is { } when ? $"（{ConditionText.Of(p, step, when)}时必填）" : "";
        return field.Title + must + (field.Choices.Count > 0 ? $"：{string.Join(" / ", field.Choices.Values)}" : "");
    }

    private static ProcedureRow Row(Procedure p, Procedure whole, TimeLimit limit) => new(limit.Id,
    [
        [limit.Title],
        [limit.Span],
        [$"{limit.Start}（{Names(limit.From.Select(a => ConditionText.Act(p, a) + (limit.Dated.TryGetValue(a, out var field) ? $"，按“{p.Steps[a].Asks.First(f => f.Id == field).Title}”" : "")))}）"],
        [Names(limit.Until.Select(a => ConditionText.Act(p, a)))],
        Meaning(p, limit),
        [Cite(whole, limit.Basis)],
    ]);

    private static string Names(IEnumerable<string> names) => string.Join("、", names);
}
