namespace Renda.Procedures.Diagrams;

/// <summary>Steps that can be taken in most stages, such as a withdrawal: drawn as arrows, they would hide the rest.</summary>
internal static class WideSteps
{
    private const int Fewest = 4;

    public static bool Has(Procedure procedure, Step step) =>
        step.From.Count >= Fewest && step.From.Count * 2 > procedure.Stages.Count(s => !s.End);

    public static IReadOnlyList<string> Notes(Procedure procedure) =>
    [
        .. from step in procedure.Steps.Values
           where step.To.Count > 0 && Has(procedure, step)
           select $"{Where(procedure, step)}都可以“{step.Title}”，到{string.Join("或", step.To.Select(d => d.Stage).Distinct().Select(s => $"“{procedure.Stage(s).Title}”"))}。",
    ];

    private static string Where(Procedure procedure, Step step)
    {
        var others = procedure.Stages.Where(s => !s.End && !step.From.Contains(s.Id)).ToList();
        return others.Count switch
        {
            0 => "各环节",
            <= 3 => $"除{string.Concat(others.Select(s => $"“{s.Title}”"))}外，各环节",
            _ => "多数环节",
        };
    }
}
