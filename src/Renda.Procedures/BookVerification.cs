namespace Renda.Procedures;

/// <summary>Whether a procedure gets on with the others on file.</summary>
internal static class BookVerification
{
    /// <param name="known">The procedures on file, each with how many texts it has, broken ones included: a file is not wrong because another is.</param>
    public static IEnumerable<Defect> Of(Procedure procedure, IReadOnlyDictionary<string, int> known, IReadOnlyList<Procedure> all) =>
    [
        .. from p in procedure.Whole()
           let at = p == procedure ? Array.Empty<string>() : ["children", p.Id]
           from step in p.Steps.Values
           from lost in Lost(step, known)
           select new Defect($"步骤“{step.Id}”提到的程序“{lost}”不在档。", [.. at, "steps", step.Id]),
        .. from p in procedure.Whole()
           from step in p.Steps.Values
           from linked in step.Conditions().OfType<Condition.LinkedIn>()
           let texts = all.Where(o => o.Id == linked.Procedure).ToList()
           where texts.Count > 0 && texts.Count == known[linked.Procedure]
           from stage in linked.Stages.Where(s => !texts.Exists(t => t.Stages.Any(x => x.Id == s)))
           select new Defect($"步骤“{step.Id}”的条件提到的程序“{linked.Procedure}”没有环节“{stage}”。", [.. p == procedure ? Array.Empty<string>() : ["children", p.Id], "steps", step.Id]),
        .. from child in procedure.Children.Keys
           let other = all.FirstOrDefault(o => o.Id == child || (o.Id != procedure.Id && o.Children.ContainsKey(child)))
           where other is not null
           select new Defect($"子程序的名称“{child}”已经由“{other.Id}”使用。", ["children", child]),
    ];

    /// <summary>Limits that <c>only-if</c> asks about and no text of the procedure sets, a local one included.</summary>
    public static IEnumerable<RuleProblem> Conditional(IReadOnlyList<RuleNode> roots) =>
        from texts in roots.GroupBy(r => r.Map?.GetValueOrDefault("procedure")?.Scalar)
        let limits = texts.SelectMany(r => Limits(r).Concat(Limits(r.Map?.GetValueOrDefault("add")))).ToHashSet(StringComparer.Ordinal)
        from root in texts
        from only in OnlyIfs(root)
        from asked in only.Map?.Values ?? Enumerable.Empty<RuleNode>()
        where asked.Scalar is { } limit && !limits.Contains(limit)
        select new RuleProblem(asked.Path, asked.Line, $"only-if 提到的期限“{asked.Scalar}”没有定义，本地的文件里也没有。");

    private static IEnumerable<string> Limits(RuleNode? node) => node?.Map?.GetValueOrDefault("limits")?.Map?.Keys ?? Enumerable.Empty<string>();

    private static IEnumerable<RuleNode> OnlyIfs(RuleNode node) =>
        (node.Map ?? []).SelectMany(e => e.Key == "only-if" ? [e.Value] : OnlyIfs(e.Value)).Concat((node.Items ?? []).SelectMany(OnlyIfs));

    private static IEnumerable<string> Lost(Step step, IReadOnlyDictionary<string, int> known) =>
        step.Asks.SelectMany(f => f.Of)
            .Concat(step.Conditions().OfType<Condition.LinkedIn>().Select(l => l.Procedure))
            .Where(id => !known.ContainsKey(id)).Distinct();
}
