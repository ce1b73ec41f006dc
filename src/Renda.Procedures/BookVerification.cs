namespace Renda.Procedures;

/// <summary>Whether a procedure gets on with the others on file.</summary>
internal static class BookVerification
{
    /// <param name="known">The procedures on file, broken ones included: a file is not wrong because another is.</param>
    public static IEnumerable<Defect> Of(Procedure procedure, IReadOnlySet<string> known, IReadOnlyList<Procedure> all) =>
    [
        .. from p in procedure.Whole()
           let at = p == procedure ? Array.Empty<string>() : ["children", p.Id]
           from step in p.Steps.Values
           from lost in Lost(step, known)
           select new Defect($"步骤“{step.Id}”提到的程序“{lost}”不在档。", [.. at, "steps", step.Id]),
        .. from child in procedure.Children.Keys
           let other = all.FirstOrDefault(o => o.Id == child || (o.Id != procedure.Id && o.Children.ContainsKey(child)))
           where other is not null
           select new Defect($"子程序的名称“{child}”已经由“{other.Id}”使用。", ["children", child]),
    ];

    private static IEnumerable<string> Lost(Step step, IReadOnlySet<string> known) =>
        step.Asks.SelectMany(f => f.Of)
            .Concat(step.Conditions().OfType<Condition.LinkedIn>().Select(l => l.Procedure))
            .Where(id => !known.Contains(id)).Distinct();
}
