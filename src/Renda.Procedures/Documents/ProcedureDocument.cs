using System.Text;

namespace Renda.Procedures;

/// <summary>A procedure as a page people read: stages, steps, limits and the parallel work.</summary>
public static class ProcedureDocument
{
    /// <summary>The page in Markdown, the same for the same procedure.</summary>
    public static string Render(Procedure procedure)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        var text = new StringBuilder();
        text.Append($"# {procedure.Title}（{procedure.Jurisdiction}）\n\n");
        text.Append($"由 `rules/{procedure.Sources[^1].Path}` 生成，请改那里，不要改这里。\n\n");
        text.Append($"- 依据：《{procedure.Law}》，自 {procedure.InForce:yyyy-MM-dd} 起适用\n");
        text.Append(procedure.Below is { } below ? $"- 下级{(procedure.BelowOptional ? "可以" : "")}参照执行：{below.Article}\n" : "- 原文没有规定下级参照执行，下级适用全国的程序\n");
        text.Append(procedure.Newer is { } newer ? $"- 注意：{newer}\n" : "");
        text.Append(procedure.Note is { } note ? $"- {note}\n" : "");
        text.Append("\n依据后的标记：〔原文〕核对过法规原文；〔转引〕取自二手资料，用前请核对；〔做法〕法规没有规定，是办事做法，请本机关确认。\n");
        text.Append($"\n![环节和步骤]({Name(procedure)}.svg)\n");
        Body(text, procedure, procedure, "##");
        foreach (var child in procedure.Children.Values)
        {
            var parts = child.Parts.Count > 0 ? $"（{string.Join("、", child.Parts.Values)}）" : "";
            text.Append($"\n## 子程序：{child.Title}{parts}\n\n每个单位一件，各走各的环节。\n");
            Body(text, child, procedure, "###");
        }

        return text.ToString();
    }

    /// <summary>The page's name without an ending: that of the file it is rendered from, 370000-suggestion.</summary>
    public static string Name(Procedure procedure)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        return Path.ChangeExtension(procedure.Sources[^1].Path, null).Replace('/', '-');
    }

    private static void Body(StringBuilder text, Procedure p, Procedure whole, string level)
    {
        Table(text, $"{level} 环节", ["环节", "等待", "说明"], p.Stages.Select(s => (string[])[s.Title, Awaits(p, s), Remarks(p, s)]));
        Table(text, $"{level} 步骤", ["步骤", "从", "到", "由谁办", "填写", "条件", "依据"], p.Steps.Values.Select(s => Row(p, whole, s)));
        if (p.Limits.Count > 0)
        {
            Table(text, $"{level} 期限", ["期限", "长短", "起算", "到何时为止", "说明", "依据"], p.Limits.Values.Select(l => Row(p, whole, l)));
        }
        else
        {
            text.Append($"\n{level} 期限\n\n法规没有规定期限。\n");
        }
    }

    private static string Awaits(Procedure p, Stage stage) =>
        Lines(stage.Awaits.Select(a => $"{p.Roles[a.Role].Title}：{p.Steps[a.Step].Title}"));

    private static string Remarks(Procedure p, Stage stage) => Lines(
    [
        .. stage.End ? ["结束"] : Array.Empty<string>(),
        .. stage.Private ? ["只有当事人可见"] : Array.Empty<string>(),
        .. stage.ShownAs is { } shown ? [$"对不应知道的人显示为“{p.Stage(shown).Title}”"] : Array.Empty<string>(),
    ]);

    private static string[] Row(Procedure p, Procedure whole, Step step) =>
    [
        $"{step.Title} `{step.Id}`",
        step.Begins ? "（开始）" : Names(step.From.Select(f => p.Stage(f).Title)),
        step.To.Count == 0 ? "不变" : Lines(step.To.Select(d => p.Stage(d.Stage).Title + (d.When is { } when ? $"（{ConditionText.Of(p, step, when)}）" : step.To.Count > 1 ? "（其余）" : ""))),
        Names(step.By.Select(r => p.Roles[r].Title)),
        Lines(step.Asks.Select(f => Asked(p, step, f))),
        Lines(step.Needs.Select(n => ConditionText.Of(p, step, n.Condition) + (n.Basis is { } basis ? $"（{Cite(whole, basis)}）" : ""))
            .Concat(step.HiddenFrom.Count > 0 ? [$"办结前对{Names(step.HiddenFrom.Select(r => p.Roles[r].Title))}保密"] : [])),
        Cite(whole, step.Basis),
    ];

    private static string Asked(Procedure p, Step step, Field field)
    {
        var must = field.Required || field.MustBeYes ? "*" : field.RequiredWhen is { } when ? $"（{ConditionText.Of(p, step, when)}时必填）" : "";
        return field.Title + must + (field.Choices.Count > 0 ? $"：{string.Join(" / ", field.Choices.Values)}" : "");
    }

    private static string[] Row(Procedure p, Procedure whole, TimeLimit limit) =>
    [
        $"{limit.Title} `{limit.Id}`",
        limit.Span,
        $"{limit.Start}（{Names(limit.From.Select(a => ConditionText.Act(p, a) + (limit.Dated.TryGetValue(a, out var field) ? $"，按“{p.Steps[a].Asks.First(f => f.Id == field).Title}”" : "")))}）",
        Names(limit.Until.Select(a => ConditionText.Act(p, a))),
        Lines(Meaning(p, limit)),
        Cite(whole, limit.Basis),
    ];

    private static IEnumerable<string> Meaning(Procedure p, TimeLimit limit) =>
    [
        .. limit.Window ? ["过期不能再办，不算逾期"] : Array.Empty<string>(),
        .. limit.Soft ? ["“一般”，过期只提醒"] : Array.Empty<string>(),
        .. limit.Extends is { } first ? [$"代替“{p.Limits[first].Title}”，{(limit.FromEnd ? "自原期限末日起续算" : "自同一起算日计算")}"] : Array.Empty<string>(),
        .. limit.Consent is { } who ? [$"经{p.Roles[who].Title}同意"] : Array.Empty<string>(),
        .. limit.Into.Count > 0 ? [$"进入{Names(limit.Into.Select(s => $"“{p.Stage(s).Title}”"))}时起算"] : Array.Empty<string>(),
        .. limit.When is { } when ? [$"限于：{ConditionText.Of(p, null, when)}"] : Array.Empty<string>(),
    ];

    private static string Cite(Procedure whole, Basis basis)
    {
        var mark = basis.Provenance switch { Provenance.Read => "原文", Provenance.Secondary => "转引", _ => "做法" };
        var law = basis.Provenance == Provenance.Local || basis.Law == $"《{whole.Law}》" ? "" : basis.Law;
        return $"{law}{basis.Article}〔{mark}〕";
    }

    private static string Names(IEnumerable<string> names) => string.Join("、", names);

    private static string Lines(IEnumerable<string> lines) => string.Join("<br>", lines);

    private static void Table(StringBuilder text, string title, string[] head, IEnumerable<string[]> rows)
    {
        text.Append($"\n{title}\n\n| {string.Join(" | ", head)} |\n|{string.Concat(head.Select(_ => "---|"))}\n");
        foreach (var row in rows)
        {
            text.Append($"| {string.Join(" | ", row.Select(cell => cell.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal)))} |\n");
        }
    }
}
