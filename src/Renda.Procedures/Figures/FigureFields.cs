namespace Renda.Procedures;

/// <summary>What can be asked of the procedures a figure is about, over all their versions.</summary>
public sealed class FigureFields
{
    private readonly List<Procedure> texts;
    private readonly List<Procedure> wholes;

    /// <summary>Looks through a book once.</summary>
    /// <param name="of">Ids of procedures or of parallel work.</param>
    public FigureFields(RuleBook book, IReadOnlyCollection<string> of)
    {
        texts = [.. book.Procedures.SelectMany(p => p.Whole()).Where(p => of.Contains(p.Id))];
        wholes = [.. book.Procedures.Where(p => p.Children.Keys.Any(of.Contains))];
    }

    internal bool HasStep(string step) => texts.Any(t => t.Steps.ContainsKey(step));

    internal bool HasStage(string stage) => texts.Any(t => t.Stages.Any(s => s.Id == stage));

    internal IReadOnlyList<string> Ends => [.. texts.SelectMany(t => t.Stages).Where(s => s.End && !s.Private).Select(s => s.Id).Distinct()];

    // The acts that may lead into one of the stages.
    internal IReadOnlyList<string> Into(IReadOnlyList<string> stages) =>
        [.. texts.SelectMany(t => t.Steps.Values).Where(s => s.To.Any(d => stages.Contains(d.Stage))).Select(s => s.Id).Distinct()];

    // Limits that make somebody late.
    internal IReadOnlyList<string> Binding =>
    [
        .. texts.SelectMany(t => t.Limits.Values).Where(l => !l.Window && !l.Soft && l.Kind is not (LimitKind.Minimum or LimitKind.Anniversary)).Select(l => l.Id).Distinct(),
    ];

    /// <summary>What an act that can be taken again says is its own; what begins a matter is as it was last corrected.</summary>
    public FigureField? Find(string field, IReadOnlyList<string> acts)
    {
        var counted = texts.SelectMany(t => t.Steps.Values).Where(s => acts.Contains(s.Id)).ToList();
        return counted.Count > 0 && counted.All(s => !s.Begins && Asks(s, field)) ? new FigureField(field, FigureSource.Act)
            : texts.Any(t => t.Steps.Values.Any(s => Asks(s, field))) ? new FigureField(field, FigureSource.Matter)
            : wholes.Any(t => t.Steps.Values.Any(s => Asks(s, field))) ? new FigureField(field, FigureSource.Whole)
            : null;
    }

    /// <summary>The values a field of choices can have; null where it takes any.</summary>
    public IReadOnlyDictionary<string, string>? Choices(string field)
    {
        var asked = texts.Concat(wholes).SelectMany(t => t.Steps.Values).SelectMany(s => s.Asks).Where(f => f.Id == field).ToList();
        return asked.Count > 0 && asked.All(f => f.Choices.Count > 0)
            ? asked.SelectMany(f => f.Choices).DistinctBy(c => c.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal)
            : null;
    }

    /// <summary>Fields of choices.</summary>
    public IEnumerable<string> Chosen =>
        texts.Concat(wholes).SelectMany(t => t.Steps.Values).SelectMany(s => s.Asks).Where(f => f.Choices.Count > 0).Select(f => f.Id).Distinct().Where(f => Choices(f) is not null);

    /// <summary>What a field is called; its id where it is not known.</summary>
    public string Title(string field) =>
        texts.Concat(wholes).SelectMany(t => t.Steps.Values).SelectMany(s => s.Asks).FirstOrDefault(f => f.Id == field)?.Title ?? field;

    /// <summary>Stages with their titles.</summary>
    public IReadOnlyDictionary<string, string> Stages =>
        texts.SelectMany(t => t.Stages).DistinctBy(s => s.Id, StringComparer.Ordinal).ToDictionary(s => s.Id, s => s.Title, StringComparer.Ordinal);

    private static bool Asks(Step step, string field) => step.Asks.Any(f => f.Id == field);
}
