namespace Renda.Procedures;

/// <summary>Where plausible answers take people, units, matters, papers and words from.</summary>
public interface IAnswerSource
{
    /// <summary>So many ids for a field of people, units, matters or papers; fewer where there are not so many.</summary>
    IReadOnlyList<string> Ids(Field field, int count);

    /// <summary>A text for a field.</summary>
    string Words(Field field);

    /// <summary>The answers of an act as this office would give them; what is refused is answered plainly.</summary>
    Particulars Dress(Step step, Particulars given) => given;

    /// <summary>The matters that name this one on a day; null where they may be anything.</summary>
    IReadOnlyList<ChildState>? Naming(DateOnly on) => null;
}

/// <summary>Answers that stand for nobody, for verification and for simulation without an office.</summary>
public sealed class PlainAnswers : IAnswerSource
{
    /// <summary>The one there is.</summary>
    public static readonly PlainAnswers Instance = new();

    /// <inheritdoc />
    public IReadOnlyList<string> Ids(Field field, int count)
    {
        ArgumentNullException.ThrowIfNull(field);
        return [.. Enumerable.Range(1, count).Select(n => $"{field.Id}-{n}")];
    }

    /// <inheritdoc />
    public string Words(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Title.Length <= (field.Max ?? int.MaxValue) ? field.Title : field.Title[..field.Max!.Value];
    }
}
