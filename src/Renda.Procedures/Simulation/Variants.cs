namespace Renda.Procedures;

/// <summary>The ways a step can be answered that make a difference to the procedure.</summary>
internal static class Variants
{
    /// <summary>Ways to answer one step that are tried at most; a step with more is refused.</summary>
    public const int Most = 256;

    /// <summary>Ways to pick values, each leaving what makes no difference at its first choice.</summary>
    public static IReadOnlyList<Func<Field, string?>> Of(Procedure procedure, Step step)
    {
        List<IReadOnlyList<(string Field, string? Value)>> ways = [[]];
        foreach (var (field, told) in Told(procedure, step))
        {
            ways = [.. ways.SelectMany(way => told.Select(value => (IReadOnlyList<(string, string?)>)[.. way, (field.Id, value)])).Take(Most)];
        }

        return [.. ways.Select(way => (Func<Field, string?>)(field => way.FirstOrDefault(w => w.Field == field.Id) is { Field: not null } set ? set.Value : First(field)))];
    }

    /// <summary>How many ways there are to answer a step that make a difference.</summary>
    public static double Count(Procedure procedure, Step step) => Told(procedure, step).Aggregate(1d, (ways, f) => ways * f.Told.Count);

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

    // The fields of a step with the answers that can be told apart.
    private static IEnumerable<(Field Field, IReadOnlyList<string?> Told)> Told(Procedure procedure, Step step)
    {
        List<Condition> own =
        [
            .. step.Conditions(),
            .. step.Asks.Select(a => a.RequiredWhen).Concat(procedure.Limits.Values.Where(l => l.From.Contains(step.Id)).Select(l => l.When)).OfType<Condition>().SelectMany(Condition.Parts),
        ];
        List<Condition> later = [.. procedure.Conditions(), .. procedure.LimitConditions()];
        return step.Asks.Select(f => (f, Told(f, [.. Named(f, step, own, later), .. Handed(procedure, step, f)], Opens(step, f)))).Where(f => f.Item2.Count > 1);
    }

    // The values that are named, and one other that stands for the rest.
    private static IReadOnlyList<string?> Told(Field field, List<IReadOnlyList<string>> named, bool opens)
    {
        if (named.Count == 0 && !opens)
        {
            return [];
        }

        var choices = Choices(field).OfType<string>().ToList();
        var kept = choices.Where(c => named.Exists(n => n.Contains(c))).ToList<string?>();
        var other = choices.Find(c => !kept.Contains(c));
        var empty = Choices(field).Contains(null) && (opens || other is null || named.Exists(n => n.Count == 0));
        return [.. kept, .. other is null ? Array.Empty<string?>() : [other], .. empty ? [null] : Array.Empty<string?>()];
    }

    // What conditions ask of a field, now and later: each the values it names, none where it asks whether there are any.
    private static IEnumerable<IReadOnlyList<string>> Named(Field field, Step step, List<Condition> own, List<Condition> later) =>
    [
        .. own.OfType<Condition.FieldIs>().Where(f => f.Field == field.Id).Select(f => f.Values),
        .. own.OfType<Condition.FieldsDiffer>().Where(f => field.Type == FieldType.Choice && (f.Field == field.Id || f.Other == field.Id)).Select(_ => (IReadOnlyList<string>)[.. field.Choices.Keys]),
        .. later.OfType<Condition.LastIs>().Where(l => l.Step == step.Id && l.Field == field.Id).Select(l => l.Values),
    ];

    // What the children it opens ask of what is handed to their first step.
    private static IEnumerable<IReadOnlyList<string>> Handed(Procedure procedure, Step step, Field field) =>
        from opening in step.Opens
        where opening.Gives.Contains(field.Id)
        let child = opening.Child == procedure.Id ? procedure : procedure.Children[opening.Child]
        from first in child.Steps.Values.Where(s => s.Begins)
        from named in Named(field, first, [.. first.Conditions(), .. child.LimitConditions()], [.. child.Conditions(), .. child.LimitConditions()])
        select named;

    // Left empty, it opens nothing or gives nobody a part.
    private static bool Opens(Step step, Field field) => !field.Required && (step.Opens.Any(o => o.Each == field.Id) || field.Party is not null);
}
