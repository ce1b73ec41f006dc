namespace Renda.Procedures;

/// <summary>The ways a step can be answered that make a difference to the procedure.</summary>
internal static class Variants
{
    // Steps with more than a few questions that matter are answered in so many ways at most.
    private const int Most = 96;

    /// <summary>Ways to pick values, each leaving what makes no difference at its first choice.</summary>
    public static IReadOnlyList<Func<Field, string?>> Of(Procedure procedure, Step step)
    {
        var conditions = Conditions(procedure, step).ToList();
        List<IReadOnlyList<(string Field, string? Value)>> ways = [[]];
        foreach (var field in step.Asks.Where(f => Matters(f, step, conditions)))
        {
            ways = [.. ways.SelectMany(way => Choices(field).Select(value => (IReadOnlyList<(string, string?)>)[.. way, (field.Id, value)])).Take(Most)];
        }

        return [.. ways.Select(way => (Func<Field, string?>)(field => way.FirstOrDefault(w => w.Field == field.Id) is { Field: not null } set ? set.Value : First(field)))];
    }

    /// <summary>The values of a field; null is leaving it empty.</summary>
    public static IReadOnlyList<string?> Choices(Field field) =>
    [
        .. field.Type switch
        {
            FieldType.Choice => field.Choices.Keys,
            FieldType.YesNo => field.MustBeYes ? ["yes"] : (IEnumerable<string>)["yes", "no"],
            _ => ["filled"],
        },
        .. field.Required || field.MustBeYes ? Array.Empty<string?>() : [null],
    ];

    public static string? First(Field field) => field.Type switch
    {
        FieldType.Choice => field.Choices.Keys.First(),
        FieldType.YesNo => "yes",
        _ => "filled",
    };

    // What the step itself asks about, what later steps ask of it, and what starts its limits.
    private static IEnumerable<(Condition Condition, bool Own)> Conditions(Procedure procedure, Step step) =>
    [
        .. step.Needs.Select(n => n.Condition).Concat(step.To.Select(d => d.When).OfType<Condition>()).Concat(step.Asks.Select(a => a.RequiredWhen).OfType<Condition>())
            .Concat(procedure.Limits.Values.Where(l => l.From.Contains(step.Id)).Select(l => l.When).OfType<Condition>())
            .SelectMany(Condition.Parts).Select(c => (c, true)),
        .. procedure.Conditions().Concat(procedure.LimitConditions()).Select(c => (c, false)),
    ];

    private static bool Matters(Field field, Step step, List<(Condition Condition, bool Own)> conditions) =>
        !(field.MustBeYes && field.Type == FieldType.YesNo)
        && (conditions.Exists(c => c.Condition switch
        {
            Condition.FieldIs f => c.Own && f.Field == field.Id,
            Condition.LastIs l => l.Step == step.Id && l.Field == field.Id,
            _ => false,
        }) || (!field.Required && (step.Opens.Any(o => o.Each == field.Id) || field.Party is not null))
            || (step.Opens.Any(o => o.Gives.Contains(field.Id)) && field.Type is FieldType.Choice or FieldType.YesNo));
}
