namespace Renda.Procedures.Documents;

/// <summary>Time limits in words, each beside the step it waits for. They start with earlier acts, so a timer on the task would count wrong.</summary>
internal sealed class BpmnLimits(Procedure p, Func<Step, bool> shown)
{
    /// <summary>Limits that no step of the process itself starts or stops.</summary>
    public IEnumerable<string> Unplaced => p.Limits.Values.Where(l => Place(l) is null).Select(Words);

    public string? Of(Step step) => p.Limits.Values.Where(l => Place(l) == step.Id).Select(Words).ToList() is { Count: > 0 } words ? string.Join('\n', words) : null;

    private string? Place(TimeLimit limit) => limit.Until.Concat(limit.From).FirstOrDefault(a => p.Steps.TryGetValue(a, out var step) && shown(step));

    private static string Words(TimeLimit limit) =>
        $"{limit.Title}：{limit.Span}，自{limit.Start}起{(limit.Soft ? "（一般）" : "")}。{limit.Basis}";
}
