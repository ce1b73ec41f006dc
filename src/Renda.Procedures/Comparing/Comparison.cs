namespace Renda.Procedures;

/// <summary>A limit as several texts set it; null where one sets none.</summary>
public sealed record ComparedLimit(string Title, bool Differs, IReadOnlyList<LimitTerms?> In);

/// <summary>Something not all texts have: a stage, a step, a field or a choice.</summary>
/// <param name="In">The article in each text; null where it is not there.</param>
public sealed record ComparedItem(string Kind, string Title, IReadOnlyList<string?> In);

/// <summary>Several texts of the same procedure side by side, the parallel work included.</summary>
public sealed class Comparison
{
    private readonly IReadOnlyList<Procedure> texts;

    private Comparison(IReadOnlyList<Procedure> texts)
    {
        this.texts = texts;
        var parts = texts.SelectMany(t => t.Children.Keys.Prepend("")).Distinct(StringComparer.Ordinal).ToList();
        Limits = [.. parts.SelectMany(LimitsOf)];
        Apart = [.. parts.SelectMany(StagesOf), .. parts.SelectMany(StepsOf), .. parts.SelectMany(FieldsOf)];
    }

    /// <summary>Every limit any of the texts sets.</summary>
    public IReadOnlyList<ComparedLimit> Limits { get; }

    /// <summary>What not all texts have.</summary>
    public IReadOnlyList<ComparedItem> Apart { get; }

    /// <summary>Compares texts of the same procedure.</summary>
    public static Comparison Of(params IReadOnlyList<Procedure> texts) => new(texts);

    private IEnumerable<ComparedLimit> LimitsOf(string part) =>
        from id in Ids(part, p => p.Limits.Keys)
        let terms = Each(part, (p, whole) => p.Limits.TryGetValue(id, out var limit) ? LimitTerms.Of(p, whole, limit) : null)
        let title = string.Join("／", texts.Select(t => Part(t, part)?.Limits.GetValueOrDefault(id)?.Title).OfType<string>().Distinct(StringComparer.Ordinal))
        // Each text has its own articles; what they say is what is compared.
        select new ComparedLimit(Named(part, title), terms.Select(t => t?.Says).Distinct(StringComparer.Ordinal).Skip(1).Any(), terms);

    private IEnumerable<ComparedItem> StagesOf(string part) =>
        from id in Ids(part, p => p.Stages.Select(s => s.Id))
        let found = Each(part, (p, _) => p.Stages.FirstOrDefault(s => s.Id == id)?.Title)
        where found.Contains(null)
        select new ComparedItem("环节", Named(part, found.First(t => t is not null)!), [.. found.Select(t => t is null ? null : "有")]);

    private IEnumerable<ComparedItem> StepsOf(string part) =>
        from id in Ids(part, p => p.Steps.Keys)
        let found = Each(part, (p, whole) => p.Steps.TryGetValue(id, out var step) ? ProcedureTables.Cite(whole, step.Basis) : null)
        where found.Contains(null)
        select new ComparedItem("步骤", Named(part, texts.Select(t => Part(t, part)?.Steps.GetValueOrDefault(id)?.Title).First(t => t is not null)!), found);

    // Of a step all have, the fields and choices some lack; of one they do not all have, the step alone is news.
    private IEnumerable<ComparedItem> FieldsOf(string part) =>
        from id in Ids(part, p => p.Steps.Keys)
        let steps = Each(part, (p, _) => p.Steps.GetValueOrDefault(id))
        where !steps.Contains(null)
        from field in steps.SelectMany(s => s!.Asks).Select(f => f.Id).Distinct(StringComparer.Ordinal)
        let fields = steps.Select(s => s!.Asks.FirstOrDefault(f => f.Id == field)).ToList()
        let title = Named(part, $"{steps[0]!.Title}：{fields.First(f => f is not null)!.Title}")
        from item in fields.Contains(null) ? [new ComparedItem("填写", title, [.. fields.Select((f, i) => f is null ? null : Cited(steps, i))])] : Choices(steps, fields!, title)
        select item;

    private IEnumerable<ComparedItem> Choices(IReadOnlyList<Step?> steps, IReadOnlyList<Field> fields, string title) =>
        from choice in fields.SelectMany(f => f.Choices.Keys).Distinct(StringComparer.Ordinal)
        where !fields.All(f => f.Choices.ContainsKey(choice))
        let name = fields.First(f => f.Choices.ContainsKey(choice)).Choices[choice]
        select new ComparedItem("选项", $"{title}“{name}”", [.. fields.Select((f, i) => f.Choices.ContainsKey(choice) ? Cited(steps, i) : null)]);

    private string Cited(IReadOnlyList<Step?> steps, int text) => ProcedureTables.Cite(texts[text], steps[text]!.Basis);

    private IEnumerable<string> Ids(string part, Func<Procedure, IEnumerable<string>> ids) =>
        texts.Select(t => Part(t, part)).OfType<Procedure>().SelectMany(ids).Distinct(StringComparer.Ordinal);

    private IReadOnlyList<T?> Each<T>(string part, Func<Procedure, Procedure, T?> of)
        where T : class => [.. texts.Select(t => Part(t, part) is { } p ? of(p, t) : null)];

    private string Named(string part, string? title) => part.Length == 0 ? title! : $"{texts.Select(t => Part(t, part)?.Title).First(t => t is not null)}：{title}";

    private static Procedure? Part(Procedure text, string part) => part.Length == 0 ? text : text.Children.GetValueOrDefault(part);
}
