namespace Renda.Platform.Web;

/// <summary>One record of a matter as its timeline shows it; <see cref="Followed"/> when it came along with another act.</summary>
internal sealed record TimelineItem(
    DateTimeOffset At,
    string Step,
    string Actor,
    string Post,
    IReadOnlyList<(string Label, string Text)> Particulars,
    IReadOnlyList<PaperLink> Papers,
    string? Basis,
    string? Hash,
    bool Followed = false)
{
    /// <summary>Where the proof that it stands under a seal is taken.</summary>
    public string? Receipt { get; init; }
}

internal sealed record PaperLink(string Name, string Href, long Size);

/// <summary>Why an act was refused: what is missing, in which field, by which article, and who can supply it.</summary>
internal sealed record RefusalItem(string Sentence, string? Field, string? Basis, string? Remedy);

/// <summary>One question of a form; <see cref="Kind"/> is text, email, long-text, date, number, choice, choices, yes-no, confirm, papers or password.</summary>
internal sealed record FieldModel(
    string Name,
    string Title,
    string Kind,
    bool Required,
    string? Help,
    string? Value,
    IReadOnlyList<string> Values,
    IReadOnlyList<(string Value, string Title)> Choices,
    int? MaxLength,
    string? Error,
    string? Accept)
{
    public string Id => $"field-{Name}";

    /// <summary>The first still to be answered: where typing begins.</summary>
    public bool First { get; init; }

    public string? DescribedBy => (Help, Error) switch
    {
        (null, null) => null,
        (_, null) => $"{Id}-help",
        (null, _) => $"{Id}-error",
        _ => $"{Id}-help {Id}-error",
    };

    /// <summary>A question of several controls needs a fieldset and a legend instead of a label.</summary>
    public bool IsGroup => Kind is "choices" or "yes-no" || (Kind is "choice" && Choices.Count <= MostRadios);

    public bool Has(string value) => Value == value || Values.Contains(value);

    private const int MostRadios = 6;
}

internal enum StandingState
{
    Done,
    Current,
    Ahead,
}

/// <summary>One stage of the steps bar above a matter.</summary>
internal sealed record StandingStep(string Title, StandingState State);
